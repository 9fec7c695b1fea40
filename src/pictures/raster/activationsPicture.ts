import { argmax } from '../../linalg/argmax.js';
import { checkNetwork } from '../../model/checkNetwork.js';
import { activationsThrough, readInput } from '../../model/forward.js';
import type { First, Sized, Sizes } from '../../model/sizes.js';
import type { Network } from '../../model/typedBySizes.js';
import type { Numbers } from '../../support/numbers.js';
import { legendOf, mix } from '../colours.js';
import { shortNumber } from '../shortNumber.js';
import type { Theme } from '../themes.js';
import { type ColumnGrid, columnGrid, shadingOf } from './columnGrid.js';
import { type GridOptions, readGrid } from './gridOptions.js';
import { blankPicture, type LegendEntry, type Picture } from './Picture.js';
import { brushOf, fillArea, paintGrid } from './paint.js';
import { textHeight, writeText } from './pixelFont.js';

/** Rows of pixels of the whole, in cells. */
const ROWS = 28;

/**
 * All activations of a network for an input, column by column from the left: an image as its pixels, small columns as a row of squares from top to
 * bottom, and large ones as a block. Outputs are numbered.
 *
 * Brightness runs from 0 to 1, or in a column with numbers beyond that to its largest; a column with negative numbers is shown by sign.
 *
 * @param network - The network.
 * @param input - [inputs], as for `forward`.
 * @param options - `width` of the input's grid, `cell` (10 if left out: the picture is 28 cells high), `scale` and `theme`.
 * @returns A picture.
 * @throws As `network.forward`, and for wrong options.
 *
 * @example
 * ```ts
 * import { Network } from 'glassbox-nn';
 * import { activationsPicture } from 'glassbox-nn/pictures';
 *
 * const network = new Network([784, 16, 16, 10]);
 * const picture = activationsPicture(network, new Float32Array(784));
 * picture.description?.slice(0, 28); // => 'The brightest of 10 outputs '
 * ```
 */
export function activationsPicture<S extends Sizes, const X extends Numbers>(
  network: Network<S>,
  input: X & Sized<X, First<S>>,
  options?: GridOptions,
): Picture {
  checkNetwork(network);
  const { cell, scale, theme, width } = readGrid('activationsPicture', options, 10);
  const columns = activationsThrough(network.layers, readInput(network, input));
  const height = ROWS * cell;
  const grids = columns.map((column, index) => columnGrid(column.length, height, index === 0 ? width : undefined));
  const gap = 2 * cell;
  const size = Math.max(1, Math.floor(cell / 3));
  const margin = Math.max(2, cell);
  const labels = 2 * gap;
  const total = grids.reduce((sum, grid) => sum + grid.width * grid.cell + gap, 0) - gap + labels + 2 * margin;
  const outputs = columns[columns.length - 1];
  const brightest = argmax(outputs);
  const picture = blankPicture(total, height + 2 * margin, theme.paper, {
    title: `Activations of a network of ${network.sizes.join('-')}`,
    description: `The brightest of ${outputs.length} outputs is ${brightest}, with ${shortNumber(outputs[brightest])}.`,
    legend: legendFor(columns, scale, theme),
    theme,
  });
  let left = margin;
  columns.forEach((column, index) => {
    const grid = grids[index];
    const top = margin + Math.floor((height - grid.height * grid.cell) / 2);
    paintColumn(picture, column, grid, left, top, theme, scale);
    left += grid.width * grid.cell + gap;
    if (index === columns.length - 1 && grid.width === 1) {
      column.forEach((_, neuron) => {
        const middle = top + neuron * grid.cell + Math.floor((grid.cell - textHeight(size)) / 2);
        const colour = neuron === brightest ? theme.ink : mix(theme.paper, theme.ink, 0.55);
        writeText(picture, String(neuron), left - gap + cell, middle, size, colour);
      });
    }
  });
  return picture;
}

/** The legend, where it is the same in all columns. */
function legendFor(columns: readonly Float32Array[], scale: number | undefined, theme: Theme): LegendEntry[] {
  const shadings = columns.map((column) => shadingOf([column], scale));
  const [first] = shadings;
  if (shadings.every((shading) => shading.scale === first.scale && shading.signed === first.signed))
    return legendOf(theme, first);
  return [
    { colour: theme.dark, label: '0' },
    { colour: theme.bright, label: 'the largest of its column' },
  ];
}

function paintColumn(
  picture: Picture,
  column: Float32Array,
  grid: ColumnGrid,
  left: number,
  top: number,
  theme: Theme,
  scale: number | undefined,
): void {
  const brush = brushOf(theme, shadingOf([column], scale));
  const { width, cell, framed } = grid;
  if (!framed) {
    fillArea(picture, left - 1, top - 1, width * cell + 2, grid.height * cell + 2, theme.faint);
    paintGrid(picture, column, { left, top, width, cell }, brush);
    return;
  }
  column.forEach((_, neuron) => {
    const place = { left: left + 1, top: top + neuron * cell + 1, width: 1, cell: cell - 4 };
    fillArea(picture, place.left, place.top, cell - 2, cell - 2, theme.faint);
    paintGrid(picture, column.subarray(neuron, neuron + 1), { ...place, left: place.left + 1, top: place.top + 1 }, brush);
  });
}
