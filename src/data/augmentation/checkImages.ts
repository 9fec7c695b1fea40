// Checks that data are images that an augmentation can change.
import { OutOfRangeError } from '../../support/errors.js';
import { wording } from '../../support/wording.js';
import { isPlain } from '../checkDataset.js';
import type { Dataset } from '../Dataset.js';

/** Throws unless all inputs of a plain data set are from 0 to 1, as changed images are. Inputs of a custom reader are clipped to that. */
export function checkImages(what: string, data: Dataset): void {
  if (!isPlain(data)) return;
  const { inputs, scale, width } = data;
  const isByte = inputs.BYTES_PER_ELEMENT === 1;
  if (isByte && scale >= 0 && 255 * scale <= 1) return;
  for (let i = 0; i < inputs.length; i++) {
    const value = Math.fround(inputs[i] * scale);
    if (!(value >= 0 && value <= 1))
      throw notInRange(`${what} input [${i % width}] of example ${Math.floor(i / width)}`, value);
  }
}

/** As {@link checkImages}, for one input. */
export function checkImage(what: string, input: Float32Array): void {
  const wrong = input.findIndex((value) => !(value >= 0 && value <= 1));
  if (wrong >= 0) throw notInRange(`${what}[${wrong}]`, input[wrong]);
}

function notInRange(what: string, value: number): OutOfRangeError {
  const remedy =
    'Augmentation takes what lies outside of an image as 0, so that images must be neither centred nor standardized.';
  return new OutOfRangeError(wording(what, 'a number from 0 to 1, as augmented images have', `${value}`, remedy));
}
