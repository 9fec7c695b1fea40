// Outputs of inputs that the host has put into `batchInputs`, in one call.
import { allFinite, forward, paysOff } from './forward';
import { DENSE_FLOATS, SPARSE_FLOATS } from './gather';
import { answer } from './judge';
import { valuesOf } from './lists';
import { Layer, layerAt, Plan } from './Plan';
import { sieve } from './sieve';

/** What came of it: outputs; nothing, since an input is not finite; outputs on whose way an activation was not finite. */
const FINE: u32 = 0;
const BAD_INPUT: u32 = 1;
const OVERFLOW: u32 = 2;

/**
 * Takes `rows` inputs through the network. Their outputs then lie in the last layer's activations, [rows, outputs], without gaps.
 *
 * @param cases - See sieve.ts.
 */
export function predict(plan: Plan, cases: usize, rows: u32): u32 {
  const lists = plan.inputLists;
  const capacity = plan.listCapacity;
  const width = plan.width;
  const listed = sieve(lists, capacity, rows, plan.batchInputs, <usize>width << 2, width, cases);
  // What is not finite is not 0, so it is among what is listed.
  if (!allFinite(valuesOf(lists, rows, capacity), listed)) return BAD_INPUT;
  plan.inputKind = paysOff(listed, rows, width) ? SPARSE_FLOATS : DENSE_FLOATS;
  const finite = forward(plan, plan.scratch, rows, 0, rows);
  closeGaps(layerAt(plan, plan.layerCount - 1), rows);
  return finite ? FINE : OVERFLOW;
}

/** The brightest output of each of the rows that `predict` has left, into `answers`. */
export function answerRows(plan: Plan, rows: u32): void {
  const layer = layerAt(plan, plan.layerCount - 1);
  for (let row: u32 = 0; row < rows; row++) {
    const outputs = layer.activations + ((<usize>row * layer.outputs) << 2);
    store<u32>(plan.answers + (<usize>row << 2), answer(outputs, layer.outputs));
  }
}

/** From rows that are `stride` apart to rows that are `outputs` apart, first to last, so that none is overwritten before it moved. */
function closeGaps(layer: Layer, rows: u32): void {
  const far = <usize>layer.stride << 2;
  const near = <usize>layer.outputs << 2;
  if (far == near) return;
  for (let row: usize = 1; row < rows; row++) {
    const from = layer.activations + row * far;
    const to = layer.activations + row * near;
    for (let at: usize = 0; at < far; at += 16) v128.store(to + at, v128.load(from + at));
  }
}
