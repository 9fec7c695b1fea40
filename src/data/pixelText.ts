// Pictures of digits as text: a character for each lit pixel, and one for each run of dark ones.
import { FormatError } from '../support/errors.js';
import { wording } from '../support/wording.js';
import { numbersOf } from './characters.js';

/** Brightnesses, from 0 for black to 63 for white. The characters after them stand for runs of 2, 3, ... dark pixels. */
export const LEVELS = 64;

/** The longest run of dark pixels that one character stands for. */
export const LONGEST_RUN = 28;

/** The bytes of `count` pixels, 0 for black to 255 for white. */
export function unpackPixels(text: string, count: number): Uint8Array {
  const pixels = new Uint8Array(count);
  let place = 0;
  for (const number of numbersOf(text)) {
    if (number < LEVELS) pixels[place++] = Math.floor((number * 255) / (LEVELS - 1) + 0.5);
    else place += number - LEVELS + 2;
  }
  if (place !== count) throw new FormatError(wording('packed pixels', `${count} pixels`, `${place}`));
  return pixels;
}
