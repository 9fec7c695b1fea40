// Numbers of a few bits as text, in characters of six bits each.
import { numbersOf } from '../../data/characters.js';

/**
 * Reads `count` words of `bits` from their text: the upper six bits of every word, then the next six of every word, and what is left
 * of each at last, one after another without a gap. The upper bits of weights are much alike: apart from the others they become short
 * when the package is compressed.
 *
 * @returns [count], whole numbers from 0 to 2^bits - 1.
 */
export function readWords(text: string, count: number, bits: number): Uint32Array {
  const characters = numbersOf(text);
  const words = new Uint32Array(count);
  const rest = bits % 6;
  const whole = (bits - rest) / 6;
  for (let place = 0; place < whole * count; place++) words[place % count] = words[place % count] * 64 + characters[place];
  let held = 0;
  let heldBits = 0;
  let place = whole * count;
  for (let index = 0; index < count; index++) {
    if (heldBits < rest) {
      held = held * 64 + characters[place++];
      heldBits += 6;
    }
    heldBits -= rest;
    words[index] = (words[index] << rest) | (held >> heldBits);
    held &= (1 << heldBits) - 1;
  }
  return words;
}
