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

/** Adds the gradient of one example: a weight's slope is its neuron's delta times the activation it weighs. */
export function addGradients(gradients: readonly LayerGradient[], deltas: readonly Float32Array[], trace: Trace): void {
  let inputs = trace.input;
  for (let layer = 0; layer < gradients.length; layer++) {
    const { weights, biases } = gradients[layer];
    addOuterProduct(weights, deltas[layer], inputs);
    add(biases, biases, deltas[layer]);
    inputs = trace.layers[layer].activations;
  }
}

/** Divides sums over `count` examples into means: times 1 / count, rounded, as the arithmetic contract has it. */
export function averageGradients(gradients: readonly LayerGradient[], count: number): void {
  for (const { weights, biases } of gradients) {
    scale(weights, weights, 1 / count);
    scale(biases, biases, 1 / count);
  }
}
