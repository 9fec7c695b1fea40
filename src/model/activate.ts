// A layer's activation on whole arrays: forward from weighted sums, and back from slopes.
import { type Kernel, kernels } from '../linalg/kernels.js';
import { softmaxBackward, softmaxForward } from '../linalg/softmax.js';
import type { Activation, LayerActivation } from './activations/activation.js';

const f = Math.fround;

/** activations = squish(weightedSums), both [outputs]. */
export function activate(activation: LayerActivation, activations: Float32Array, weightedSums: Float32Array): void {
  if (activation.kind === 'vector') {
    softmaxForward(activations, weightedSums);
  } else {
    const { value } = float32Form(activation);
    for (let i = 0; i < activations.length; i++) activations[i] = value(weightedSums[i]);
  }
}

/**
 * Turns the slope of the cost by each activation into its slope by each weighted sum, by the chain rule.
 * `delta`, [outputs], is changed in place.
 */
export function activateBackward(
  activation: LayerActivation,
  delta: Float32Array,
  weightedSums: Float32Array,
  activations: Float32Array,
): void {
  if (activation.kind === 'vector') {
    softmaxBackward(delta, activations);
  } else {
    const { derivative } = float32Form(activation);
    for (let i = 0; i < delta.length; i++) delta[i] = delta[i] * f(derivative(weightedSums[i], activations[i]));
  }
}

/** The built-in kernel that the activation names, or for one of your own its formula, whose results are rounded as they are stored. */
function float32Form(activation: Activation): Kernel {
  const { kernel } = activation;
  if (kernel !== undefined && Object.hasOwn(kernels, kernel)) return kernels[kernel] as Kernel;
  return { value: activation, derivative: activation.derivative };
}
