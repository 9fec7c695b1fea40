// The saved state of a generator, as plain data.
import { FormatError } from '../support/errors.js';
import { describe, wording } from '../support/wording.js';

/** The state of a generator (`Random`) as plain data. */
export interface SavedRandom {
  /** Which generator the state belongs to. */
  readonly algorithm: 'xoshiro128** 1.1';
  /** Four whole numbers from 0 to 2^32 - 1, not all zero. */
  readonly state: readonly number[];
}

/** The words of a saved state, checked. */
export function readSavedRandom(saved: SavedRandom): Uint32Array {
  const { algorithm, state } = (saved ?? {}) as Partial<Record<keyof SavedRandom, unknown>>;
  if (algorithm !== 'xoshiro128** 1.1') {
    throw new FormatError(
      wording(
        'saved random: algorithm',
        "'xoshiro128** 1.1'",
        describe(algorithm),
        'Restore it with the version that saved it.',
      ),
      { path: '$.algorithm' },
    );
  }
  const words = Array.isArray(state) ? [...state] : [];
  const whole = words.every((word) => Number.isInteger(word) && word >= 0 && word < 2 ** 32);
  if (words.length !== 4 || !whole || words.every((word) => word === 0)) {
    const got = Array.isArray(state) ? `[${words.join(', ').slice(0, 60)}]` : describe(state);
    throw new FormatError(wording('saved random: state', 'four whole numbers from 0 to 4294967295, not all zero', got), {
      path: '$.state',
    });
  }
  return Uint32Array.from(words);
}
