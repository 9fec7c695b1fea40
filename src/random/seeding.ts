// From a seed, or a seed and keys, to the four words of a generator's state.

import { seedNumber } from '../support/checks.js';
import { ArgumentError } from '../support/errors.js';
import { describe, wording } from '../support/wording.js';
import { mix, nextState, type Word, wordOf, xor } from './splitMix64.js';

/** The first two outputs of SplitMix64: four 32-bit words. Two outputs in a row are never both zero. */
export function seedState(seed: number): Uint32Array {
  return stateFrom(wordOf(seed));
}

/** The state of the stream of a seed and keys: each key is stirred into a hash of those before it. */
export function streamState(seed: number, keys: readonly (string | number)[]): Uint32Array {
  let hash = mix(nextState(wordOf(seed)));
  for (const key of keys) {
    for (const word of wordsOf(key)) hash = mix(nextState(xor(hash, word)));
  }
  return stateFrom(hash);
}

function stateFrom(seed: Word): Uint32Array {
  const first = nextState(seed);
  const second = nextState(first);
  return Uint32Array.of(mix(first).low, mix(first).high, mix(second).low, mix(second).high);
}

/** A number is one word; a text its length and its characters, marked so that 'a' and 97 are not the same key. */
function* wordsOf(key: string | number): Generator<Word> {
  if (typeof key === 'number') {
    yield wordOf(seedNumber('Random.stream: key', key));
  } else if (typeof key === 'string') {
    yield { high: 0xffffffff, low: key.length };
    for (let index = 0; index < key.length; index++) yield { high: 0xffffffff, low: key.charCodeAt(index) };
  } else {
    throw new ArgumentError(wording('Random.stream: key', 'a word or a whole number', describe(key)));
  }
}
