// A step of plain descent with dropout, written anew as plainly as can be: every product and every sum rounded, in index order.
import type { Float32Kernel, Network } from 'glassbox-nn';
import { activations as builtIns } from '../support/builtIns.js';

const f = Math.fround;

/** An example, and the dropout mask of the input and of each hidden layer. */
interface DroppedExample {
  readonly input: readonly number[];
  readonly target: readonly number[];
  readonly kept: readonly (readonly boolean[])[];
}

/** Weights and biases of each layer after a step on the quadratic cost. `names` are the layers' activations. */
export function naiveDroppingStep(
  { layers }: Network,
  names: readonly (keyof typeof builtIns)[],
  examples: readonly DroppedExample[],
  rates: readonly number[],
  learningRate: number,
): number[][] {
  const kernels = names.map((name) => builtIns[name].float32 as Float32Kernel);
  const totals = layers.map(({ weights, biases }) => [...weights, ...biases].map(() => 0));
  for (const { input, target, kept } of examples) {
    const leave = (column: number, values: readonly number[]) =>
      values.map((value, i) => (rates[column] === 0 ? value : kept[column][i] ? f(value * f(1 / (1 - rates[column]))) : 0));
    const seen: number[][] = [];
    const sums: number[][] = [];
    const activations: number[][] = [];
    layers.forEach(({ weights, biases, inputs }, l) => {
      seen.push(leave(l, l === 0 ? input : activations[l - 1]));
      const products = (neuron: number) => seen[l].map((value, i) => f(weights[neuron * inputs + i] * value));
      sums.push(Array.from(biases, (bias, neuron) => f(total(products(neuron)) + bias)));
      activations.push(sums[l].map(kernels[l].value));
    });
    const slope = (l: number, i: number) => f(kernels[l].derivative(sums[l][i], activations[l][i]));
    const last = layers.length - 1;
    let delta = activations[last].map((output, i) => f(f(output - target[i]) * slope(last, i)));
    for (let l = last; l >= 0; l--) {
      const { inputs, outputs, weights } = layers[l];
      const add = (place: number, term: number) => {
        totals[l][place] = f(totals[l][place] + term);
      };
      delta.forEach((error, neuron) => {
        seen[l].forEach((value, i) => {
          add(neuron * inputs + i, f(error * value));
        });
        add(outputs * inputs + neuron, error);
      });
      if (l === 0) break;
      const carried = seen[l].map((_, i) => total(delta.map((error, neuron) => f(weights[neuron * inputs + i] * error))));
      delta = leave(l, carried).map((error, i) => f(error * slope(l - 1, i)));
    }
  }
  const mean = (sum: number) => f(sum * f(1 / examples.length));
  return layers.map(({ weights, biases }, l) =>
    [...weights, ...biases].map((value, i) => f(value - f(f(learningRate) * mean(totals[l][i])))),
  );
}

function total(terms: readonly number[]): number {
  return terms.reduce((sum, term) => f(sum + term), 0);
}
