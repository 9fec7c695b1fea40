// A layer's activation on whole arrays: forward from weighted sums, and back from slopes.
import { type Kernel, kernels } from '../linalg/kernels.js';
import { softmaxBackward, softmaxForward } from '../linalg/softmax.js';
import { NumericError } from '../support/errors.js';
import { describe, wording } from '../support/wording.js';
import type { Activation, LayerActivation } from './activations/activation.js';

const f = Math.fround;

/** activations = squish(weightedSums), both [outputs]; they may be the same array. */
export function activate(activation: LayerActivation, activations: Float32Array, weightedSums: Float32Array): void {
  if (activation.kind === 'vector') {
    softmaxForward(activations, weightedSums);
    return;
  }
  const kernel = kernelOf(activation);
  if (kernel === undefined) activateByOwn(activation, activations, weightedSums);
  else for (let i = 0; i < activations.length; i++) activations[i] = kernel.value(weightedSums[i]);
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
    return;
  }
  const kernel = kernelOf(activation);
  if (kernel === undefined) slopeByOwn(activation, delta, weightedSums, activations);
  else for (let i = 0; i < delta.length; i++) delta[i] = delta[i] * f(kernel.derivative(weightedSums[i], activations[i]));
}

/** The built-in kernel that the activation names; none for one of your own, whose results are rounded as they are stored. */
function kernelOf({ kernel }: Activation): Kernel | undefined {
  return kernel !== undefined && Object.hasOwn(kernels, kernel) ? kernels[kernel] : undefined;
}

function activateByOwn(activation: Activation, activations: Float32Array, weightedSums: Float32Array): void {
  for (let i = 0; i < activations.length; i++) {
    const sum = weightedSums[i];
    const value: unknown = activation(sum);
    if (!isAnswer(value, sum)) throw fault(`activation ${activation.name} of the weighted sum ${sum}`, value);
    activations[i] = value;
  }
}

function slopeByOwn(activation: Activation, delta: Float32Array, weightedSums: Float32Array, activations: Float32Array): void {
  for (let i = 0; i < delta.length; i++) {
    const sum = weightedSums[i];
    const slope: unknown = activation.derivative(sum, activations[i]);
    if (!isAnswer(slope, sum)) throw fault(`derivative of the activation ${activation.name} at the weighted sum ${sum}`, slope);
    delta[i] = delta[i] * f(slope);
  }
}

/** Whether a function of your own made a number of a finite one: else it is at fault, and not what it was given. */
function isAnswer(value: unknown, sum: number): value is number {
  return typeof value === 'number' && !(Number.isNaN(value) && Number.isFinite(sum));
}

function fault(what: string, value: unknown): NumericError {
  return new NumericError(wording(what, 'a number', describe(value), 'Its formula must hold for every finite number.'));
}
