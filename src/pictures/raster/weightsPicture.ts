import { checkLayer, checkNeuron, type Weighted } from '../checkLayer.js';
import { shortNumber } from '../shortNumber.js';
import { type GridOptions, readGrid } from './gridOptions.js';
import { gridPicture } from './gridPicture.js';
import type { Picture } from './Picture.js';

/**
 * The weights of one neuron as a grid, as the video shows them: green for positive, red for negative, the brighter the larger.
 *
 * @param layer - A layer; its weights are [outputs, inputs].
 * @param neuron - The index of the neuron, from 0.
 * @param options - `width` of the grid, `cell` (8 if left out), `scale` and `theme`.
 * @returns A picture.
 * @throws {@link OutOfRangeError} if there is no such neuron; {@link ShapeError} if the weights fill no square and no width is given;
 * {@link ArgumentError} for anything but a layer, and {@link LimitError} for more than 4096 x 4096 pixels.
 *
 * @example
 * ```ts
 * import { Layer } from 'glassbox-nn';
 * import { weightsPicture } from 'glassbox-nn/pictures';
 *
 * const layer = new Layer(4, 1);
 * layer.weights.set([2, 0, 0, -2]);
 * const { data } = weightsPicture(layer, 0, { cell: 1 });
 * data; // => Uint8ClampedArray(16) [ 90, 215, 110, 255, 0, 0, 0, 255, 0, 0, 0, 255, 250, 75, 70, 255 ]
 * ```
 */
export function weightsPicture(layer: Weighted, neuron: number, options?: GridOptions): Picture {
  checkLayer(layer);
  checkNeuron(layer, neuron);
  const grid = readGrid('weightsPicture', options, 8);
  const weights = layer.weights.slice(neuron * layer.inputs, (neuron + 1) * layer.inputs);
  const description = `${weights.length} weights and a bias of ${shortNumber(layer.biases[neuron])}.`;
  return gridPicture('weightsPicture', weights, grid, true, { title: `Weights of neuron ${neuron}`, description });
}
