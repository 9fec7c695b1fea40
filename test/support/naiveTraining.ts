// A training step written anew, as plainly as can be: every product and every sum rounded, every sum in index order from +0, no
// tricks. It shares nothing with the library but e^x and tanh.
import { expFloat32, tanhFloat32 } from 'glassbox-nn';

const f = Math.fround;

export type NaiveActivation = 'identity' | 'relu' | 'sigmoid' | 'tanh' | 'softmax';

/** A layer as lists of numbers: weights[neuron][input]. */
export interface NaiveLayer {
  readonly weights: number[][];
  readonly biases: number[];
  readonly activation: NaiveActivation;
}

/** The gradient of a layer's parameters. */
export interface NaiveGradient {
  readonly weights: number[][];
  readonly biases: number[];
}

/** The mean gradient of a batch. `passOverZeros` leaves out products with a zero, which must not change a bit. */
export function naiveGradient(
  layers: readonly NaiveLayer[],
  batch: readonly { input: readonly number[]; target: readonly number[] }[],
  loss: 'quadratic' | 'crossEntropy',
  passOverZeros: boolean,
): NaiveGradient[] {
  const total = (terms: [number, number][]) =>
    terms.reduce((sum, [a, b]) => (passOverZeros && (a === 0 || b === 0) ? sum : f(sum + f(a * b))), 0);
  const gradients = layers.map(({ weights, biases }) => ({
    weights: weights.map((row) => row.map(() => 0)),
    biases: biases.map(() => 0),
  }));
  for (const { input, target } of batch) {
    const columns: number[][] = [[...input]];
    const sums: number[][] = [];
    layers.forEach(({ weights, biases, activation }, l) => {
      sums.push(weights.map((row, i) => f(total(row.map((weight, j) => [weight, columns[l][j]])) + biases[i])));
      columns.push(activate(activation, sums[l]));
    });
    let delta = outputDelta(
      layers[layers.length - 1].activation,
      sums[layers.length - 1],
      columns[layers.length],
      target,
      loss,
    );
    for (let l = layers.length - 1; l >= 0; l--) {
      delta.forEach((error, i) => {
        columns[l].forEach((activation, j) => {
          if (passOverZeros && (error === 0 || activation === 0)) return;
          gradients[l].weights[i][j] = f(gradients[l].weights[i][j] + f(error * activation));
        });
        gradients[l].biases[i] = f(gradients[l].biases[i] + error);
      });
      if (l === 0) break;
      const carried = columns[l].map((_, j) => total(delta.map((error, i) => [layers[l].weights[i][j], error])));
      delta = carried.map((error, j) => f(error * slope(layers[l - 1].activation, sums[l - 1][j], columns[l][j])));
    }
  }
  const share = f(1 / batch.length);
  return gradients.map(({ weights, biases }) => ({
    weights: weights.map((row) => row.map((sum) => f(sum * share))),
    biases: biases.map((sum) => f(sum * share)),
  }));
}

function activate(activation: NaiveActivation, sums: readonly number[]): number[] {
  if (activation === 'softmax') {
    const powers = sums.map((sum) => expFloat32(f(sum - Math.max(...sums))));
    const total = powers.reduce((sum, power) => f(sum + power), 0);
    return powers.map((power) => f(power / total));
  }
  return sums.map((sum) => {
    if (activation === 'relu') return sum > 0 ? sum : 0;
    if (activation === 'tanh') return tanhFloat32(sum);
    if (activation === 'identity') return sum;
    const power = expFloat32(-Math.abs(sum));
    return f((sum > 0 ? 1 : power) / f(1 + power));
  });
}

function slope(activation: NaiveActivation, sum: number, value: number): number {
  if (activation === 'relu') return sum > 0 ? 1 : 0;
  if (activation === 'tanh') return f(1 - f(value * value));
  return activation === 'identity' ? 1 : f(value * f(1 - value));
}

function outputDelta(
  activation: NaiveActivation,
  sums: readonly number[],
  outputs: readonly number[],
  target: readonly number[],
  loss: 'quadratic' | 'crossEntropy',
): number[] {
  const differences = outputs.map((output, i) => f(output - target[i]));
  if (loss === 'crossEntropy') return differences;
  if (activation !== 'softmax')
    return differences.map((difference, i) => f(difference * slope(activation, sums[i], outputs[i])));
  const shared = differences.reduce((sum, difference, i) => f(sum + f(difference * outputs[i])), 0);
  return differences.map((difference, i) => f(outputs[i] * f(difference - shared)));
}
