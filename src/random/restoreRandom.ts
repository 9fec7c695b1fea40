// From a saved state back to a generator.
import { FormatError } from '../support/errors.js';
import { isList, readable } from '../support/views.js';
import { describe, wording } from '../support/wording.js';
import { Random, type SavedRandom } from './Random.js';

/**
 * A generator that goes on where `random.save()` left off.
 *
 * @param saved - What `save` returned, as it is or back from JSON.
 * @returns A new generator.
 * @throws {@link FormatError} if the state is short, all zero, or of another algorithm.
 *
 * @example
 * ```ts
 * import { Random, restoreRandom } from 'glassbox-nn';
 *
 * const random = new Random(1);
 * const saved = JSON.stringify(random.save());
 * restoreRandom(JSON.parse(saved)).next() === random.next(); // => true
 * ```
 */
export function restoreRandom(saved: SavedRandom): Random {
  const state = readState(saved);
  const random = new Random();
  random.state.set(state);
  return random;
}

function readState(saved: SavedRandom): number[] {
  const { algorithm, state } = readable<Record<keyof SavedRandom, unknown>>(saved);
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
  const words = isList(state) ? Array.from(state) : [];
  if (words.length !== 4 || !words.every(isWord) || words.every((word) => word === 0)) {
    const got = isList(state) ? `[${words.slice(0, 5).map(describe).join(', ')}]` : describe(state);
    throw new FormatError(wording('saved random: state', 'four whole numbers from 0 to 4294967295, not all zero', got), {
      path: '$.state',
    });
  }
  return words;
}

function isWord(word: unknown): word is number {
  return typeof word === 'number' && Number.isInteger(word) && word >= 0 && word < 2 ** 32;
}
