// What one would write by hand without a library: loops over Float32Arrays that pass over black pixels, round nothing on the way
// and call Math.exp. The yardstick of the benchmarks.
//
// Weights stand as [inputs, outputs], so that a black pixel is passed over once for all neurons.
import { layersOf, transposed } from '../parameters.js';
import type { Model } from '../works.js';

export interface HandLayer {
  readonly inputs: number;
  readonly outputs: number;
  readonly activation: 'sigmoid' | 'relu' | 'softmax';
  readonly weights: Float32Array;
  readonly biases: Float32Array;
  readonly weightGradient: Float32Array;
  readonly biasGradient: Float32Array;
  readonly sums: Float64Array;
  readonly activations: Float32Array;
  readonly deltas: Float32Array;
}

/** The layers of a model that starts from `start`, flat as parameters.ts lays it out. */
export function handLayers({ sizes, hidden, output }: Model, start: Float32Array): HandLayer[] {
  return layersOf(start, sizes).map(({ inputs, outputs, weights, biases }, index) => ({
    inputs,
    outputs,
    activation: index === sizes.length - 2 ? output : hidden,
    weights: transposed(weights, outputs, inputs),
    biases: Float32Array.from(biases),
    weightGradient: new Float32Array(inputs * outputs),
    biasGradient: new Float32Array(outputs),
    sums: new Float64Array(outputs),
    activations: new Float32Array(outputs),
    deltas: new Float32Array(outputs),
  }));
}
