// Reads the numbers of a picture one by one, from 0 to 1.
import { ArgumentError, NumericError, OutOfRangeError } from '../../support/errors.js';
import { describe, wording } from '../../support/wording.js';
import type { CheckedPicture } from './picture.js';

/** A function that reads the number at a place of the data, scaled to 0 to 1. `what` begins the errors. */
export function pixelReader(what: string, { data, scale }: CheckedPicture): (place: number) => number {
  // Whole numbers of a byte or two are as they should be.
  if (scale !== 1) return (place) => data[place] * scale;
  return (place) => {
    const value: unknown = data[place];
    if (typeof value !== 'number') throw new ArgumentError(wording(`${what}.data[${place}]`, 'a number', describe(value)));
    if (value - value !== 0) throw new NumericError(wording(`${what}.data[${place}]`, 'a finite number', String(value)));
    if (value < 0 || value * scale > 1) {
      const remedy = 'Bytes, 0 to 255, come in a Uint8Array or Uint8ClampedArray; divide others by 255.';
      throw new OutOfRangeError(wording(`${what}.data[${place}]`, 'a number from 0 to 1', String(value), remedy));
    }
    return value * scale;
  };
}
