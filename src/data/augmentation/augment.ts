import { functionValue, numberBetween, wholeNumber } from '../../support/checks.js';
import { ShapeError } from '../../support/errors.js';
import { readOptions } from '../../support/options.js';
import { wording } from '../../support/wording.js';
import type { Dataset } from '../Dataset.js';
import type { Augmentation } from './Augmentation.js';
import { applyTo } from './applyTo.js';
import { AUGMENTING } from './augmentingBytes.js';
import { checkImages } from './checkImages.js';
import { type AugmentedImages, beginEpoch } from './EpochAugmentation.js';
import { type AugmentationPart, MOST_PIXELS } from './ranges.js';
import { rangesOf } from './rangesOf.js';
import { tableSizes } from './tables.js';

/** Options of {@link augment}. */
export interface AugmentOptions {
  /** Columns of an image, from 1 to 1024. */
  readonly width: number;
  /** Rows of an image, from 1 to 1024; as many as the numbers of an input make if left out. */
  readonly height?: number | undefined;
  /**
   * The strength of the changes, from 0 (none) to 1 (as the parts say; if left out). A function is called at the start of each epoch
   * with the share of the training that is done: (epoch - 1) / epochs.
   */
  readonly strength?: number | ((progress: number) => number) | undefined;
}

/**
 * Random changes of images, so that a network never sees the same one twice: for the option `augmentation` of `train`, `fit` and
 * `trainSteps`. Validation and `evaluate` see images as they are.
 *
 * An image is moved, turned, zoomed, slanted and distorted in one bilinear resampling: outside of it all is 0. Then strokes are brightened,
 * and noise is added. The order of the parts does not matter.
 *
 * Each example draws its changes from a stream of its own, `Random.stream(seed, 'augmentation', epoch, example)`: neither the batch size
 * nor threads nor other options change them.
 *
 * @param parts - The changes, each kind once at the most.
 * @param options - `width`, `height`, `strength`.
 * @returns An augmentation; `apply` shows what it does.
 * @throws {@link ArgumentError} for anything but a part, or a kind that comes twice; {@link OutOfRangeError} for sizes, a strength or the
 * amount of a part out of range.
 *
 * @example
 * ```ts
 * import { augment, shift } from 'glassbox-nn/data';
 *
 * const augmentation = augment([shift(1)], { width: 3 });
 * const image = [0, 0, 0, 0, 1, 0, 0, 0, 0];
 * augmentation.apply(image, { strength: 0 }); // => Float32Array(9) [ 0, 0, 0, 0, 1, 0, 0, 0, 0 ]
 * augmentation.apply(image, { seed: 1 })[4] < 1; // => true
 * ```
 */
export function augment(parts: readonly AugmentationPart[], options: AugmentOptions): Augmentation {
  const { parts: checked, ranges, sigma } = rangesOf(parts);
  const given = readOptions('augment: options', options, ['width', 'height', 'strength']);
  const width = wholeNumber('augment: width', given.width, 1, MOST_PIXELS, 'The columns of an image; 28 for a digit.');
  const { height, strength = 1 } = given;
  if (height !== undefined) wholeNumber('augment: height', height, 1, MOST_PIXELS);
  const strengthAt =
    typeof strength === 'number'
      ? constant(checkStrength('augment: strength', strength))
      : functionValue('augment: strength', strength, 'a number from 0 to 1, or a function that returns one');

  function imagesOf(what: string, inputs: number): AugmentedImages {
    const rows = height ?? inputs / width;
    if (rows * width !== inputs || !Number.isInteger(rows)) {
      const expected =
        height === undefined ? `a multiple of the augmentation's width, ${width}` : `${width} x ${height} numbers`;
      throw new ShapeError(wording(what, expected, `${inputs}`, 'Give augment the width and height of your images.'));
    }
    wholeNumber('augment: height', rows, 1, MOST_PIXELS);
    return { width, height: rows, ranges, sigma, sizes: tableSizes(width, rows, sigma ?? 0) };
  }

  const augmentation: Augmentation = Object.freeze({
    parts: checked,
    width,
    height,
    strengthAt(progress: number) {
      numberBetween('augment: progress', progress, 0, 1, 'a share of the training,');
      return checkStrength(`augment: strength(${progress})`, strengthAt(progress));
    },
    apply: ((data, keys) => applyTo(augmentation, data, keys)) as Augmentation['apply'],
    imagesOf,
    checkData(data: Dataset) {
      imagesOf('augmentation: data.width', data.width);
      augmentation.strengthAt(0);
      checkImages('augmentation: data', data);
    },
    begin: beginEpoch,
    module: AUGMENTING,
  });
  return augmentation;
}

function checkStrength(what: string, strength: unknown): number {
  return numberBetween(what, strength, 0, 1);
}

function constant(strength: number): () => number {
  return () => strength;
}
