// A split in which every class keeps its share.
import fc from 'fast-check';
import { ArgumentError, OutOfRangeError } from 'glassbox-nn';
import { type Dataset, dataset, spirals, stratifiedSplit } from 'glassbox-nn/data';
import { describe, expect, it } from 'vitest';
import { expectLesson } from './teaches.js';

/** In order: so many examples of each class, numbered in their inputs. */
function sorted(...counts: number[]): Dataset {
  const labels = counts.flatMap((count, label) => new Array<number>(count).fill(label));
  return dataset({ inputs: labels.map((_, place) => place), width: 1, labels, classes: Math.max(1, counts.length) });
}

const countsOf = ({ labels, classes = 0 }: Dataset) =>
  Array.from({ length: classes }, (_, label) => labels?.reduce((sum, other) => sum + (other === label ? 1 : 0), 0) ?? 0);
const placesOf = (...parts: Dataset[]) => parts.flatMap(({ inputs }) => [...inputs]);
const counts = (data: Dataset, share: number, seed?: number) =>
  stratifiedSplit(data, share, seed === undefined ? {} : { seed }).map(countsOf);

describe('a stratified split', () => {
  it('gives each class its share on both sides, also of data in order', () => {
    expect(counts(sorted(50, 50, 50), 0.8)).toEqual([
      [40, 40, 40],
      [10, 10, 10],
    ]);
    expect(counts(sorted(90, 10), 0.7)).toEqual([
      [63, 7],
      [27, 3],
    ]);
  });

  it('goes by largest remainders: 7 of 4, 3 and 3 are 2.8, 2.1 and 2.1', () => {
    expect(counts(sorted(4, 3, 3), 7)).toEqual([
      [3, 2, 2],
      [1, 1, 1],
    ]);
    // 0.8 of 6, 7 and 7 are 4.8, 5.6 and 5.6: two of the three are rounded up.
    expect(counts(sorted(6, 7, 7), 0.8)).toEqual([
      [5, 6, 5],
      [1, 1, 2],
    ]);
  });

  it('keeps a class of one in the first part, whatever the seed and the share', () => {
    for (let seed = 0; seed < 20; seed++) {
      for (const share of [0.1, 0.5, 0.9]) {
        const [training, validation] = counts(sorted(1, 20, 1), share, seed) as [number[], number[]];
        expect([training[0], training[2], validation[0], validation[2]]).toEqual([1, 1, 0, 0]);
      }
    }
  });

  it('never leaves a part empty by a share, and gives a number of examples exactly', () => {
    const sizes = (share: number) => stratifiedSplit(sorted(2, 2), share).map((part) => part.count);
    expect([sizes(0.1), sizes(0.95)]).toEqual([
      [1, 3],
      [3, 1],
    ]);
    expect(counts(sorted(2, 2), 4)).toEqual([
      [2, 2],
      [0, 0],
    ]);
    expect(counts(sorted(1, 1, 1, 1), 0.5).map((part) => part.reduce((sum, count) => sum + count))).toEqual([2, 2]);
  });

  it('has every example once, each class within one of its share, and the size of a plain split', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 1, maxLength: 8 }),
        fc.double({ min: 0.01, max: 0.99, noNaN: true }),
        fc.nat(1000),
        (sizes, share, seed) => {
          const data = sorted(...sizes);
          fc.pre(data.count >= 2);
          const [first, rest] = stratifiedSplit(data, share, { seed });
          expect(placesOf(first, rest).sort((a, b) => a - b)).toEqual(placesOf(data));
          expect(first.count).toBe(data.split(share)[0].count);
          expect(Math.min(first.count, rest.count)).toBeGreaterThan(0);
          const singles = sizes.filter((size) => size === 1).length;
          const apart = singles <= first.count ? singles : 0;
          const own = (first.count - apart) / Math.max(1, data.count - apart);
          countsOf(first).forEach((count, label) => {
            const size = sizes[label] as number;
            if (size === 1 && apart > 0) expect(count).toBe(1);
            else expect(Math.abs(count - size * own)).toBeLessThan(1);
          });
        },
      ),
    );
  });

  it('is in random order that the seed decides', () => {
    const data = sorted(30, 30);
    const places = (seed?: number) => placesOf(...stratifiedSplit(data, 0.5, seed === undefined ? {} : { seed }));
    expect(places(3)).toEqual(places(3));
    expect(places()).toEqual(places(0));
    expect(places(3)).not.toEqual(places(4));
    // The same bits everywhere.
    expect(places(1).slice(0, 8)).toEqual([8, 55, 19, 57, 51, 32, 31, 54]);
    const [training] = stratifiedSplit(data, 0.5, { seed: 3 });
    expect([...(training.labels ?? [])]).not.toEqual([...(training.labels ?? [])].sort());
  });

  it('is a plain split by the same seed where there are no labels', () => {
    const data = dataset({ inputs: [[1], [2], [3], [4]], targets: [[0.1], [0.2], [0.3], [0.4]] });
    expect(placesOf(...stratifiedSplit(data, 0.5, { seed: 9 }))).toEqual(placesOf(...data.split(0.5, { seed: 9 })));
  });

  it('leaves the data as it was, and keeps its names', () => {
    const data = dataset({ inputs: [[1], [2]], labels: ['a', 'b'], columnNames: ['x'] });
    const [first] = stratifiedSplit(data, 0.5);
    expect([first.classNames, first.columnNames]).toEqual([['a', 'b'], ['x']]);
    expect([...data.inputs]).toEqual([1, 2]);
  });

  it('refuses what is no data set, no share and no seed', () => {
    const split = (share: unknown, options?: unknown) => stratifiedSplit(spirals(), share as number, options as never);
    const refuses = (call: () => unknown, type: typeof ArgumentError | typeof OutOfRangeError, ...says: string[]) =>
      expectLesson(call, { type, code: type === ArgumentError ? 'ARGUMENT' : 'OUT_OF_RANGE', says });
    refuses(() => stratifiedSplit([] as never, 0.5), ArgumentError, 'stratifiedSplit: data: expected a Dataset');
    for (const share of [0, -1, 1.5, Number.NaN]) refuses(() => split(share), OutOfRangeError, `got ${share}`);
    refuses(() => split('0.5'), ArgumentError, "got '0.5'");
    refuses(() => split(0.5, { seed: 0.5 }), OutOfRangeError, 'stratifiedSplit: seed');
    refuses(() => split(0.5, { sed: 1 }), ArgumentError, 'Did you mean seed?');
    refuses(() => stratifiedSplit(sorted(1), 0.5), OutOfRangeError, 'leaves examples on both sides', 'got 0.5 of 1');
  });
});
