// Applies an augmentation outside of training, to a data set or to one input.
import { numberBetween, seedNumber, wholeNumber } from '../../support/checks.js';
import { countOf, lengthIn, type Numbers, readNumbers } from '../../support/numbers.js';
import { readOptions } from '../../support/options.js';
import { checkDataset } from '../checkDataset.js';
import type { Dataset } from '../Dataset.js';
import { datasetWith } from '../datasetWith.js';
import type { ApplyInputOptions, Augmentation } from './Augmentation.js';
import { checkImage, checkImages } from './checkImages.js';
import type { EpochKeys } from './EpochAugmentation.js';

const WHAT = 'augmentation.apply';

/** See {@link Augmentation.apply}. */
export function applyTo(
  augmentation: Augmentation,
  given: Dataset | Numbers,
  options?: ApplyInputOptions,
): Dataset | Float32Array {
  return isNumbers(given) ? applyToInput(augmentation, given, options) : applyToData(augmentation, given, options);
}

/** Anything with a length counts as numbers, which are checked later. */
function isNumbers(given: Dataset | Numbers): given is Numbers {
  return lengthIn(given) !== undefined;
}

function applyToInput(augmentation: Augmentation, given: Numbers, options: ApplyInputOptions | undefined): Float32Array {
  const keys = readOptions(WHAT, options, ['seed', 'epoch', 'strength', 'example']);
  const { example = 0 } = keys;
  wholeNumber(`${WHAT}: example`, example, 0);
  const images = augmentation.imagesOf(`${WHAT}: input`, countOf(`${WHAT}: input`, given));
  const input = readNumbers(`${WHAT}: input`, given, images.width * images.height);
  checkImage(`${WHAT}: input`, input);
  augmentation.begin(images, readKeys(augmentation, keys)).change(input, example);
  return input;
}

function applyToData(augmentation: Augmentation, given: Dataset, options: ApplyInputOptions | undefined): Dataset {
  const data = checkDataset(`${WHAT}: data`, given);
  const keys = readKeys(augmentation, readOptions(WHAT, options, ['seed', 'epoch', 'strength']));
  const images = augmentation.imagesOf(`${WHAT}: data.width`, data.width);
  checkImages(`${WHAT}: data`, data);
  const epoch = augmentation.begin(images, keys);
  const inputs = new Float32Array(data.count * data.width);
  for (let index = 0; index < data.count; index++) {
    const input = inputs.subarray(index * data.width, (index + 1) * data.width);
    data.readInput(input, index);
    epoch.change(input, index);
  }
  return datasetWith(data, { inputs });
}

function readKeys(augmentation: Augmentation, { seed = 0, epoch = 1, strength }: ApplyInputOptions): EpochKeys {
  return {
    seed: seedNumber(`${WHAT}: seed`, seed),
    epoch: wholeNumber(`${WHAT}: epoch`, epoch, 1),
    strength: strength === undefined ? augmentation.strengthAt(0) : numberBetween(`${WHAT}: strength`, strength, 0, 1),
  };
}
