// One step of learning: `add` takes examples in, `apply` then moves the parameters once. Every thread calls both.
import { backward } from './backward';
import { drawKept, keep } from './dropping';
import { allFinite, forward } from './forward';
import { fetchLists, gatherLists, gatherRows, isDirect, isListed } from './gather';
import { addGradients } from './gradient';
import { count, judge } from './judge';
import { holdNorms } from './maxNorm';
import { layerAt } from './layerAt';
import { Plan } from './records';
import { transpose } from './panels';
import { clip, penalize } from './penalties';
import { agreeOnOverflow, barrier, shareOf } from './threads';
import { AVERAGE, RESTORE } from './update';
import { visitAll } from './visits';

/**
 * Takes the examples at places `from` to `to` of the order into the batch, as many at a time as the plan has room for.
 *
 * @param turned - Whether the transposed weights are made, since the batch has examples already.
 */
export function add(plan: Plan, thread: u32, from: u32, to: u32, turned: bool): void {
  if (!turned) transposeWeights(plan, thread);
  for (let position = from; position < to; position += plan.batchCapacity) {
    addPortion(plan, thread, position, min(plan.batchCapacity, to - position));
  }
}

function addPortion(plan: Plan, thread: u32, position: u32, rows: u32): void {
  const scratch = plan.scratch + thread * plan.scratchBytes;
  const target = scratch + plan.scratchTarget;
  const from = shareOf(rows, thread, plan.threads);
  const to = shareOf(rows, thread + 1, plan.threads);
  gather(plan, position, rows, from, to);
  barrier(plan);
  if (!forward(plan, thread, plan.threads, scratch, rows, from, to)) plan.overflow = 1;
  judge(plan, target, position, from, to);
  if (!backward(plan, scratch, target, position, from, to)) plan.overflow = 1;
  barrier(plan);
  if (thread == 0) count(plan, position, rows);
  addGradients(plan, thread, scratch, rows, position);
  barrier(plan);
}

/** The weights of all layers above the first that learns, the other way round, for the way back. A thread has inputs of its own. */
function transposeWeights(plan: Plan, thread: u32): void {
  for (let index: u32 = plan.firstTrainable + 1; index < plan.layerCount; index++) {
    const layer = layerAt(plan, index);
    const fours = (layer.inputs + 3) >> 2;
    const from = shareOf(fours, thread, plan.threads) << 2;
    const to = min(layer.inputs, shareOf(fours, thread + 1, plan.threads) << 2);
    transpose(layer.transposed, layer.weights, layer.inputs, layer.outputs, from, to);
  }
}

/** Makes the inputs of rows `from` to `to` ready: as lists of what is not 0, unless the data set is dense or inputs are dropped. */
export function gather(plan: Plan, position: u32, rows: u32, from: u32, to: u32): void {
  if (plan.dropping) drawKept(plan, position, from, to);
  if (isListed(plan)) {
    fetchLists(plan, position, from, to);
    if (isDirect(plan)) plan.position = position;
    else gatherLists(plan, position, rows, from, to);
    return;
  }
  gatherRows(plan, position, from, to);
  if (plan.inputMask) {
    const start = (<usize>from * plan.width) << 2;
    const count = <usize>(to - from) * plan.width;
    keep(plan.batchInputs + start, plan.batchInputs + start, plan.inputMask + start, count);
    if (!allFinite(plan.batchInputs + start, count)) plan.overflow = 1;
  }
}

/** Makes the sums of slopes into the mean gradient, with its penalties, clipped. */
export function finishGradient(plan: Plan, thread: u32, share: f32): void {
  visitAll(plan, thread, plan.threads, AVERAGE, share);
  barrier(plan);
  if (plan.l1 != 0 || plan.twiceL2 != 0) {
    penalize(plan, thread);
    barrier(plan);
  }
  if (plan.clipping != 0 && !clip(plan, thread)) plan.overflow = 1;
}

/**
 * Moves the parameters against the mean gradient, `share` being 1 / examples. If one of them is not finite afterwards, `overflow`
 * says so, and `restore` puts them all back. Threads have agreed before that nothing overflowed, and wait for each other after.
 */
export function apply(plan: Plan, thread: u32, share: f32): void {
  let left = share;
  if (plan.l1 != 0 || plan.twiceL2 != 0 || plan.clipping != 0) {
    finishGradient(plan, thread, share);
    if (agreeOnOverflow(plan)) return;
    left = 1;
  }
  if (!visitAll(plan, thread, plan.threads, plan.update, left)) plan.overflow = 1;
  if (plan.maxNorm != 0 && !agreeOnOverflow(plan)) holdNorms(plan, thread);
}

/** Puts the parameters back as they were before the last `apply`. */
export function restore(plan: Plan): void {
  visitAll(plan, 0, 1, RESTORE, 1);
}

/** Makes ready for the next batch. */
export function reset(plan: Plan): void {
  plan.cost = 0;
  plan.right = 0;
  if (plan.touched) memory.fill(plan.touched, 0, (<usize>plan.maskWords) << 3);
}

/** Answers and costs of the examples at places `from` to `to` of the order, which must fit into a batch. */
export function evaluate(plan: Plan, from: u32, to: u32): void {
  const rows = to - from;
  gather(plan, from, rows, 0, rows);
  if (!forward(plan, 0, 1, plan.scratch, rows, 0, rows)) plan.overflow = 1;
  judge(plan, plan.scratch + plan.scratchTarget, from, 0, rows);
}
