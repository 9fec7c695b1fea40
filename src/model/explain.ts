// Why a neuron is as bright as it is: its weighted sum taken apart.
import { wholeNumber } from '../support/checks.js';
import type { Numbers } from '../support/numbers.js';
import { checkNetwork } from './checkNetwork.js';
import { readInput, traceThrough } from './forward.js';
import { layerAt } from './layerAt.js';
import type { First, Sized, Sizes } from './sizes.js';
import type { Network } from './typedBySizes.js';

/** One neuron's answer to one input, taken apart. As text it is a sentence. */
export interface Explanation {
  /** Index of the layer in `network.layers`. */
  readonly layer: number;
  /** Index of the neuron in its layer. */
  readonly neuron: number;
  /** [inputs], what came in: the activations of the layer before, or the input. */
  readonly inputs: Float32Array;
  /** [inputs], a copy of the neuron's weights. */
  readonly weights: Float32Array;
  /** [inputs], input x weight. Added up in order, and then the bias, each step rounded to float32, they give `weightedSum` to the bit. */
  readonly contributions: Float32Array;
  /** The neuron's bias. */
  readonly bias: number;
  /** The contributions and the bias, added up. */
  readonly weightedSum: number;
  /** The activation of the weighted sum. */
  readonly activation: number;
  /** The same in one sentence. */
  toString(): string;
}

/**
 * Takes a neuron's weighted sum apart: the contribution of each input, the bias, the sum, the activation.
 *
 * @param network - The network.
 * @param input - [inputs] of the network, as for `forward`.
 * @param layer - Index in `network.layers`.
 * @param neuron - Index of the neuron in its layer.
 * @returns The parts, as new arrays; `String(explanation)` is a sentence.
 * @throws {@link OutOfRangeError} if there is no such layer or neuron; for the input as `forward`.
 *
 * @example
 * ```ts
 * import { explain, Network } from 'glassbox-nn';
 *
 * const network = new Network([2, 1]);
 * network.layers[0].weights.set([1, -0.5]);
 * network.layers[0].biases[0] = -0.25;
 * const explanation = explain(network, [1, 0.5], 0, 0);
 * explanation.contributions; // => Float32Array(2) [ 1, -0.25 ]
 * explanation.weightedSum; // => 0.5
 * ```
 */
export function explain<S extends Sizes, const X extends Numbers>(
  network: Network<S>,
  input: X & Sized<X, First<S>>,
  layer: number,
  neuron: number,
): Explanation {
  checkNetwork(network);
  const { weights: matrix, biases, activation, inputs: size, outputs } = layerAt(network, layer);
  wholeNumber('neuron', neuron, 0, outputs - 1, `layers[${layer}] has ${outputs} neurons, counted from 0.`);
  const trace = traceThrough(network.layers, readInput(network, input));
  const inputs = trace.layers[layer - 1]?.activations ?? trace.input;
  const weights = matrix.slice(neuron * size, (neuron + 1) * size);
  const explanation = {
    layer,
    neuron,
    inputs,
    weights,
    contributions: inputs.map((value, index) => value * weights[index]),
    bias: biases[neuron],
    weightedSum: trace.layers[layer].weightedSums[neuron],
    activation: trace.layers[layer].activations[neuron],
  };
  // Not enumerable, so that printing the explanation shows its parts alone.
  return Object.defineProperty(explanation, 'toString', { value: () => sentence(explanation, activation.name) });
}

/** How many contributions the sentence names. */
const NAMED = 3;

function sentence(parts: Omit<Explanation, 'toString'>, activationName: string): string {
  const { layer, neuron, inputs, weights, contributions, bias, weightedSum, activation } = parts;
  const lit = contributions.reduce((count, contribution) => (contribution === 0 ? count : count + 1), 0);
  const largest = [...contributions.keys()]
    .filter((index) => contributions[index] !== 0)
    .sort((a, b) => Math.abs(contributions[b]) - Math.abs(contributions[a]))
    .slice(0, NAMED)
    .map((index) => `input ${index} (${short(inputs[index])} x ${short(weights[index])} = ${signed(contributions[index])})`);
  const most = largest.length > 0 ? `, most of all ${inWords(largest)}` : '';
  return (
    `Neuron ${neuron} of layers[${layer}] takes ${inputs.length} ${inputs.length === 1 ? 'input' : 'inputs'}, of which ${lit} ${lit === 1 ? 'contributes' : 'contribute'}${most}; ` +
    `they add up to ${short(weightedSum - bias)}, the bias ${signed(bias)} makes that ${short(weightedSum)}, ` +
    `and ${activationName} turns it into ${short(activation)}.`
  );
}

function inWords(items: readonly string[]): string {
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
}

function short(value = 0): string {
  return value.toFixed(2).replace(/^-0\.00$/, '0.00');
}

function signed(value = 0): string {
  return value < 0 ? short(value) : `+${short(value)}`;
}
