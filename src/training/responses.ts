import { checkInputs } from '../data/checkDataset.js';
import type { Dataset } from '../data/Dataset.js';
import { matchedData } from '../data/matchedData.js';
import { checkExamples } from '../learning/checkFit.js';
import { checkNetwork } from '../model/checkNetwork.js';
import { forwardThrough } from '../model/forward.js';
import { layerAt } from '../model/layerAt.js';
import type { Sizes } from '../model/sizes.js';
import type { Network } from '../model/typedBySizes.js';
import { ArgumentError, ShapeError } from '../support/errors.js';
import { wording } from '../support/wording.js';

/**
 * The mean activation of each neuron of a layer for each class: what it responds to. A neuron that looks for loops is bright for 9, 8
 * and 0, and dark for 1 and 7.
 *
 * @param network - The network.
 * @param layer - Index in `network.layers`.
 * @param data - Examples with labels.
 * @returns One array of [classes] for each neuron: `responses(...)[neuron][label]`; 0 for a class without examples.
 * @throws {@link OutOfRangeError} if there is no such layer; {@link ArgumentError} if the data have no labels;
 * {@link ShapeError} if they do not fit.
 *
 * @example
 * ```ts
 * import { Network, responses } from 'glassbox-nn';
 * import { xor } from 'glassbox-nn/data';
 *
 * const network = new Network([2, 1]);
 * network.layers[0].weights.fill(0);
 * responses(network, 0, xor()); // => [ Float32Array(2) [ 0.5, 0.5 ] ]
 * ```
 */
export function responses<S extends Sizes>(network: Network<S>, layer: number, data: Dataset): Float32Array[] {
  checkNetwork(network);
  const { outputs } = layerAt(network, layer);
  checkExamples('data', data);
  const { labels, classes } = matchedData('data', data, network);
  if (labels === undefined || classes === undefined)
    throw new ArgumentError(wording('data', 'examples with labels', 'targets only'));
  if (data.width !== network.sizes[0])
    throw new ShapeError(wording('data inputs', `${network.sizes[0]} numbers an example`, `${data.width}`));
  checkInputs(data);
  const totals = Array.from({ length: outputs }, () => new Float64Array(classes));
  const counts = new Float64Array(classes);
  const input = new Float32Array(data.width);
  const upTo = network.layers.slice(0, layer + 1);
  labels.forEach((label, example) => {
    data.readInput(input, example);
    const activations = forwardThrough(upTo, input);
    for (const [neuron, total] of totals.entries()) total[label] = total[label] + activations[neuron];
    counts[label] = counts[label] + 1;
  });
  return totals.map((total) => Float32Array.from(total, (sum, label) => sum / (counts[label] || 1)));
}
