// The seeded generator: the same seed gives the same numbers on every engine.
import { log } from '../linalg/expLog.js';
import { numberWhere, seedNumber, wholeNumber } from '../support/checks.js';
import { ArgumentError } from '../support/errors.js';
import { lengthIn } from '../support/numbers.js';
import { describe, wording } from '../support/wording.js';
import { seedState, streamState } from './seeding.js';

/** The state of a generator as plain data. */
export interface SavedRandom {
  /** The algorithm of the generator. */
  readonly algorithm: 'xoshiro128** 1.1';
  /** Four whole numbers from 0 to 2^32 - 1, not all zero. */
  readonly state: readonly number[];
}

/** An array whose items can be swapped. */
export interface Shufflable {
  /** Its length. */
  readonly length: number;
  [index: number]: unknown;
}

/**
 * A seeded generator of random numbers: xoshiro128** 1.1, seeded by SplitMix64. Not for secrets.
 *
 * Source: D. Blackman and S. Vigna, "Scrambled linear pseudorandom number generators" (2021); version 1.1 scrambles the
 * second word of the state.
 *
 * @example
 * ```ts
 * import { Random } from 'glassbox-nn';
 *
 * const random = new Random(7);
 * random.integer(6); // => 5
 * random.uniform(-1, 1) < 1; // => true
 * new Random(7).integer(6) === new Random(7).integer(6); // => true
 * ```
 */
export class Random {
  /** The four 32-bit words of the generator's state; never all zero. */
  readonly state: Uint32Array;

  /**
   * @param seed - A whole number from 0 to 2^53 - 1.
   * @throws {@link OutOfRangeError} for NaN, a fraction or a number too large.
   */
  constructor(seed = 0) {
    this.state = seedState(seedNumber('Random: seed', seed));
  }

  /**
   * A generator of its own for one purpose, as `Random.stream(seed, 'shuffle', epoch)`. Streams of different keys do not touch
   * each other: what one draws never changes another.
   *
   * @param seed - A whole number from 0 to 2^53 - 1.
   * @param keys - What the stream is for: words, and whole numbers from 0 to 2^53 - 1.
   * @returns A new generator.
   * @throws {@link OutOfRangeError} for a seed or key that is no such number.
   *
   * @example
   * ```ts
   * import { Random } from 'glassbox-nn';
   *
   * const first = Random.stream(0, 'shuffle', 1).next();
   * first === Random.stream(0, 'shuffle', 1).next(); // => true
   * first === Random.stream(0, 'shuffle', 2).next(); // => false
   * ```
   */
  static stream(seed: number, ...keys: readonly (string | number)[]): Random {
    const random = randomFrom(seedNumber('Random.stream: seed', seed));
    random.state.set(streamState(seed, keys));
    return random;
  }

  /** The state as plain data, for JSON; `restoreRandom` goes on from it. */
  save(): SavedRandom {
    return { algorithm: 'xoshiro128** 1.1', state: [...this.state] };
  }

  /** The next 32 random bits: a whole number from 0 to 2^32 - 1. */
  next(): number {
    // Written out rather than by calls: it runs often before an engine has compiled it.
    const state = this.state;
    const word1 = state[1];
    const word2 = state[2] ^ state[0];
    const word3 = state[3] ^ word1;
    const scrambled = Math.imul(word1, 5);
    state[0] ^= word3;
    state[1] = word1 ^ word2;
    state[2] = word2 ^ (word1 << 9);
    state[3] = (word3 << 11) | (word3 >>> 21);
    return Math.imul((scrambled << 7) | (scrambled >>> 25), 9) >>> 0;
  }

  /**
   * A number from `low` up to, and not including, `high`, all equally likely: 53 random bits.
   *
   * @param low - 0 if left out.
   * @param high - 1 if left out.
   * @throws {@link ArgumentError} or {@link OutOfRangeError} for anything but a finite number.
   */
  uniform(low = 0, high = 1): number {
    checkFinite(low);
    checkFinite(high);
    const bits = (this.next() >>> 5) * 2 ** 26 + (this.next() >>> 6);
    const number = low + (high - low) * (bits / 2 ** 53);
    // Rounding can carry the sum up to `high`, about once in 2^53 draws.
    return number < high ? number : low;
  }

  /**
   * A number from the normal distribution, the bell curve.
   *
   * Source: G. Marsaglia's polar method (1964). The second number that it makes is dropped, so that the state is complete.
   *
   * @param mean - 0 if left out.
   * @param deviation - Standard deviation, 1 if left out.
   * @throws {@link ArgumentError} or {@link OutOfRangeError} for anything but a finite number.
   */
  normal(mean = 0, deviation = 1): number {
    checkFinite(mean);
    checkFinite(deviation);
    for (;;) {
      const x = this.uniform(-1, 1);
      const y = this.uniform(-1, 1);
      const square = x * x + y * y;
      // A square root is rounded correctly everywhere (IEEE 754), which no other function of Math's is.
      if (square > 0 && square < 1) return mean + deviation * x * Math.sqrt((-2 * log(square)) / square);
    }
  }

  /**
   * A whole number from 0 to `below` - 1, all exactly equally likely.
   *
   * @param below - A whole number from 1 to 2^32.
   * @throws {@link OutOfRangeError} for any other number.
   */
  integer(below: number): number {
    wholeNumber('random.integer: below', below, 1, 2 ** 32);
    // The numbers from `fair` on would make the first remainders likelier than the rest, so they are drawn again.
    const fair = 2 ** 32 - (2 ** 32 % below);
    let bits = this.next();
    while (bits >= fair) bits = this.next();
    return bits % below;
  }

  /**
   * Shuffles an array: all orders are equally likely.
   *
   * Source: R. Durstenfeld, "Algorithm 235" (1964), known as the Fisher-Yates shuffle.
   *
   * @param array - Changed in place.
   * @returns The array.
   * @throws {@link ArgumentError} for anything but an array, and for a frozen one.
   */
  shuffle<A extends Shufflable>(array: A): A {
    const places: Shufflable = array;
    const length = lengthIn(array);
    if (length === undefined || Object.isFrozen(array))
      throw new ArgumentError(wording('shuffle', 'an array that may be changed', describe(array)));
    for (let last = length - 1; last > 0; last--) {
      const other = this.integer(last + 1);
      const moved = places[last];
      places[last] = places[other];
      places[other] = moved;
    }
    return array;
  }
}

/** No words are made before they are needed. */
function checkFinite(value: number): void {
  if (!Number.isFinite(value)) numberWhere('random', value, 'a finite number', () => true);
}

/** Outside of the class: one that names itself goes by another name once it is bundled, and `console.log` would show that. */
function randomFrom(seed: number): Random {
  return new Random(seed);
}
