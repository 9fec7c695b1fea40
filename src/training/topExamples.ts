import { checkInputs } from '../data/checkDataset.js';
import type { Dataset } from '../data/Dataset.js';
import { matchedData } from '../data/matchedData.js';
import { checkExamples } from '../learning/checkFit.js';
import { checkNetwork } from '../model/checkNetwork.js';
import { forwardThrough } from '../model/forward.js';
import { layerAt } from '../model/layerAt.js';
import type { Sizes } from '../model/sizes.js';
import type { Network } from '../model/typedBySizes.js';
import { wholeNumber } from '../support/checks.js';
import { ShapeError } from '../support/errors.js';
import { readOptions } from '../support/options.js';
import { wording } from '../support/wording.js';

/** Options of {@link topExamples}. */
export interface TopExamplesOptions {
  /** How many to find at most, from 1; 16 if left out. */
  readonly count?: number | undefined;
}

/** An example, and a neuron's activation for it. */
export interface TopExample {
  /** The index of the example in the data. */
  readonly index: number;
  /** Its input: [inputs]. */
  readonly input: Float32Array;
  /** The neuron's activation for it. */
  readonly activation: number;
}

/**
 * The examples with the highest activations of a neuron: they show what it looks for.
 *
 * @param network - The network.
 * @param layer - Index in `network.layers`.
 * @param neuron - Index of the neuron in its layer.
 * @param data - The examples; labels are not looked at.
 * @param options - `count`.
 * @returns The highest activation first, the earlier example where two are the same.
 * @throws {@link OutOfRangeError} if there is no such layer or neuron; {@link ArgumentError} or {@link ShapeError}
 * for data that does not fit.
 *
 * @example
 * ```ts
 * import { Network, topExamples } from 'glassbox-nn';
 * import { xor } from 'glassbox-nn/data';
 *
 * const network = new Network([2, 1]);
 * network.layers[0].weights.fill(1);
 * topExamples(network, 0, 0, xor(), { count: 2 }).map(({ index }) => index); // => [ 3, 1 ]
 * ```
 */
export function topExamples<S extends Sizes>(
  network: Network<S>,
  layer: number,
  neuron: number,
  data: Dataset,
  options?: TopExamplesOptions,
): TopExample[] {
  checkNetwork(network);
  const { outputs } = layerAt(network, layer);
  wholeNumber('neuron', neuron, 0, outputs - 1, `layers[${layer}] has ${outputs} neurons, counted from 0.`);
  const { count = 16 } = readOptions('topExamples options', options, ['count'], { limit: 'Here it is called count.' });
  wholeNumber('topExamples: count', count, 1);
  checkExamples('data', data);
  matchedData('data', data, network);
  if (data.width !== network.sizes[0]) {
    throw new ShapeError(wording('data inputs', `${network.sizes[0]} numbers an example`, `${data.width}`));
  }
  checkInputs(data);
  const upTo = network.layers.slice(0, layer + 1);
  const input = new Float32Array(data.width);
  const brightest: Omit<TopExample, 'input'>[] = [];
  for (let index = 0; index < data.count; index++) {
    data.readInput(input, index);
    const activation = forwardThrough(upTo, input)[neuron];
    if (brightest.length === count && !(activation > (brightest[count - 1]?.activation ?? 0))) continue;
    const place = brightest.findIndex((other) => other.activation < activation);
    brightest.splice(place < 0 ? brightest.length : place, 0, { index, activation });
    brightest.length = Math.min(brightest.length, count);
  }
  return brightest.map((example) => ({ ...example, input: data.example(example.index).input }));
}
