// One step of learning: `add` takes examples in, `apply` then moves the parameters once. Every thread calls both.
import { backward } from './backward';
import { barrier } from './barrier';
import { drawKept, keep } from './dropping';
import { forward } from './forward';
import { gatherLists, gatherRows, isSparse } from './gather';
import { addGradients, shareOf } from './gradient';
import { transpose } from './panels';
import { clip, penalize } from './penalties';
import { layerAt, Plan } from './Plan';
import { AVERAGE, RESTORE } from './update';
import { visitAll } from './visits';

/** Takes the examples at places `from` to `to` of the order into the batch, as many at a time as the plan has room for. */
export function add(plan: Plan, thread: u32, from: u32, to: u32): void {
  for (let position = from; position < to; position += plan.batchCapacity) {
    addPortion(plan, thread, position, min(plan.batchCapacity, to - position));
  }
}

function addPortion(plan: Plan, thread: u32, position: u32, rows: u32): void {
  const scratch = plan.scratch + thread * plan.scratchBytes;
  const target = scratch + plan.scratchTarget;
  const from = shareOf(rows, thread, plan.threads);
  const to = shareOf(rows, thread + 1, plan.threads);
  transposeWeights(plan, thread);
  gather(plan, position, rows, from, to);
  barrier(plan);
  if (!forward(plan, scratch, rows, from, to)) store<u32>(changetype<usize>(plan) + offsetof<Plan>('overflow'), 1);
  backward(plan, scratch, target, position, from, to);
  barrier(plan);
  if (thread == 0) count(plan, rows);
  addGradients(plan, thread, scratch, rows, position);
  barrier(plan);
}

/** The weights of all layers but the first, the other way round, for the way back. */
function transposeWeights(plan: Plan, thread: u32): void {
  for (let index: u32 = 1 + thread; index < plan.layerCount; index += plan.threads) {
    const layer = layerAt(plan, index);
    transpose(layer.transposed, layer.weights, layer.inputs, layer.outputs);
  }
}

/** The inputs of rows `from` to `to`: as lists of what is not 0, unless the data set is dense or inputs are dropped. */
export function gather(plan: Plan, position: u32, rows: u32, from: u32, to: u32): void {
  if (plan.dropping) drawKept(plan, position, from, to);
  if (isSparse(plan) && plan.batchKept == 0) {
    gatherLists(plan, position, rows, from, to);
    return;
  }
  gatherRows(plan, position, from, to);
  if (plan.batchKept) {
    const start = (<usize>from * plan.width) << 2;
    keep(plan.batchInputs + start, plan.batchInputs + start, plan.batchKept + start, <usize>(to - from) * plan.width);
  }
}

/** Adds up what the examples cost, in their order. */
function count(plan: Plan, rows: u32): void {
  for (let row: usize = 0; row < rows; row++) {
    plan.cost += load<f64>(plan.costs + (row << 3));
    plan.right += load<u32>(plan.rights + (row << 2));
  }
}

/** The mean gradient with its penalties, clipped; for updates that are the host's, or as the first half of {@link apply}. */
export function finishGradient(plan: Plan, share: f32): void {
  visitAll(plan, 0, AVERAGE, share);
  if (plan.l1 != 0 || plan.twiceL2 != 0) penalize(plan);
  if (plan.clipping != 0 && !clip(plan)) plan.overflow = 1;
}

/**
 * Moves the parameters against the mean gradient, `share` being 1 / examples.
 * If one of them would not be finite, `overflow` says so and all are as they were.
 */
export function apply(plan: Plan, thread: u32, share: f32): void {
  let left = share;
  if (plan.l1 != 0 || plan.twiceL2 != 0 || plan.clipping != 0) {
    // What is done here before the update is done by one thread alone, and to all.
    if (thread == 0) finishAlone(plan, share);
    barrier(plan);
    left = 1;
  }
  if (plan.overflow == 0 && !visitAll(plan, thread, plan.update, left)) {
    store<u32>(changetype<usize>(plan) + offsetof<Plan>('overflow'), 1);
  }
  barrier(plan);
  if (plan.overflow) visitAll(plan, thread, RESTORE, left);
  if (thread == 0 && plan.touched) memory.fill(plan.touched, 0, <usize>plan.maskWords << 3);
}

function finishAlone(plan: Plan, share: f32): void {
  const threads = plan.threads;
  plan.threads = 1;
  finishGradient(plan, share);
  plan.threads = threads;
}
