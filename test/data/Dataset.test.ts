// The data set itself: single examples, pieces, orders.
import fc from 'fast-check';
import { ArgumentError, OutOfRangeError } from 'glassbox-nn';
import { Dataset, dataset, minMax, smoothLabels, stratifiedSplit, xor } from 'glassbox-nn/data';
import { describe, expect, it } from 'vitest';
import { numbered, placesOf } from './numbered.js';
import { expectLesson } from './teaches.js';

it('a data set gives all its inputs in a row as the network sees them', () => {
  const pixels = dataset({ inputs: Uint8Array.of(0, 51, 255, 102), width: 2, labels: [0, 1] });
  const rows = pixels.readInputs();
  expect(rows).toEqual(Float32Array.from([...pixels].flatMap(({ input }) => [...input])));
  rows.fill(9);
  expect([...pixels.inputs]).toEqual([0, 51, 255, 102]);
});

describe('an example', () => {
  it('comes in arrays of its own, with its label and its target', () => {
    const data = numbered(5);
    const example = data.example(4);
    expect(example).toEqual({ input: Float32Array.of(4, -4), label: 1, target: Float32Array.of(0, 1, 0) });
    example.input.fill(7);
    example.target.fill(7);
    expect(data.example(4).input).toEqual(Float32Array.of(4, -4));
    expect(numbered(5, 'targets').example(4)).toEqual({ input: Float32Array.of(4, -4), target: Float32Array.of(4.5) });
  });

  it('is refused where there is none', () => {
    for (const index of [-1, 4, 1.5, Number.NaN]) {
      const says = ['dataset.example: index', 'a whole number from 0 to 3', `got ${index}`, 'There are 4 examples'];
      expectLesson(() => xor().example(index), { type: OutOfRangeError, code: 'OUT_OF_RANGE', says });
    }
    expectLesson(() => xor().example('0' as never), { type: ArgumentError, code: 'ARGUMENT', says: ['index', "got '0'"] });
  });

  it('has the label itself as its target where there is one output and two classes', () => {
    const out = Float32Array.of(9);
    const read = Array.from({ length: 4 }, (_, index) => {
      xor().readTarget(out, index);
      return out[0];
    });
    expect(read).toEqual([0, 1, 1, 0]);
    const wide = new Float32Array(4).fill(9);
    xor().readTarget(wide, 1);
    expect(wide).toEqual(Float32Array.of(0, 1, 0, 0));
  });
});

describe('pieces of a data set', () => {
  it('are the first examples, or those between two places, as far as there are any', () => {
    const data = numbered(7);
    expect(placesOf(data.take(3))).toEqual([0, 1, 2]);
    expect(placesOf(data.take(100))).toHaveLength(7);
    expect(placesOf(data.slice(2, 5))).toEqual([2, 3, 4]);
    expect(placesOf(data.slice(5))).toEqual([5, 6]);
    expect(placesOf(data.slice(2, 6).slice(1, 3))).toEqual([3, 4]);
    expect(data.slice(5, 2).count).toBe(0);
    expect(data.slice(9).count).toBe(0);
    expect(placesOf(numbered(7, 'targets').slice(2, 4))).toEqual([2, 3]);
  });

  it('keep what is known about the whole', () => {
    const piece = numbered(7).take(1);
    expect([piece.classes, piece.classNames, piece.targetWidth, piece.scale]).toEqual([3, ['a', 'b', 'c'], 3, 1]);
    expect(Object.isFrozen(piece)).toBe(true);
  });

  it('may be chosen by their places, and are then copies', () => {
    const data = numbered(5, 'targets');
    const chosen = data.select(Uint8Array.of(4, 0, 4));
    expect(placesOf(chosen)).toEqual([4, 0, 4]);
    chosen.inputs.fill(9);
    expect(placesOf(data)).toEqual([0, 1, 2, 3, 4]);
    expect(data.select([]).count).toBe(0);
    const bytes = dataset({ inputs: Uint8Array.of(1, 2), width: 1, labels: [0, 1] });
    expect(bytes.select([1]).inputs).toEqual(Uint8Array.of(2));
  });

  it('refuse places and counts that are none, and say where', () => {
    const data = numbered(5);
    const range = (call: () => unknown, ...says: string[]) =>
      expectLesson(call, { type: OutOfRangeError, code: 'OUT_OF_RANGE', says });
    range(() => data.select([0, 5]), 'indices[1]', 'from 0 to 4', 'got 5', 'There are 5 examples');
    range(() => data.select([-1]), 'indices[0]', 'got -1');
    range(() => data.take(-1), 'dataset.take: count', 'got -1');
    range(() => data.slice(1.5), 'dataset.slice: start', 'got 1.5');
    range(() => data.slice(1, -1), 'dataset.slice: end', 'got -1');
    const says = ['dataset.select: indices', 'an array of whole numbers', 'got 3'];
    expectLesson(() => data.select(3 as never), { type: ArgumentError, code: 'ARGUMENT', says });
  });
});

