// Bytes of images as text: an adaptive range coder, with what is left and above as its context.
import { numbersOf } from '../../data/characters.js';

/** Pixels in a row. */
const ROW = 28;
/** The byte of a weight of 0. */
const MIDDLE = 128;
/** Chances are of 2^11, and go a 32nd of the way to what came. */
const CHANCES = 2 ** 11;
const SLOWNESS = 5;

/** Below it a range is stretched by a character, which is 6 bits. */
export const LEAST_RANGE = 2 ** 24;
/** Characters at the beginning: the range is of 2^30. */
export const FIRST = 5;

/** How a bit is read, or written: of a range, `bound` is the part of a 0. `wanted` is the bit where it is known. */
export type CodeBit = (bound: (range: number) => number, wanted: number) => number;

/**
 * Goes through bytes, which are filled in where they are not known. Each is coded as its difference from the mean of the bytes to its left and
 * above, bit by bit from the highest, with a chance for each beginning of a byte and for how far the two are from the middle.
 */
export function codeBytes(bytes: Uint8Array, codeBit: CodeBit): Uint8Array {
  const chances = new Uint16Array(8 * 256).fill(CHANCES / 2);
  const at = (index: number) => (index < 0 ? 0 : bytes[index] - MIDDLE);
  for (let index = 0; index < bytes.length; index++) {
    const [left, above] = [at(index - 1), at(index - ROW)];
    const size = Math.abs(left) + Math.abs(above);
    const context = 256 * Math.min(7, 32 - Math.clz32(size));
    const guess = MIDDLE + Math.floor((left + above + 1) / 2);
    const wanted = (bytes[index] - guess) & 255;
    let bits = 1;
    for (let bit = 7; bit >= 0; bit--) {
      const place = context + bits;
      const one = codeBit((range) => Math.floor(range / CHANCES) * chances[place], (wanted >> bit) & 1);
      chances[place] += one === 0 ? (CHANCES - chances[place]) >> SLOWNESS : -(chances[place] >> SLOWNESS);
      bits = 2 * bits + one;
    }
    bytes[index] = guess + bits;
  }
  return bytes;
}

/**
 * Reads `count` bytes from their text.
 *
 * Source: Martin, "Range encoding: an algorithm for removing redundancy from a digitised message" (1979).
 */
export function readBytes(text: string, count: number): Uint8Array {
  const characters = numbersOf(text);
  let place = 0;
  // Zeros at the end are left out of the text.
  const next = () => characters[place++] ?? 0;
  let range = 2 ** 30;
  let code = 0;
  while (place < FIRST) code = 64 * code + next();
  return codeBytes(new Uint8Array(count), (boundOf) => {
    const bound = boundOf(range);
    const bit = code < bound ? 0 : 1;
    code -= bit * bound;
    range = bit === 0 ? bound : range - bound;
    while (range < LEAST_RANGE) {
      range *= 64;
      code = 64 * code + next();
    }
    return bit;
  });
}
