import { explain } from '../../model/explain.js';
import type { First, Sized, Sizes } from '../../model/sizes.js';
import type { Network } from '../../model/typedBySizes.js';
import type { Numbers } from '../../support/numbers.js';
import { type GridOptions, readGrid } from './gridOptions.js';
import { gridPicture } from './gridPicture.js';
import type { Picture } from './Picture.js';

/**
 * The contribution of each input to a neuron's weighted sum, weight x input: what speaks for the neuron, and what against it.
 *
 * @param network - The network.
 * @param input - [inputs] of the network, as for `forward`.
 * @param layer - Index in `network.layers`.
 * @param neuron - Index of the neuron in its layer.
 * @param options - `width` of the grid, `cell` (8 if left out), `scale` and `theme`.
 * @returns A picture; its description is the sentence of `explain`.
 * @throws As `explain`; {@link ShapeError} if the inputs fill no square and no width is given.
 *
 * @example
 * ```ts
 * import { Network } from 'glassbox-nn';
 * import { contributionsPicture } from 'glassbox-nn/pictures';
 *
 * const network = new Network([4, 1]);
 * network.layers[0].weights.set([1, 1, -1, -1]);
 * const { data } = contributionsPicture(network, [1, 0, 1, 0], 0, 0, { cell: 1 });
 * data; // => Uint8ClampedArray(16) [ 90, 215, 110, 255, 0, 0, 0, 255, 250, 75, 70, 255, 0, 0, 0, 255 ]
 * ```
 */
export function contributionsPicture<S extends Sizes, const X extends Numbers>(
  network: Network<S>,
  input: X & Sized<X, First<S>>,
  layer: number,
  neuron: number,
  options?: GridOptions,
): Picture {
  const grid = readGrid('contributionsPicture', options, 8);
  const explanation = explain<S, X>(network, input, layer, neuron);
  const title = `What each input adds to neuron ${neuron} of layers[${layer}]`;
  const words = { title, description: String(explanation) };
  return gridPicture('contributionsPicture', explanation.contributions, grid, true, words);
}
