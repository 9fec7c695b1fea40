// Outputs of inputs that the host has put into `batchInputs`, in one call.
import { paysOff, squish, weigh } from './forward';
import { answer } from './judge';
import { layerAt } from './layerAt';
import { Layer, Plan } from './records';
import { MOST_TERMS, sieveRows, sievedProduct } from './sieve';

/** What came of it: outputs; nothing, since an input is not finite; outputs on whose way an activation was not finite. */
const FINE: u32 = 0;
export const BAD_INPUT: u32 = 1;
const OVERFLOW: u32 = 2;

/**
 * Takes `rows` inputs through the network. Their outputs then lie in the last layer's activations, [rows, outputs], without gaps.
 *
 * @param cases - See sieve.ts.
 */
export function predict(plan: Plan, cases: usize, rows: u32): u32 {
  weighInputs(plan, cases, rows);
  if (!areFinite(plan, rows)) return BAD_INPUT;
  let finite = squish(layerAt(plan, 0), 0, 0, rows);
  for (let index: u32 = 1; index < plan.layerCount; index++) {
    weigh(plan, plan.scratch, index, rows, 0, rows, 0, layerAt(plan, index).outputs);
    if (!squish(layerAt(plan, index), index, 0, rows)) finite = false;
  }
  closeGaps(layerAt(plan, plan.layerCount - 1), rows);
  return finite ? FINE : OVERFLOW;
}

/** The weighted sums of the first layer, without the zeros among the inputs where there are many. */
function weighInputs(plan: Plan, cases: usize, rows: u32): void {
  const layer = layerAt(plan, 0);
  const terms = layer.inputs;
  const a = plan.batchInputs;
  const aRow = <usize>terms << 2;
  const sieve = plan.inputLists;
  if (terms <= MOST_TERMS && paysOff(sieveRows(sieve, rows, a, aRow, terms, cases), rows, terms)) {
    const outRow = <usize>layer.stride << 2;
    sievedProduct(layer.weightedSums, outRow, sieve, rows, a, aRow, terms, layer.weights, layer.outputs);
  } else {
    weigh(plan, plan.scratch, 0, rows, 0, rows, 0, layer.outputs);
  }
}

/**
 * Whether all inputs are finite. Weights are, so an input that is not makes every sum of its row so: it is enough to look at one
 * sum, and only if that is not finite, at the inputs.
 */
function areFinite(plan: Plan, rows: u32): bool {
  const layer = layerAt(plan, 0);
  for (let row: u32 = 0; row < rows; row++) {
    const sum = load<f32>(layer.weightedSums + ((<usize>row * layer.stride) << 2));
    if (sum - sum == 0) continue;
    const start = plan.batchInputs + ((<usize>row * layer.inputs) << 2);
    const end = start + (<usize>layer.inputs << 2);
    for (let place = start; place < end; place += 4) if (load<f32>(place) - load<f32>(place) != 0) return false;
  }
  return true;
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
