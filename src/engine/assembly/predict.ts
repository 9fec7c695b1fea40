// Outputs of inputs that the host has put into `batchInputs`, in one call.
import { activate } from './activate';
import { answer } from './evaluate';
import { weightedSums } from './forward';
import { lastLayer, layerAt, layerInputsRow } from './layerAt';
import { paysOff } from './multiply';
import { byPanels, intoRows } from './product';
import { Layer, Plan } from './records';
import { productOf } from './scratch';
import { MOST_TERMS, sievedProduct, sieveRows } from './sieve';

/** Results of a prediction: outputs; none, since an input is not finite; outputs after an activation that was not finite. */
const FINE: u32 = 0;
export const BAD_INPUT: u32 = 1;
const OVERFLOW: u32 = 2;

/**
 * Takes `rows` inputs through the network. Their outputs then lie in the last layer's activations, [rows, outputs], without
 * gaps.
 *
 * @param cases - See sieve.ts.
 */
export function predict(plan: Plan, cases: usize, rows: u32): u32 {
  plan.rows = rows;
  inputSums(plan, cases);
  if (!areFinite(plan)) return BAD_INPUT;
  let finite = activate(layerAt(plan, 0), 0, 0, rows);
  for (let index: u32 = 1; index < plan.layerCount; index++) {
    weightedSums(plan, 0, index, 0, rows);
    if (!activate(layerAt(plan, index), index, 0, rows)) finite = false;
  }
  closeGaps(lastLayer(plan), rows);
  return finite ? FINE : OVERFLOW;
}

/** The weighted sums of the first layer, without the zeros among the inputs where there are many. */
function inputSums(plan: Plan, cases: usize): void {
  const layer = layerAt(plan, 0);
  const sieve = plan.inputLists;
  const product = productOf(plan, 0);
  product.left = plan.batchInputs;
  product.leftRow = layerInputsRow(plan, 0);
  product.from = 0;
  product.to = plan.rows;
  byPanels(product, layer.weights, layer.inputs, layer.outputs);
  intoRows(product, layer.weightedSums, layer.stride);
  if (layer.inputs <= MOST_TERMS && paysOff(sieveRows(sieve, cases, product), plan.rows, layer.inputs)) {
    sievedProduct(product, sieve);
  } else {
    weightedSums(plan, 0, 0, 0, plan.rows);
  }
}

/**
 * Whether all inputs are finite. Weights are, so an input that is not makes every sum of its row so: it is enough to look at
 * one sum, and only if that is not finite, at the inputs.
 */
function areFinite(plan: Plan): bool {
  const layer = layerAt(plan, 0);
  for (let row: u32 = 0; row < plan.rows; row++) {
    const sum = load<f32>(layer.weightedSums + ((<usize>row * layer.stride) << 2));
    if (sum - sum == 0) continue;
    const start = plan.batchInputs + ((<usize>row * layer.inputs) << 2);
    const end = start + ((<usize>layer.inputs) << 2);
    for (let place = start; place < end; place += 4) if (load<f32>(place) - load<f32>(place) != 0) return false;
  }
  return true;
}

/** The brightest output of each of the rows that `predict` has left, into `answers`. */
export function answerRows(plan: Plan, rows: u32): void {
  const layer = lastLayer(plan);
  for (let row: u32 = 0; row < rows; row++) {
    const outputs = layer.activations + ((<usize>row * layer.outputs) << 2);
    store<u32>(plan.answers + ((<usize>row) << 2), answer(outputs, layer.outputs));
  }
}

/**
 * From rows that are `stride` apart to rows that are `outputs` apart: first to last, so that each moves before it is
 * overwritten.
 */
function closeGaps(layer: Layer, rows: u32): void {
  const far = (<usize>layer.stride) << 2;
  const near = (<usize>layer.outputs) << 2;
  if (far == near) return;
  for (let row: usize = 1; row < rows; row++) {
    const from = layer.activations + row * far;
    const to = layer.activations + row * near;
    for (let at: usize = 0; at < far; at += 16) v128.store(to + at, v128.load(from + at));
  }
}
