// Backpropagation of one example, for reading and for teaching.
import { checkWeight } from '../data/classWeights.js';
import { readInput, type Trace } from '../model/forward.js';
import type { First, Sized, Sizes } from '../model/sizes.js';
import type { Network } from '../model/typedBySizes.js';
import { ArgumentError } from '../support/errors.js';
import type { Numbers } from '../support/numbers.js';
import { readOptions } from '../support/options.js';
import { wording } from '../support/wording.js';
import { checkTargetRow, lossFor } from './checkFit.js';
import { inputGradient } from './inputGradient.js';
import { type Loss, type Target, targetRow } from './losses/loss.js';
import type { LayerGradient } from './parameters.js';
import { weighExample } from './parts/sampleWeights.js';
import { passFor } from './pass.js';
import { addGradient, backward, cost, forward, outputDelta } from './TrainingStep.js';

/** Options of {@link backpropagate}. */
export interface BackpropagateOptions {
  /** The loss; the one that fits the network's last activation if left out. */
  readonly loss?: Loss | undefined;
  /** How much the example counts: the cost and all gradients are times it. A number from 0, rounded to float32; 1 if left out. */
  readonly sampleWeight?: number | undefined;
}

/** The cost of one example, and its gradients. */
export interface Backpropagation {
  /** The cost of the example. */
  readonly loss: number;
  /**
   * For each layer, the gradient of the cost with respect to every weight and bias: nudge one by h, and the cost changes by about its
   * derivative x h.
   */
  readonly gradients: readonly LayerGradient[];
  /** For each layer, [outputs]: the gradient of the cost with respect to its weighted sums, the error of each neuron. */
  readonly deltas: readonly Float32Array[];
  /** The gradient of the cost with respect to the input, [inputs]: which pixels the cost depends on. It is near 0 where the network is sure. */
  readonly inputGradient: Float32Array;
  /** The forward pass that it started from. */
  readonly trace: Trace;
}

/**
 * The gradient of one example's cost with respect to every weight and bias, by the chain rule from the last layer to the first. It changes
 * nothing: training is this, averaged over a batch, and a step against it.
 *
 * delta of the last layer = gradient of the loss x derivative of the activation;
 * delta of a layer before = (transposed W of the next x its delta) x derivative of the activation;
 * gradient of a weight = delta of its neuron x the input it weighs; gradient of a bias = delta of its neuron;
 * gradient of the input = transposed W of the first layer x its delta.
 *
 * Source: D. Rumelhart, G. Hinton and R. Williams, "Learning representations by back-propagating errors" (1986).
 *
 * @param network - The network.
 * @param input - [inputs], as for `forward`.
 * @param target - The label, or a row of [outputs].
 * @param options - The loss, and the weight of the example.
 * @returns The cost, gradients, deltas and the gradient with respect to the input, as new arrays.
 * @throws For the input as `network.forward`; {@link OutOfRangeError} for a label that is no output, or for a row outside of what
 * the loss or the last activation can reach; {@link ShapeError} for a row of another length.
 *
 * @example
 * ```ts
 * import { backpropagate, Network } from 'glassbox-nn';
 *
 * const network = new Network([2, 1]);
 * network.layers[0].weights.fill(0); // so the output is 0.5
 * const { loss, gradients, inputGradient } = backpropagate(network, [1, 0], 1);
 * loss; // => 0.125
 * gradients[0]!.weights; // => Float32Array(2) [ -0.125, 0 ]
 * gradients[0]!.biases; // => Float32Array(1) [ -0.125 ]
 * inputGradient; // => Float32Array(2) [ 0, 0 ]
 * ```
 */
export function backpropagate<S extends Sizes, const X extends Numbers>(
  network: Network<S>,
  input: X & Sized<X, First<S>>,
  target: Target,
  options: BackpropagateOptions = {},
): Backpropagation {
  if (target === undefined) {
    const remedy = 'Give both: backpropagate(network, example.input, example.target).';
    throw new ArgumentError(wording('backpropagate: target', 'a label or a row of numbers', 'undefined', remedy));
  }
  const given = readOptions('backpropagate options', options, ['loss', 'sampleWeight']);
  const loss = lossFor(network, given.loss);
  const weight = checkWeight('backpropagate: sampleWeight', given.sampleWeight ?? 1);
  const layers = network.layers;
  const last = layers.length - 1;
  const row = targetRow(target, layers[last].outputs);
  checkTargetRow('target', row, network, loss);
  const pass = passFor(layers, 0);
  pass.layers[0].inputs.set(readInput(network, input));
  forward(pass);
  const counted = { cost: cost(layers[last], pass.layers[last], row, loss), right: 0 };
  outputDelta(pass.layers[last], row, loss);
  weighExample(weight, counted, pass.layers[last].delta);
  backward(pass);
  addGradient(pass);
  return {
    loss: counted.cost,
    gradients: pass.layers.map(({ weights, biases }) => ({ weights: weights.gradient, biases: biases.gradient })),
    deltas: pass.layers.map(({ delta }) => delta),
    inputGradient: inputGradient(pass),
    trace: {
      input: pass.layers[0].inputs,
      layers: pass.layers.map(({ weightedSums, activations }) => ({ weightedSums, activations })),
    },
  };
}
