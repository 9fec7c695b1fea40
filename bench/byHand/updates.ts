// Plain gradient descent and Adam by hand: functions that move the weights by the sums of a batch's slopes, and clear those.
import type { HandLayer } from './layers.js';

/** Moves all weights by the slopes summed over `count` examples. */
export type Update = (count: number) => void;

export function descent(layers: readonly HandLayer[], learningRate: number): Update {
  return (count) => {
    const rate = learningRate / count;
    for (const { weights, biases, weightGradient, biasGradient } of layers) {
      for (let i = 0; i < weights.length; i++) weights[i] -= rate * weightGradient[i];
      for (let i = 0; i < biases.length; i++) biases[i] -= rate * biasGradient[i];
      weightGradient.fill(0);
      biasGradient.fill(0);
    }
  };
}

export function adam(layers: readonly HandLayer[], learningRate: number): Update {
  const moved = layers
    .flatMap(({ weights, biases, weightGradient, biasGradient }) => [
      { values: weights, gradient: weightGradient },
      { values: biases, gradient: biasGradient },
    ])
    .map((pair) => ({ ...pair, means: new Float32Array(pair.values.length), squares: new Float32Array(pair.values.length) }));
  let step = 0;
  return (count) => {
    step += 1;
    const ofMean = 1 - 0.9 ** step;
    const ofSquare = 1 - 0.999 ** step;
    for (const { values, gradient, means, squares } of moved) {
      for (let i = 0; i < values.length; i++) {
        const slope = gradient[i] / count;
        means[i] = 0.9 * means[i] + 0.1 * slope;
        squares[i] = 0.999 * squares[i] + 0.001 * slope * slope;
        values[i] -= (learningRate * (means[i] / ofMean)) / (Math.sqrt(squares[i] / ofSquare) + 1e-7);
      }
      gradient.fill(0);
    }
  };
}
