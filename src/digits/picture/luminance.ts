// How bright each pixel of a picture is, and how much of it is there.
import { ArgumentError, NumericError, OutOfRangeError } from '../../support/errors.js';
import { describe, wording } from '../../support/wording.js';
import type { CheckedPicture } from './picture.js';

/** A picture in greys. */
export interface Greys {
  /** [height x width], from 0 (black) to 1 (white). */
  readonly brightness: Float32Array;
  /** [height x width], from 0 (nothing there) to 1 (opaque), where the picture tells. */
  readonly alpha: Float32Array | undefined;
}

/** The brightness of each pixel, by the luma weights of ITU-R BT.709, and its alpha. `what` begins the error if a number is none. */
export function luminance(what: string, { data, width, height, channels, scale }: CheckedPicture): Greys {
  const count = width * height;
  const brightness = new Float32Array(count);
  const alpha = channels % 2 === 0 ? new Float32Array(count) : undefined;
  const read = (place: number): number => {
    const value: unknown = data[place];
    if (typeof value !== 'number') throw new ArgumentError(wording(`${what}.data[${place}]`, 'a number', describe(value)));
    if (value - value !== 0) throw new NumericError(wording(`${what}.data[${place}]`, 'a finite number', String(value)));
    if (value < 0 || value * scale > 1) {
      const remedy = 'Bytes, 0 to 255, come in a Uint8Array or Uint8ClampedArray.';
      throw new OutOfRangeError(wording(`${what}.data[${place}]`, 'a number from 0 to 1', String(value), remedy));
    }
    return value * scale;
  };
  for (let index = 0, place = 0; index < count; index++, place += channels) {
    brightness[index] = channels < 3 ? read(place) : 0.2126 * read(place) + 0.7152 * read(place + 1) + 0.0722 * read(place + 2);
    if (alpha !== undefined) alpha[index] = read(place + channels - 1);
  }
  return { brightness, alpha };
}
