// Changes that keep straight lines straight: shift, rotate, zoom and shear.
import { type AugmentationPart, partOf } from './ranges.js';

/**
 * Moves images by up to so many pixels across, and up to so many down: all equally likely, fractions included.
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
  return partOf('shift: pixels', 'shift', pixels);
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
  return partOf('rotate: degrees', 'rotate', degrees);
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
  return partOf('zoom: share', 'zoom', share);
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
  return partOf('shear: amount', 'shear', amount);
}
