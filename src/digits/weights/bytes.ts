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
 * above: how many bits that has, its sign, and the bits below the highest. Each of these has a chance of its own, the more of them the
 * further the neighbours are from the middle.
 */
export function codeBytes(bytes: Uint8Array, codeBit: CodeBit): Uint8Array {
  const chances = new Uint16Array(512).fill(CHANCES / 2);
  const coded = (place: number, wanted: number) => {
    const bit = codeBit((range) => Math.floor(range / CHANCES) * chances[place], wanted);
    chances[place] += bit === 0 ? (CHANCES - chances[place]) >> SLOWNESS : -(chances[place] >> SLOWNESS);
    return bit;
  };
  for (let index = 0; index < bytes.length; index++) {
    const at = (back: number) => (index < back ? 0 : bytes[index - back] - MIDDLE);
    const [left, above] = [at(1), at(ROW)];
    const corners = Math.abs(at(ROW + 1)) + Math.abs(at(ROW - 1));
    const size = Math.floor((2 * (Math.abs(left) + Math.abs(above)) + corners) / 3);
    const context = 16 * Math.min(7, 32 - Math.clz32(size));
    const guess = MIDDLE + Math.floor((left + above + 1) / 2);
    const wanted = Math.abs(bytes[index] - guess);
    let bits = 0;
    while (bits < 8 && coded(context + bits, wanted >> bits === 0 ? 0 : 1) === 1) bits++;
    if (bits === 0) {
      bytes[index] = guess;
      continue;
    }
    const isLess = coded(context + 8, bytes[index] < guess ? 1 : 0) === 1;
    let amount = 1;
    for (let bit = bits - 2; bit >= 0; bit--) {
      const place = bit === bits - 2 ? 128 + context + bits : 256 + 16 * bits + bit;
      amount = 2 * amount + coded(place, (wanted >> bit) & 1);
    }
    bytes[index] = isLess ? guess - amount : guess + amount;
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
