// Changes of the brightness of pixels.
import { type AugmentationPart, partOf } from './ranges.js';

/**
 * Makes strokes brighter or darker: a pixel v becomes v (1 + t (1 - v)), with one t for the whole image, from -`strength` to
 * `strength`. Black stays black and white stays white; what lies between, the edges of strokes, makes them thicker or thinner.
 *
 * @param strength - From 0 to 1.
 * @returns A part for `augment`.
 * @throws {@link OutOfRangeError} for any other number.
 *
 * @example
 * ```ts
 * import { brightness } from 'glassbox-nn/data';
 *
 * brightness(0.4); // => { kind: 'brightness', amount: 0.4 }
 * ```
 */
export function brightness(strength: number): AugmentationPart {
  return partOf('brightness: strength', 'brightness', strength);
}

/**
 * Adds noise to every pixel, from the normal distribution, and clips the sum to 0 to 1.
 *
 * An epoch draws 16,384 numbers and as many more as an image has pixels. Each example takes a run of them by its own stream, from
 * one of 16,384 places on, as they are or all with the other sign.
 *
 * Images are then no longer mostly black, which makes training slower: several times as slow where there are few neurons.
 *
 * @param sigma - Standard deviation, from 0 to 1; white is 1.
 * @returns A part for `augment`.
 * @throws {@link OutOfRangeError} for any other number.
 *
 * @example
 * ```ts
 * import { noise } from 'glassbox-nn/data';
 *
 * noise(0.05); // => { kind: 'noise', amount: 0.05 }
 * ```
 */
export function noise(sigma: number): AugmentationPart {
  return partOf('noise: sigma', 'noise', sigma);
}
