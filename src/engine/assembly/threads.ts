// How threads share work, and where they wait for each other.
import { Plan } from './Plan';

/** How often to look before sleeping: longer than another thread takes to wake up, about 20 microseconds. */
const SPINS: u32 = 20000;

/** Returns when all threads have come here. */
export function barrier(plan: Plan): void {
  if (plan.threads == 1) return;
  const arrived = plan.barrier;
  const round = plan.barrier + 4;
  const before = atomic.load<u32>(round);
  if (atomic.add<u32>(arrived, 1) + 1 == plan.threads) {
    atomic.store<u32>(arrived, 0);
    atomic.add<u32>(round, 1);
    atomic.notify(round, -1);
    return;
  }
  for (let spin: u32 = 0; spin < SPINS; spin++) if (atomic.load<u32>(round) != before) return;
  while (atomic.load<u32>(round) == before) atomic.wait<i32>(round, <i32>before, -1);
}

/** Whether any thread has seen an overflow. All come here, all get the same answer, and only then may one see another. */
export function agreeOnOverflow(plan: Plan): bool {
  barrier(plan);
  const overflowed = plan.overflow != 0;
  barrier(plan);
  return overflowed;
}

/** The first of `count` things that are a thread's; where the next thread's begin, they end. */
// @ts-ignore: decorator
@inline
export function shareOf(count: u32, thread: u32, threads: u32): u32 {
  return <u32>((<u64>count * thread) / threads);
}
