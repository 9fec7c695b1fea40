// From a seed, or a seed and keys, to the four words of a generator's state.
import { seedNumber } from '../support/checks.js';
import { ArgumentError } from '../support/errors.js';
import { describe, wording } from '../support/wording.js';

// SplitMix64 (Steele, Lea and Flood, 2014) turns one number into many that look unrelated. Its words have 64 bits, more than a number
// holds exactly, so they are BigInts, cut back to 64 bits after each step. None is a literal: tools that build for older browsers
// refuse those.

/** 2^64 divided by the golden ratio, made odd. */
const STEP = /* @__PURE__ */ BigInt('0x9e3779b97f4a7c15');

/** By how many bits words are stirred, and the factors between. */
const SHIFTS = /* @__PURE__ */ [30, 27, 31].map(BigInt);
const FACTORS = /* @__PURE__ */ ['0xbf58476d1ce4e5b9', '0x94d049bb133111eb'].map(BigInt);

/** The state that follows `state`. */
export function nextState(state: bigint): bigint {
  return BigInt.asUintN(64, state + STEP);
}

/** The output of a state: its bits stirred until each depends on all. */
export function mix(state: bigint): bigint {
  let word = BigInt.asUintN(64, (state ^ (state >> SHIFTS[0])) * FACTORS[0]);
  word = BigInt.asUintN(64, (word ^ (word >> SHIFTS[1])) * FACTORS[1]);
  return word ^ (word >> SHIFTS[2]);
}

/** The first two outputs of SplitMix64: four 32-bit words. Two outputs in a row are never both zero. */
export function seedState(seed: number): Uint32Array {
  return stateFrom(BigInt(seed));
}

/** The state of the stream of a seed and keys. */
export function streamState(seed: number, keys: readonly (string | number)[]): Uint32Array {
  return stateFrom(streamHash(seed, keys));
}

/** The hash of a seed and keys, 64 bits. Streams that differ in the last key alone share the hash of the keys before. */
export function streamHash(seed: number, keys: readonly (string | number)[]): bigint {
  return keys.reduce(stir, mix(nextState(BigInt(seed))));
}

/** The hash after one more key: its words are stirred into the hash of the keys before it. */
export function stir(hash: bigint, key: string | number): bigint {
  return wordsOf(key).reduce((stirred, word) => mix(nextState(stirred ^ word)), hash);
}

/** The state of a hash or a seed. */
export function stateFrom(hash: bigint): Uint32Array {
  const first = nextState(hash);
  return Uint32Array.from([mix(first), mix(nextState(first))].flatMap(halves));
}

/** The lower 32 bits of a word, and the upper ones. */
function halves(word: bigint): number[] {
  return [Number(BigInt.asUintN(32, word)), Number(word >> BigInt(32))];
}

/** What marks the words of a text, so that 'a' and 97 are not the same key. */
const TEXT = /* @__PURE__ */ BigInt('0xffffffff00000000');

/** A number is one word; a text its length and its characters. */
function wordsOf(key: string | number): bigint[] {
  if (typeof key === 'number') return [BigInt(seedNumber('Random.stream: key', key))];
  if (typeof key !== 'string')
    throw new ArgumentError(wording('Random.stream: key', 'a word or a whole number', describe(key)));
  return [key.length, ...key.split('').map((letter) => letter.charCodeAt(0))].map((code) => TEXT | BigInt(code));
}
