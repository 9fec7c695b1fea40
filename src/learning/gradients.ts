// The slope of the cost by every weight and bias, in the shape of the network itself.

import { addOuterProduct } from '../linalg/matrixVector.js';
import { add, scale } from '../linalg/vectors.js';
import type { Trace } from '../model/forward.js';
import type { Layer } from '../model/Layer.js';

/** The slope of the cost by each knob of a layer. */
export interface LayerGradient {
  /** [outputs, inputs], as the layer's weights. */
  readonly weights: Float32Array;
  /** [outputs], as the layer's biases. */
  readonly biases: Float32Array;
}

/** Gradients of zeros for layers. */
export function zeroGradients(layers: readonly Layer[]): LayerGradient[] {
  return layers.map(({ weights, biases }) => ({
    weights: new Float32Array(weights.length),
    biases: new Float32Array(biases.length),
  }));
}

/** What each layer sees: the input, and the activations of the layer before it. */
export function layerInputs(trace: Trace): Float32Array[] {
  return [trace.input, ...trace.layers.slice(0, -1).map(({ activations }) => activations)];
}

/**
 * Adds the gradient of one example: a weight's slope is its neuron's delta times the activation it weighs.
 *
 * @param columns - [inputs] of each layer: what it saw.
 */
export function addGradients(
  gradients: readonly LayerGradient[],
  deltas: readonly Float32Array[],
  columns: readonly Float32Array[],
): void {
  for (let layer = 0; layer < gradients.length; layer++) {
    const { weights, biases } = gradients[layer];
    addOuterProduct(weights, deltas[layer], columns[layer]);
    add(biases, biases, deltas[layer]);
  }
}

/** Divides sums over `count` examples into means: times 1 / count, rounded, as the arithmetic contract has it. */
export function averageGradients(gradients: readonly LayerGradient[], count: number): void {
  for (const { weights, biases } of gradients) {
    scale(weights, weights, 1 / count);
    scale(biases, biases, 1 / count);
  }
}
