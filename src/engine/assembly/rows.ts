// Many inputs through a network, by threads: each takes as many as it has room for, and comes back for more until none are left.
import { layerAt, Plan } from './Plan';
import { BAD_INPUT, predict } from './predict';

/** What is to be done. The host writes these fields in this order: see ../planFields.ts. */
@unmanaged
export class Rows {
  /** How many there are, and how many have been taken. */
  count: u32;
  taken: u32;
  /** [count, inputs] and [count, outputs]. */
  inputs: usize;
  outputs: usize;
  /** usize: for each thread a plan, with room for a few rows of its own. */
  plans: usize;
  /** See sieve.ts. */
  cases: usize;
  /** Not 0 if an input is not finite. */
  refused: u32;
}

/** Takes inputs through the network until all are done. */
export function takeRows(rows: Rows, thread: u32): void {
  const plan = changetype<Plan>(load<usize>(rows.plans + (<usize>thread << 2)));
  const last = layerAt(plan, plan.layerCount - 1);
  const inputBytes = <usize>plan.width << 2;
  const outputBytes = <usize>last.outputs << 2;
  while (true) {
    const first = atomic.add<u32>(changetype<usize>(rows) + offsetof<Rows>('taken'), plan.batchCapacity);
    if (first >= rows.count) return;
    const count = min(plan.batchCapacity, rows.count - first);
    plan.batchInputs = rows.inputs + first * inputBytes;
    if (predict(plan, rows.cases, count) == BAD_INPUT) rows.refused = 1;
    memory.copy(rows.outputs + first * outputBytes, last.activations, count * outputBytes);
  }
}
