// Kinds of pictures and drawings, clean and in bad light, are read nearly as well as the originals, and where no digit is none is read.
// A sample of what `npm run measure:digits` measures whole, and docs/digits.md has.
import { describe, expect, it } from 'vitest';
import { COMPOSED } from './kinds/composed.js';
import { kinds } from './kinds/index.js';
import { LEAST } from './kinds/Kind.js';
import { answersOf, plainAnswers, rightOf, validationDigits, wholeOf } from './kinds/measure.js';

/** Pictures of each kind, and of each blank one. */
const EACH = 4;
const BLANK = 2;

describe('kinds of pictures', () => {
  it('are more than 60, of different names', () => {
    expect(kinds.length).toBeGreaterThan(150);
    expect(new Set(kinds.map(({ name }) => name)).size).toBe(kinds.length);
  });

  it.each(['clean', 'light', 'marks', 'strokes'] as const)('of the group %j are read as the originals are', async (group) => {
    const of = kinds.filter((kind) => kind.group === group);
    // Each kind has digits of its own, and the sample is of all.
    const digits = await validationDigits(EACH * of.length);
    const right = of.reduce((sum, kind, index) => {
      const own = digits.slice(EACH * index, EACH * (index + 1));
      return sum + rightOf(answersOf(kind, own, EACH * index));
    }, 0);
    expect(right).toBeGreaterThanOrEqual(LEAST[group] * rightOf(plainAnswers(digits)));
  });

  it('without a digit, or with two, are not read', async () => {
    const of = kinds.filter(({ group }) => group === 'blank');
    const digits = await validationDigits(BLANK);
    expect(of.length).toBeGreaterThan(50);
    for (const kind of of) expect([kind.name, rightOf(answersOf(kind, digits))]).toEqual([kind.name, BLANK]);
  });
});

it('of composed pictures 95 in 100 are read whole', async () => {
  expect(wholeOf(await validationDigits(5000))).toBeGreaterThanOrEqual(0.95 * COMPOSED);
});
