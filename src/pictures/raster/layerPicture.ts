import { wholeNumber } from '../../support/checks.js';
import { readOptions } from '../../support/options.js';
import { checkLayer, type Weighted } from '../checkLayer.js';
import { legendOf, mix } from '../colours.js';
import type { Colour, Theme } from '../themes.js';
import { ELSEWHERE, type GridOptions, readGrid } from './gridOptions.js';
import { blankPicture, type Picture } from './Picture.js';
import { brushOf, paintGrid } from './paint.js';
import { widthOf } from './readCells.js';
import { largestSize, usualSize } from './sizes.js';

/** Options of {@link layerPicture}. */
export interface LayerPictureOptions extends GridOptions {
  /** Grids in a row; as many as make the picture nearly square if left out. */
  readonly columns?: number | undefined;
  /** Pixels between two grids, and around all; 2 cells if left out. */
  readonly gap?: number | undefined;
}

/**
 * The weights of all neurons of a layer, a grid each, row by row from neuron 0. All grids share one scale, so that they can be compared: at
 * most one in a hundred weights is beyond it, and has the brightest colour too.
 *
 * @param layer - A layer; its weights are [outputs, inputs].
 * @param options - `columns`, `gap`, `width` of a grid, `cell` (2 if left out), `scale` and `theme`.
 * @returns A picture.
 * @throws {@link ShapeError} if a neuron's weights fill no square and no width is given; {@link ArgumentError} and
 * {@link OutOfRangeError} for a wrong layer or wrong options; {@link LimitError} for more than 4096 x 4096 pixels.
 *
 * @example
 * ```ts
 * import { Network } from 'glassbox-nn';
 * import { layerPicture } from 'glassbox-nn/pictures';
 *
 * const network = new Network([784, 16, 10]);
 * const { width, height } = layerPicture(network.layers[0], { cell: 1, gap: 2 }); // 4 x 4 grids of 28 x 28
 * [width, height]; // => [ 122, 122 ]
 * ```
 */
export function layerPicture(layer: Weighted, options?: LayerPictureOptions): Picture {
  checkLayer(layer);
  const known = ['columns', 'gap', 'width', 'cell', 'scale', 'theme'] as const;
  const { columns: givenColumns, gap: givenGap, ...rest } = readOptions('layerPicture options', options, known, ELSEWHERE);
  const { cell, scale, theme, width: givenWidth } = readGrid('layerPicture', { ...rest }, 2);
  const { inputs, outputs, weights } = layer;
  const width = widthOf('layerPicture', inputs, givenWidth);
  const height = inputs / width;
  const columns = wholeNumber('layerPicture: columns', givenColumns ?? nearSquare(outputs, width, height), 1);
  const gap = wholeNumber('layerPicture: gap', givenGap ?? 2 * cell, 0, 4096);
  const used = Math.min(columns, outputs);
  const rows = Math.ceil(outputs / columns);
  const usual = scale ?? usualSize(weights);
  const shading = { signed: true, scale: usual, clipped: largestSize(weights) > usual };
  const picture = blankPicture(gap + used * (width * cell + gap), gap + rows * (height * cell + gap), between(theme), {
    title: `Weights of ${outputs} neurons`,
    description: `A grid of ${width} x ${height} weights for each neuron, ${used} in a row, from neuron 0.`,
    legend: legendOf(theme, shading),
    theme,
  });
  const brush = brushOf(theme, shading);
  for (let neuron = 0; neuron < outputs; neuron++) {
    const left = gap + (neuron % columns) * (width * cell + gap);
    const top = gap + Math.floor(neuron / columns) * (height * cell + gap);
    paintGrid(picture, weights.subarray(neuron * inputs, (neuron + 1) * inputs), { left, top, width, cell }, brush);
  }
  return picture;
}

/** The colour between grids: the paper, or something lighter where zeros have its colour. */
function between({ paper, zero, faint }: Theme): Colour {
  return paper.every((part, index) => Math.abs(part - zero[index]) < 16) ? mix(paper, faint, 0.5) : paper;
}

/** The number of boxes in a row with which all of them are nearest to a square. */
function nearSquare(count: number, width: number, height: number): number {
  return Math.max(1, Math.ceil(Math.sqrt((count * height) / width)));
}
