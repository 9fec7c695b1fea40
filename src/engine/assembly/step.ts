// One training step in the core: the acts of learning/TrainingStep.ts, in their order and under their names, on rows of a batch
// side by side. `addExamples` takes examples in, `update` then moves the parameters once. Every thread calls both.
import { backward, outputDelta } from './backward';
import { clipGradients } from './clipping';
import { addTotals, costsAndAnswers } from './evaluate';
import { forward } from './forward';
import { gather } from './gather';
import { addGradient, averageGradient } from './gradient';
import { layerAt } from './layerAt';
import { holdNorms } from './maxNorm';
import { transpose } from './panels';
import { addPenalty } from './penalties';
import { Plan } from './records';
import { agreeOnOverflow, barrier, shareOf } from './threads';
import { RESTORE } from './update';
import { visitParameters } from './visits';

/**
 * Adds the examples at places `from` to `to` of the order to the batch, as many at a time as the plan has room for.
 *
 * @param transposed - Whether the transposed weights are made, since the batch has examples already.
 */
export function addExamples(plan: Plan, thread: u32, from: u32, to: u32, transposed: bool): void {
  if (!transposed) transposeWeights(plan, thread);
  for (let position = from; position < to; position += plan.batchCapacity) {
    addRows(plan, thread, position, min(plan.batchCapacity, to - position));
  }
}

/** Each thread takes some of the rows forward and backward; then each adds all rows to its part of the gradient. */
function addRows(plan: Plan, thread: u32, position: u32, rows: u32): void {
  plan.position = position;
  plan.rows = rows;
  const from = shareOf(rows, thread, plan.threads);
  const to = shareOf(rows, thread + 1, plan.threads);
  gather(plan, from, to);
  barrier(plan);
  if (!forward(plan, thread, from, to)) plan.overflow = 1;
  costsAndAnswers(plan, thread, from, to);
  if (!outputDelta(plan, thread, from, to)) plan.overflow = 1;
  if (!backward(plan, thread, from, to)) plan.overflow = 1;
  barrier(plan);
  if (thread == 0) addTotals(plan);
  addGradient(plan, thread);
  barrier(plan);
}

/** The transposed weights of all layers above the first trainable one, for the way back. A thread has inputs of its own. */
function transposeWeights(plan: Plan, thread: u32): void {
  for (let index: u32 = plan.firstTrainable + 1; index < plan.layerCount; index++) {
    const layer = layerAt(plan, index);
    const fours = (layer.inputs + 3) >> 2;
    const from = shareOf(fours, thread, plan.threads) << 2;
    const to = min(layer.inputs, shareOf(fours, thread + 1, plan.threads) << 2);
    transpose(layer.transposed, layer.weights, layer.inputs, layer.outputs, from, to);
  }
}

/**
 * Moves the parameters against the mean gradient, `share` being 1 / examples. If one of them is not finite afterwards,
 * `overflow` says so, and `restore` puts them all back. Threads have agreed before that nothing overflowed, and wait for each
 * other after.
 */
export function update(plan: Plan, thread: u32, share: f32): void {
  let factor = share;
  if (plan.l1 != 0 || plan.twiceL2 != 0 || plan.clipping != 0) {
    finishGradient(plan, thread, share);
    if (agreeOnOverflow(plan)) return;
    factor = 1;
  }
  // An optimizer averages the gradient as it reads it, which saves a pass where nothing else is done with it.
  if (!visitParameters(plan, thread, plan.update, factor)) plan.overflow = 1;
  if (plan.maxNorm != 0 && !agreeOnOverflow(plan)) holdNorms(plan, thread);
}

/** Makes the sums of gradients into the mean gradient, with its penalties, clipped. */
export function finishGradient(plan: Plan, thread: u32, share: f32): void {
  averageGradient(plan, thread, share);
  barrier(plan);
  if (plan.l1 != 0 || plan.twiceL2 != 0) {
    addPenalty(plan, thread);
    barrier(plan);
  }
  if (plan.clipping != 0 && !clipGradients(plan, thread)) plan.overflow = 1;
}

/** Puts the parameters back as they were before the last `update`: without threads. */
export function restore(plan: Plan): void {
  for (let thread: u32 = 0; thread < plan.threads; thread++) visitParameters(plan, thread, RESTORE, 1);
}

/** Makes ready for the next batch. */
export function reset(plan: Plan): void {
  plan.cost = 0;
  plan.right = 0;
  if (plan.batchMask) memory.fill(plan.batchMask, 0, (<usize>plan.maskWords) << 3);
}
