// Backward: the delta of each layer, from the last to the first trainable one. A delta is the gradient of the cost with respect to a
// weighted sum. See learning/TrainingStep.ts.
import { activationDerivative, rowsAreFinite } from './activate';
import { SOFTMAX } from './activations';
import { maskDeltas } from './dropout';
import { targetOf } from './evaluate';
import { lastLayer, layerAt } from './layerAt';
import { arePartners, lossGradient } from './losses';
import { multiply } from './multiply';
import { byPanels, intoRows } from './product';
import { Layer, Plan } from './records';
import { weighDeltas } from './sampleWeights';
import { productOf } from './scratch';
import { softmaxBackward } from './softmax';

/**
 * delta of the last layer = gradient of the loss by each output x derivative of the activation x weight of the example, for rows
 * `from` to `to`.
 * Returns false if one is not finite: products with a zero must not hide it.
 */
export function outputDelta(plan: Plan, thread: u32, from: u32, to: u32): bool {
  const layer = lastLayer(plan);
  const partners = arePartners(plan.loss, layer.activation);
  const softmax = !partners && layer.activation == SOFTMAX;
  for (let row = from; row < to; row++) {
    lossGradient(plan, row, targetOf(plan, thread, row));
    const start = (<usize>row * layer.stride) << 2;
    if (softmax) softmaxBackward(layer.deltas + start, layer.activations + start, layer.outputs);
  }
  if (!partners && !softmax) activationDerivative(layer, plan.layerCount - 1, from, to);
  if (plan.sampleWeights) weighDeltas(plan, layer, from, to);
  return rowsAreFinite(layer.deltas, layer, from, to);
}

/**
 * delta of a layer = (transposed W of the next layer x the next delta) x derivative of the activation, from the last layer down
 * to the first trainable one, for rows `from` to `to`. Returns false if one is not finite.
 */
export function backward(plan: Plan, thread: u32, from: u32, to: u32): bool {
  let finite = true;
  for (let index = <i32>plan.layerCount - 2; index >= <i32>plan.firstTrainable; index--) {
    const layer = layerAt(plan, index);
    inputGradient(plan, thread, layer, layerAt(plan, index + 1), from, to);
    if (layer.mask) maskDeltas(layer, from, to);
    activationDerivative(layer, index, from, to);
    if (!rowsAreFinite(layer.deltas, layer, from, to)) finite = false;
  }
  return finite;
}

/** deltas = transposed W of the next layer x its deltas. */
function inputGradient(plan: Plan, thread: u32, layer: Layer, next: Layer, from: u32, to: u32): void {
  const product = productOf(plan, thread);
  product.left = next.deltas;
  product.leftRow = next.stride << 2;
  product.leftTerm = 4;
  product.from = from;
  product.to = to;
  byPanels(product, next.transposed, next.outputs, layer.outputs);
  intoRows(product, layer.deltas, layer.stride);
  multiply(plan, thread, product, next.sparse != 0);
}
