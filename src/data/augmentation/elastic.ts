// Elastic distortion: every pixel is displaced, and neighbours alike.
import { ArgumentError } from '../../support/errors.js';
import { readOptions } from '../../support/options.js';
import { describe, wording } from '../../support/wording.js';
import { type AugmentationPart, checkSigma, partOf } from './ranges.js';

/** Options of {@link elastic}. */
export interface ElasticOptions {
  /** Standard deviation, in pixels, of the bell curve that smooths displacements: above 0, up to 64. About 3 for digits of 28 x 28. */
  readonly sigma: number;
  /** The root of the mean of the squared displacements, in pixels, across and down each: from 0 to 64. About 0.6 for those digits. */
  readonly amplitude: number;
}

/**
 * Distorts images as if they were drawn on rubber. Each pixel is displaced across and down, by numbers of uniform noise that a bell
 * curve of `sigma` smooths and that are then scaled to `amplitude`.
 *
 * The displacements of an epoch are windows of one large table, which is made anew for each epoch and joins its ends: each example
 * takes two of its 16,384 windows (more for images above 128 pixels), one for across and one for down, by its own stream. So the
 * root of the mean of their squares is `amplitude` over all windows, and differs from image to image.
 *
 * Source: P. Simard, D. Steinkraus and J. Platt, "Best practices for convolutional neural networks applied to visual document
 * analysis" (2003), section 2. Their alpha scales the smoothed field; `amplitude` is the outcome of that, in pixels.
 *
 * @param options - `sigma` and `amplitude`, both in pixels.
 * @returns A part for `augment`.
 * @throws {@link OutOfRangeError} for numbers out of range.
 *
 * @example
 * ```ts
 * import { elastic } from 'glassbox-nn/data';
 *
 * elastic({ sigma: 3, amplitude: 0.6 }); // => { kind: 'elastic', amount: 0.6, sigma: 3 }
 * ```
 */
export function elastic(options: ElasticOptions): AugmentationPart {
  const { sigma, amplitude } = readOptions('elastic', options, ['sigma', 'amplitude'], {
    alpha: 'Give amplitude: the root of the mean of the squared displacements, in pixels.',
  });
  if (sigma === undefined || amplitude === undefined) {
    throw new ArgumentError(wording('elastic', '{ sigma, amplitude }', describe(options), 'Both are in pixels.'));
  }
  checkSigma('elastic: sigma', sigma);
  return { ...partOf('elastic: amplitude', 'elastic', amplitude), sigma };
}
