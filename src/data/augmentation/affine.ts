// Changes that keep straight lines straight: shift, rotate, zoom and shear.
import { numberWhere } from '../../support/checks.js';
import type { AugmentationPart } from './ranges.js';

/** Images have at most so many pixels in a row or a column. */
export const MOST_PIXELS = 1024;

/**
 * Moves images by up to so many pixels across, and up to so many down: each as likely as the other, fractions included.
 *
 * @param pixels - From 0 to 1024.
 * @returns A part for `augment`.
 * @throws {@link OutOfRangeError} for any other number.
 *
 * @example
 * ```ts
 * import { shift } from 'glassbox-nn/data';
 *
 * shift(2); // => { kind: 'shift', amount: 2 }
 * ```
 */
export function shift(pixels: number): AugmentationPart {
  const expected = `pixels, from 0 to ${MOST_PIXELS}`;
  return { kind: 'shift', amount: numberWhere('shift: pixels', pixels, expected, (x) => x >= 0 && x <= MOST_PIXELS) };
}

/**
 * Turns images round their middle by up to so many degrees, to either side.
 *
 * @param degrees - From 0 to 180.
 * @returns A part for `augment`.
 * @throws {@link OutOfRangeError} for any other number.
 *
 * @example
 * ```ts
 * import { rotate } from 'glassbox-nn/data';
 *
 * rotate(9); // => { kind: 'rotate', amount: 9 }
 * ```
 */
export function rotate(degrees: number): AugmentationPart {
  return {
    kind: 'rotate',
    amount: numberWhere('rotate: degrees', degrees, 'degrees, from 0 to 180', (x) => x >= 0 && x <= 180),
  };
}

/**
 * Makes images larger or smaller round their middle: up to 1 + `share` times, down to 1 - `share` times as large.
 *
 * @param share - From 0 to 0.9.
 * @returns A part for `augment`.
 * @throws {@link OutOfRangeError} for any other number.
 *
 * @example
 * ```ts
 * import { zoom } from 'glassbox-nn/data';
 *
 * zoom(0.1); // => { kind: 'zoom', amount: 0.1 }
 * ```
 */
export function zoom(share: number): AugmentationPart {
  return { kind: 'zoom', amount: numberWhere('zoom: share', share, 'a share from 0 to 0.9', (x) => x >= 0 && x <= 0.9) };
}

/**
 * Slants images: each row moves across by up to `amount` pixels more than the row above it, to either side.
 *
 * @param amount - From 0 to 4.
 * @returns A part for `augment`.
 * @throws {@link OutOfRangeError} for any other number.
 *
 * @example
 * ```ts
 * import { shear } from 'glassbox-nn/data';
 *
 * shear(0.1); // => { kind: 'shear', amount: 0.1 }
 * ```
 */
export function shear(amount: number): AugmentationPart {
  return { kind: 'shear', amount: numberWhere('shear: amount', amount, 'a number from 0 to 4', (x) => x >= 0 && x <= 4) };
}
