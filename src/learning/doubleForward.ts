// Forward in double precision, by the activations' formulas: fine enough to measure the change of a cost.
import type { Layer } from '../model/Layer.js';

/** A layer's weighted sums and activations in double precision. */
export interface DoubleTrace {
  readonly weightedSums: Float64Array;
  readonly activations: Float64Array;
}

/** The parameters of a layer in double precision, so that a small nudge is not lost. */
export interface DoubleLayer {
  readonly layer: Layer;
  readonly weights: Float64Array;
  readonly biases: Float64Array;
}

/** Copies of the layers' parameters. */
export function doubleLayers(layers: readonly Layer[]): DoubleLayer[] {
  return layers.map((layer) => ({ layer, weights: Float64Array.from(layer.weights), biases: Float64Array.from(layer.biases) }));
}

/** Every layer's trace. */
export function doubleForward(layers: readonly DoubleLayer[], input: ArrayLike<number>): DoubleTrace[] {
  let inputs = input;
  return layers.map(({ layer, weights, biases }) => {
    const weightedSums = biases.map((bias, neuron) => {
      let sum = 0;
      for (let i = 0; i < inputs.length; i++) sum += weights[neuron * inputs.length + i] * inputs[i];
      return sum + bias;
    });
    const { activation } = layer;
    const activations: Float64Array =
      activation.kind === 'vector' ? activation(weightedSums) : weightedSums.map((sum) => activation(sum));
    inputs = activations;
    return { weightedSums, activations };
  });
}
