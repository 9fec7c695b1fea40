// Forward through one layer: a' = activation(W a + b); and its activation back, by the derivative.
import { matrixTimesVector } from '../linalg/matrixVector.js';
import { checkLayerHeld } from '../support/checks.js';
import { customActivate, customActivationDerivative, type LayerActivation } from './activations/activation.js';
import type { Layer } from './Layer.js';

/**
 * weightedSums = W inputs + b, the bias last, and activations = activation(weightedSums).
 *
 * @param weightedSums - [outputs], overwritten.
 * @param activations - [outputs], overwritten; may be `weightedSums`.
 * @param inputs - [inputs]
 */
export function forwardLayer(layer: Layer, weightedSums: Float32Array, activations: Float32Array, inputs: Float32Array): void {
  checkLayerHeld('layer', layer);
  matrixTimesVector(weightedSums, layer.weights, inputs);
  const { biases } = layer;
  for (let i = 0; i < biases.length; i++) weightedSums[i] = weightedSums[i] + biases[i];
  activate(layer.activation, activations, weightedSums);
}

const f = Math.fround;

/** activations = activation(weightedSums), both [outputs]; they may be the same array. */
export function activate(activation: LayerActivation, activations: Float32Array, weightedSums: Float32Array): void {
  if (activation.kind === 'vector') activation.float32.value(activations, weightedSums);
  else if (typeof activation.float32?.value === 'function') {
    const { value } = activation.float32;
    for (let i = 0; i < activations.length; i++) activations[i] = value(weightedSums[i]);
  } else customActivate(activation, activations, weightedSums);
}

/**
 * delta = delta x activation'(weightedSums), by the chain rule: from the derivative of the cost by each activation to that by each
 * weighted sum.
 *
 * @param delta - [outputs], changed in place.
 * @param weightedSums - [outputs]
 * @param activations - [outputs], as {@link activate} made them.
 */
export function activationDerivative(
  activation: LayerActivation,
  delta: Float32Array,
  weightedSums: Float32Array,
  activations: Float32Array,
): void {
  if (activation.kind === 'vector') activation.float32.derivative(delta, activations);
  else if (typeof activation.float32?.value === 'function') {
    const { derivative } = activation.float32;
    for (let i = 0; i < delta.length; i++) delta[i] = delta[i] * f(derivative(weightedSums[i], activations[i]));
  } else customActivationDerivative(activation, delta, weightedSums, activations);
}