describe('a shuffle', () => {
  it('has every example once, and the same order for the same seed', () => {
    fc.assert(
      fc.property(fc.nat(30), fc.nat(), (count, seed) => {
        const data = numbered(count, count % 2 ? 'labels' : 'targets');
        const order = placesOf(data.shuffle(seed));
        expect([...order].sort((a, b) => a - b)).toEqual(placesOf(data));
        expect(placesOf(data.shuffle(seed))).toEqual(order);
      }),
      { numRuns: 50 },
    );
  });

  it('has the order it always had', () => {
    expect(placesOf(numbered(8).shuffle())).toEqual([3, 0, 4, 6, 2, 5, 7, 1]);
    expect(placesOf(numbered(8).shuffle(1))).toEqual([0, 2, 6, 5, 3, 1, 7, 4]);
  });

  it('refuses a seed that is none (case 111)', () => {
    for (const seed of [Number.NaN, 1.5, 2 ** 53]) {
      const says = ['dataset.shuffle: seed', `got ${seed}`];
      expectLesson(() => numbered(3).shuffle(seed), { type: OutOfRangeError, code: 'OUT_OF_RANGE', says });
    }
  });
});

describe('a split', () => {
  it('parts by a share or by a count, in order or shuffled', () => {
    const data = numbered(10);
    const places = (share: number, options?: { seed: number }) => data.split(share, options).map(placesOf);
    expect(places(0.8)).toEqual([
      [0, 1, 2, 3, 4, 5, 6, 7],
      [8, 9],
    ]);
    expect(places(3)).toEqual([
      [0, 1, 2],
      [3, 4, 5, 6, 7, 8, 9],
    ]);
    expect(places(0.29).map((part) => part.length)).toEqual([3, 7]);
    expect(places(10).map((part) => part.length)).toEqual([10, 0]);
    const shuffled = places(0.5, { seed: 4 });
    expect(shuffled.flat()).toEqual(placesOf(data.shuffle(4)));
  });

  it('rounds a share to whole examples: 0.29 of 100 is 29', () => {
    expect(numbered(100).split(0.29)[0].count).toBe(29);
  });

  it('never leaves a part empty by a share: 0.1 of 4 is 1', () => {
    const sizes = (count: number, share: number, options = {}) =>
      numbered(count)
        .split(share, options)
        .map((part) => part.count);
    expect(sizes(4, 0.1)).toEqual([1, 3]);
    expect(sizes(4, 0.1, { seed: 1 })).toEqual([1, 3]);
    expect(sizes(4, 0.9)).toEqual([3, 1]);
    expect(sizes(2, 0.001)).toEqual([1, 1]);
    expect(sizes(4, 4)).toEqual([4, 0]);
    for (const data of [numbered(1), numbered(3).take(0)]) {
      const says = [
        'dataset.split: share',
        'leaves examples on both sides',
        `got 0.5 of ${data.count}`,
        'two examples or more',
      ];
      expectLesson(() => data.split(0.5), { type: OutOfRangeError, code: 'OUT_OF_RANGE', says });
    }
  });

  it('refuses a share that is none', () => {
    for (const share of [0, -0.5, 1.5, 11, Number.NaN, Number.POSITIVE_INFINITY]) {
      const says = ['dataset.split: share', 'a fraction between 0 and 1', 'from 1 to 10', `got ${share}`];
      expectLesson(() => numbered(10).split(share), { type: OutOfRangeError, code: 'OUT_OF_RANGE', says });
    }
    const says = ['dataset.split: options', "got 'sed'", 'Did you mean seed?'];
    expectLesson(() => numbered(2).split(1, { sed: 1 } as never), { type: ArgumentError, code: 'ARGUMENT', says });
  });
});

describe('data with a reader of its own', () => {
  class Doubled extends Dataset {
    override readInput(out: Float32Array, index: number): void {
      super.readInput(out, index);
      out[0] *= 2;
    }
  }
  const doubled = (kind: 'labels' | 'targets') => new Doubled({ ...numbered(6, kind) });
  const firstOf = (data: Dataset) => Array.from(data, ({ input }) => input[0]);

  it('gives pieces of what it reads, and not of the arrays behind it', () => {
    for (const kind of ['labels', 'targets'] as const) {
      const data = doubled(kind);
      expect(firstOf(data)).toEqual([0, 2, 4, 6, 8, 10]);
      expect(firstOf(data.slice(1, 3))).toEqual([2, 4]);
      expect(firstOf(data.select([5, 0]))).toEqual([10, 0]);
      expect(data.split(0.5).map(firstOf)).toEqual([
        [0, 2, 4],
        [6, 8, 10],
      ]);
      expect(Array.from(data.batches(4), firstOf)).toEqual([
        [0, 2, 4, 6],
        [8, 10],
      ]);
      expect(
        stratifiedSplit(data, 3)
          .flatMap(firstOf)
          .sort((a, b) => a - b),
      ).toEqual([0, 2, 4, 6, 8, 10]);
      expect(data.slice(1, 3).example(1).target).toEqual(data.example(2).target);
    }
  });

  it('keeps what it reads where only its answers become others', () => {
    expect(firstOf(smoothLabels(doubled('labels'), 0.1))).toEqual([0, 2, 4, 6, 8, 10]);
    expect(firstOf(minMax(numbered(6)).apply(doubled('labels')))).toEqual([0, 0.4, 0.8, 1.2, 1.6, 2].map(Math.fround));
  });
});
