import { inputGradient } from '../learning/inputGradient.js';
import { passFor } from '../learning/pass.js';
import { backward, forward } from '../learning/TrainingStep.js';
import { checkNetwork } from '../model/checkNetwork.js';
import { layerAt } from '../model/layerAt.js';
import type { Sizes } from '../model/sizes.js';
import type { Network } from '../model/typedBySizes.js';
import { Random } from '../random/Random.js';
import { numberWhere, seedNumber, wholeNumber } from '../support/checks.js';
import { readOptions } from '../support/options.js';

/** Options of {@link featureImage}. */
export interface FeatureImageOptions {
  /** Whole number from 0 to 2^53 - 1 that decides the noise it starts from; 0 if left out. */
  readonly seed?: number | undefined;
  /** How many steps to climb, from 0; 200 if left out. */
  readonly steps?: number | undefined;
  /** How far a step goes: the root of the mean of the squares of its numbers, above 0; 0.02 if left out. */
  readonly rate?: number | undefined;
  /**
   * The share of every number that each step takes away, from 0 to below 1, so that what does not help the neuron turns dark; 0.01 if left
   * out.
   */
  readonly decay?: number | undefined;
}

/**
 * The input that lights a neuron most: it begins with faint noise, and follows the gradient of the neuron's weighted sum, clipped to 0
 * and 1. Such an image need not look like any that the network has learnt from.
 *
 * Source: D. Erhan and others, "Visualizing higher-layer features of a deep network" (2009).
 *
 * @param network - The network, which is not changed.
 * @param layer - Index in `network.layers`.
 * @param neuron - Index of the neuron in its layer.
 * @param options - `seed`, `steps`, `rate`, `decay`.
 * @returns A new array, [inputs], from 0 to 1.
 * @throws {@link OutOfRangeError} if there is no such layer or neuron, or for options out of their range.
 *
 * @example
 * ```ts
 * import { featureImage, Network } from 'glassbox-nn';
 *
 * const network = new Network([4, 1]);
 * network.layers[0].weights.set([1, -1, 2, 0]);
 * featureImage(network, 0, 0, { decay: 0 })[2]; // => 1
 * ```
 */
export function featureImage<S extends Sizes>(
  network: Network<S>,
  layer: number,
  neuron: number,
  options?: FeatureImageOptions,
): Float32Array {
  checkNetwork(network);
  const { outputs } = layerAt(network, layer);
  wholeNumber('neuron', neuron, 0, outputs - 1, `layers[${layer}] has ${outputs} neurons, counted from 0.`);
  const known = ['seed', 'steps', 'rate', 'decay'] as const;
  const given = readOptions('featureImage options', options, known, { learningRate: 'Here it is called rate.' });
  const { seed = 0, steps = 200, rate = 0.02, decay = 0.01 } = given;
  seedNumber('featureImage: seed', seed);
  wholeNumber('featureImage: steps', steps, 0);
  numberWhere('featureImage: rate', rate, 'a number above 0', (value) => value > 0);
  numberWhere('featureImage: decay', decay, 'a number from 0 to below 1', (value) => value >= 0 && value < 1);
  const layers = network.layers.slice(0, layer + 1);
  const random = Random.stream(seed, 'featureImage');
  const pass = passFor(layers, 0);
  const { inputs } = pass.layers[0];
  for (let index = 0; index < inputs.length; index++) inputs[index] = random.uniform(0, 0.1);
  // What is climbed is the neuron's own weighted sum: its derivative by itself is 1, and by the others of its layer 0.
  pass.layers[layer].delta[neuron] = 1;
  for (let step = 0; step < steps; step++) {
    forward(pass);
    backward(pass);
    const gradient = inputGradient(pass);
    const length = Math.sqrt(gradient.reduce((sum, part) => sum + part * part, 0) / gradient.length);
    if (!(length > 0)) break;
    for (let index = 0; index < inputs.length; index++) {
      const moved = inputs[index] * (1 - decay) + (rate / length) * gradient[index];
      inputs[index] = Math.min(1, Math.max(0, moved));
    }
  }
  return inputs;
}
