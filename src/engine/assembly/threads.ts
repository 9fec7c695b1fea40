// How threads share work, and where they wait for each other.
import { Layer, Plan } from './records';

/** How often to look before sleeping: longer than another thread takes to wake up, about 20 microseconds. */
const SPINS: u32 = 20000;

/** Returns when all threads have reached it. */
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
  sleep(round, before);
}

/**
 * Sleeps until the round is over. It calls itself: a loop would be inlined, and all of `barrier` with it, wherever that is
 * called.
 */
function sleep(round: usize, before: u32): void {
  if (atomic.load<u32>(round) != before) return;
  atomic.wait<i32>(round, <i32>before, -1);
  sleep(round, before);
}

/** Whether any thread has seen an overflow. All threads call it and get the same answer, and only then may one see another. */
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

/** Where a thread's part of the numbers from `start` to `end` begins, four at a time. */
// @ts-ignore: decorator
@inline
export function startOfShare(plan: Plan, start: usize, end: usize, thread: u32): usize {
  return start + ((<usize>shareOf(<u32>((end - start) >> 4), thread, plan.threads)) << 4);
}

/** The fewest neurons for each thread with which a layer is shared by its neurons. */
const LEAST_NEURONS: u32 = 32;

/**
 * Whether threads share a layer by its neurons: each then reads and updates the weights of its own alone. Otherwise they would
 * go from one processor's cache to the other's and back in every step, which takes longer than working with them. Narrow layers
 * are shared by rows: those of the batch on the way forward, those of matrices in gradients and updates.
 */
export function sharesNeurons(plan: Plan, layer: Layer): bool {
  return plan.threads > 1 && layer.outputs >= plan.threads * LEAST_NEURONS;
}

/** The part of a layer's matrices that is a thread's: these inputs of these neurons, which begin with a panel of 16. */
export function inputsFrom(plan: Plan, layer: Layer, thread: u32): u32 {
  return sharesNeurons(plan, layer) ? 0 : shareOf(layer.inputs, thread, plan.threads);
}

export function inputsTo(plan: Plan, layer: Layer, thread: u32): u32 {
  return sharesNeurons(plan, layer) ? layer.inputs : shareOf(layer.inputs, thread + 1, plan.threads);
}

export function neuronsFrom(plan: Plan, layer: Layer, thread: u32): u32 {
  return sharesNeurons(plan, layer) ? shareOf(layer.outputs >> 4, thread, plan.threads) << 4 : 0;
}

export function neuronsTo(plan: Plan, layer: Layer, thread: u32): u32 {
  return thread + 1 < plan.threads && sharesNeurons(plan, layer) ? neuronsFrom(plan, layer, thread + 1) : layer.outputs;
}
