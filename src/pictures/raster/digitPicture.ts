import type { Numbers } from '../../support/numbers.js';
import { type GridOptions, readGrid } from './gridOptions.js';
import { gridPicture } from './gridPicture.js';
import type { Picture } from './Picture.js';
import { readCells } from './readCells.js';

/**
 * A digit, or any grey image, as a picture: 0 is dark, 1 is bright, and numbers beyond count as 0 or 1. NaN and infinite numbers are
 * hatched.
 *
 * @param pixels - [height x width], row by row: numbers from 0 to 1, or bytes.
 * @param options - `width`, `cell` (1 if left out), `scale` (1 if left out) and `theme`.
 * @returns A picture of a pixel for each pixel, or of `cell` x `cell`.
 * @throws {@link ShapeError} if the pixels fill no square and no width is given; {@link ArgumentError} and {@link OutOfRangeError} for wrong
 * options; {@link LimitError} for more than 4096 x 4096 pixels.
 *
 * @example
 * ```ts
 * import { digitPicture } from 'glassbox-nn/pictures';
 *
 * const { width, height, data } = digitPicture([0, 0.5, 1, 0]);
 * [width, height]; // => [ 2, 2 ]
 * data.subarray(4, 8); // => Uint8ClampedArray(4) [ 128, 128, 128, 255 ]
 * ```
 */
export function digitPicture(pixels: Numbers, options?: GridOptions): Picture {
  const grid = readGrid('digitPicture', options, 1);
  const values = readCells('pixels', pixels);
  const lit = values.reduce((count, value) => (value > 0 ? count + 1 : count), 0);
  const description = `${lit} of ${values.length} pixels are brighter than 0.`;
  return gridPicture('digitPicture', values, grid, false, { title: 'An image', description });
}
