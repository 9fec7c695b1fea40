// The gradient of the cost with respect to a weight is its neuron's delta times its input, added up over the batch in its order.
import { directGradient } from './directProduct';
import { isDirect, isListed, markColumns } from './gather';
import { hasSparseInputs, layerAt, layerInputs, layerInputsRow } from './layerAt';
import { transposeLists } from './lists';
import { multiply } from './multiply';
import { columnPlace, pack, WIDE } from './panels';
import { byPanels, ontoPanels } from './product';
import { Layer, Lists, Plan } from './records';
import { listsOf, panelsOf, productOf } from './scratch';
import { sparseProduct } from './sparseProduct';
import { inputsFrom, inputsTo, neuronsFrom, neuronsTo, shareOf } from './threads';
import { AVERAGE } from './update';
import { visitParameters } from './visits';

/**
 * gradient of the weights += delta x inputs, every neuron's with every input; gradient of the biases += delta. For all rows of
 * the batch; each thread has a part of each matrix: see threads.ts.
 */
export function addGradient(plan: Plan, thread: u32): void {
  for (let index: u32 = 0; index < plan.layerCount; index++) {
    const layer = layerAt(plan, index);
    if (layer.frozen) continue;
    addWeightGradient(plan, thread, index);
    const fours = layer.stride >> 2;
    addBiasGradient(layer, plan.rows, shareOf(fours, thread, plan.threads), shareOf(fours, thread + 1, plan.threads));
  }
  if (thread == 0 && plan.batchMask) markColumns(plan);
}

/** gradient = sum over the examples x `share`, which is 1 / examples. */
export function averageGradient(plan: Plan, thread: u32, share: f32): void {
  visitParameters(plan, thread, AVERAGE, share);
}

/** The product of the transposed inputs and the deltas. */
function addWeightGradient(plan: Plan, thread: u32, index: u32): void {
  const layer = layerAt(plan, index);
  if (index == 0 && isDirect(plan)) {
    directGradient(plan, layer);
    return;
  }
  const first = neuronsFrom(plan, layer, thread);
  const neurons = neuronsTo(plan, layer, thread) - first;
  const product = productOf(plan, thread);
  product.left = layerInputs(plan, index);
  product.leftRow = 4;
  product.leftTerm = layerInputsRow(plan, index);
  product.from = inputsFrom(plan, layer, thread);
  product.to = inputsTo(plan, layer, thread);
  byPanels(product, deltaPanels(plan, thread, layer, first, neurons), plan.rows, neurons);
  ontoPanels(product, columnPlace(layer.weightGradient, layer.inputs, layer.outputs, first), layer.inputs);
  if (index == 0 && isListed(plan)) {
    const lists = listsOf(plan, thread);
    transposeLists(lists, changetype<Lists>(plan.inputLists), plan.listCapacity, plan.rows, layer.inputs);
    sparseProduct(product, lists);
  } else {
    multiply(plan, thread, product, hasSparseInputs(plan, index));
  }
}

/** Deltas as panels of [rows, neurons], from neuron `first` on. Where there is one panel, the rows already lie so. */
function deltaPanels(plan: Plan, thread: u32, layer: Layer, first: u32, neurons: u32): usize {
  if (layer.outputs == WIDE || layer.stride == 4) return layer.deltas;
  const panels = panelsOf(plan, thread);
  pack(panels, layer.deltas + (first << 2), plan.rows, neurons, layer.stride);
  return panels;
}

/** Adds to the gradient of the biases `from` to `to`, counted in fours. */
function addBiasGradient(layer: Layer, rows: u32, from: u32, to: u32): void {
  const bytes = (<usize>layer.stride) << 2;
  for (let at = (<usize>from) << 4; at < (<usize>to) << 4; at += 16) {
    let sum = v128.load(layer.biasGradient + at);
    let place = layer.deltas + at;
    for (let row: u32 = 0; row < rows; row++) {
      sum = f32x4.add(sum, v128.load(place));
      place += bytes;
    }
    v128.store(layer.biasGradient + at, sum);
  }
}
