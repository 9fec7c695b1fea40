// Many inputs through a network, by threads: each takes as many as it has room for, again and again until none are left.
import { lastLayer } from './layerAt';
import { BAD_INPUT, predict } from './predict';
import { Plan, Rows } from './records';

/** Takes inputs through the network until all are done. */
export function takeRows(rows: Rows, thread: u32): void {
  const plan = changetype<Plan>(load<usize>(rows.plans + ((<usize>thread) << 2)));
  const last = lastLayer(plan);
  const inputBytes = (<usize>plan.width) << 2;
  const outputBytes = (<usize>last.outputs) << 2;
  while (true) {
    const first = atomic.add<u32>(changetype<usize>(rows) + offsetof<Rows>('taken'), plan.batchCapacity);
    if (first >= rows.count) return;
    const count = min(plan.batchCapacity, rows.count - first);
    plan.batchInputs = rows.inputs + first * inputBytes;
    if (predict(plan, rows.cases, count) == BAD_INPUT) rows.refused = 1;
    memory.copy(rows.outputs + first * outputBytes, last.activations, count * outputBytes);
  }
}
