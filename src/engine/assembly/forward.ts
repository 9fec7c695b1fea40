// Forward: activations = activation(W inputs + b), the bias last, layer after layer, for rows of the batch.
import { activate } from './activate';
import { directSums } from './directProduct';
import { maskActivations } from './dropout';
import { isDirect, isListed } from './gather';
import { hasSparseInputs, layerAt, layerInputs, layerInputsRow } from './layerAt';
import { multiply } from './multiply';
import { columnPlace } from './panels';
import { byPanels, intoRows } from './product';
import { Lists, Plan } from './records';
import { productOf } from './scratch';
import { sparseProduct } from './sparseProduct';
import { barrier, neuronsFrom, neuronsTo, sharesNeurons } from './threads';

/** Takes a thread's rows `from` to `to` through all layers. Returns false if an activation is not finite. */
export function forward(plan: Plan, thread: u32, from: u32, to: u32): bool {
  let finite = true;
  for (let index: u32 = 0; index < plan.layerCount; index++) {
    const layer = layerAt(plan, index);
    if (sharesNeurons(plan, layer)) {
      // A thread makes its neurons' sums for all rows. All wait for each other before and after.
      barrier(plan);
      weightedSums(plan, thread, index, 0, plan.rows);
      barrier(plan);
    } else {
      weightedSums(plan, thread, index, from, to);
    }
    if (!activate(layer, index, from, to)) finite = false;
    if (layer.mask && !maskActivations(layer, from, to)) finite = false;
  }
  return finite;
}

/** weightedSums = W inputs, still without the biases, for rows `from` to `to`: of a thread's neurons, or of all. */
export function weightedSums(plan: Plan, thread: u32, index: u32, from: u32, to: u32): void {
  const layer = layerAt(plan, index);
  if (index == 0 && isDirect(plan)) {
    directSums(plan, layer, from, to);
    return;
  }
  const first = neuronsFrom(plan, layer, thread);
  const neurons = neuronsTo(plan, layer, thread) - first;
  const product = productOf(plan, thread);
  product.left = layerInputs(plan, index);
  product.leftRow = layerInputsRow(plan, index);
  product.leftTerm = 4;
  product.from = from;
  product.to = to;
  byPanels(product, columnPlace(layer.weights, layer.inputs, layer.outputs, first), layer.inputs, neurons);
  intoRows(product, layer.weightedSums + (first << 2), layer.stride);
  if (index == 0 && isListed(plan)) sparseProduct(product, changetype<Lists>(plan.inputLists));
  else multiply(plan, thread, product, hasSparseInputs(plan, index));
}
