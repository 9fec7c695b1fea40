// Reads all digits of a picture.
import type { Picture } from '../data/images/picture.js';
import type { Network } from '../model/typedBySizes.js';
import { readOptions } from '../support/options.js';
import { digitReader, type Recognition } from './digitReader.js';
import { findDigits, prepareInk } from './picture/preparePicture.js';

/** Options of {@link recognizeAll}. */
export interface RecognizeAllOptions {
  /** The network, of 784 inputs and 10 outputs; `digitNetwork()` if left out. */
  readonly network?: Network | undefined;
  /** The least confidence, from 0 to 1: below it `digit` is undefined. 0 if left out, which takes every answer. */
  readonly reject?: number | undefined;
}

/** A box in a picture, in its pixels. */
export interface DigitPlace {
  /** Columns to the left of it. */
  readonly x: number;
  /** Rows above it. */
  readonly y: number;
  /** How many columns it has. */
  readonly width: number;
  /** How many rows it has. */
  readonly height: number;
}

/** A digit of a picture, and where it is. */
export interface PlacedDigit extends Recognition {
  /** The smallest box round the digit. */
  readonly place: DigitPlace;
}

/**
 * Reads all digits that stand in a picture side by side: a house number, a score, a date in boxes. What touches another digit is read
 * together with it, and most likely wrongly.
 *
 * @param picture - `{ data, width, height }`, as a canvas's `getImageData` gives it; see {@link Picture}. `prepareDigit` says what it may be like.
 * @param options - See {@link RecognizeAllOptions}.
 * @returns The digits from left to right, each with its outputs, its confidence and its place; none for a picture without digits.
 * @throws As `recognize`.
 *
 * @example
 * ```ts
 * import { recognizeAll } from 'glassbox-nn/digits';
 *
 * // A white picture of 90 x 40, with two black bars 4 pixels wide and 28 high.
 * const data = new Uint8Array(90 * 40).fill(255);
 * for (let y = 6; y < 34; y++) for (const x of [20, 60]) data.fill(0, 90 * y + x, 90 * y + x + 4);
 *
 * const digits = recognizeAll({ data, width: 90, height: 40 });
 * digits.map(({ digit }) => digit).join(''); // => '11'
 * digits[0].place; // => { x: 20, y: 6, width: 4, height: 28 }
 * ```
 */
export function recognizeAll(picture: Picture, options?: RecognizeAllOptions): PlacedDigit[] {
  const { network, reject = 0 } = readOptions('recognizeAll options', options, ['network', 'reject']);
  const read = digitReader('recognizeAll', network, reject);
  return findDigits('recognizeAll: picture', picture).flatMap((found) => {
    const pixels = prepareInk(found);
    const { left, right, top, bottom } = found.box;
    const place = { x: left, y: top, width: right - left, height: bottom - top };
    // A blot is no digit.
    return pixels.some((pixel) => pixel > 0) ? [{ ...read(pixels), place }] : [];
  });
}
