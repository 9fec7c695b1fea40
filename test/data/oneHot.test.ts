// Labels as rows.
import { ArgumentError, LimitError, OutOfRangeError } from 'glassbox-nn';
import { oneHot } from 'glassbox-nn/data';
import { describe, expect, it } from 'vitest';
import { expectLesson } from './teaches.js';

describe('oneHot', () => {
  it('puts a 1 in the place of each label', () => {
    expect(oneHot(Uint8Array.of(1, 0, 2), 3)).toEqual(Float32Array.of(0, 1, 0, 1, 0, 0, 0, 0, 1));
    expect(oneHot([], 3)).toEqual(new Float32Array(0));
  });

  it('refuses label 10, -1 and 2.5 (case 31)', () => {
    for (const bad of [10, -1, 2.5]) {
      const says = ['oneHot: labels[1]', 'a whole number from 0 to 9', `got ${bad}`, 'count from 0'];
      expectLesson(() => oneHot([0, bad], 10), { type: OutOfRangeError, code: 'OUT_OF_RANGE', says });
    }
  });

  it('refuses classes that cannot be, and more numbers than can be held', () => {
    const says = ['oneHot: classes', 'a whole number from 1', 'got 0'];
    expectLesson(() => oneHot([0], 0), { type: OutOfRangeError, code: 'OUT_OF_RANGE', says });
    const kind = { type: ArgumentError, code: 'ARGUMENT', says: ['oneHot: labels', 'whole numbers', 'got 3'] };
    expectLesson(() => oneHot(3 as never, 2), kind);
    const limit = { type: LimitError, code: 'LIMIT', says: ['oneHot', 'at most', 'got 1048576000', 'give it the labels'] };
    expectLesson(() => oneHot(new Uint8Array(1000), 2 ** 20), limit);
  });
});
