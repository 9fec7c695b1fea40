// Forward through one layer: a' = activation(W a + b).
import { matrixTimesVector } from '../linalg/matrixVector.js';
import { checkLayerHeld } from '../support/arrays.js';
import { activate } from './activate.js';
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
