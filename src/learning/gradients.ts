// Gradients by the parameters of layers.
import type { Layer } from '../model/Layer.js';

/** The gradient of the cost by each parameter of a layer. */
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
