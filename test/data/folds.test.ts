// Folds of cross-validation, and splits into three.
import { type Dataset, dataset, foldIndices, folds, standardize, stratifiedSplit, table } from 'glassbox-nn/data';
import { describe, expect, it } from 'vitest';
import { expectRefusal } from '../support/refusals.js';

/** Examples whose input is their number, sorted by class: the worst order for folds. */
function numbered(count: number, classes: number): Dataset {
  const inputs = Array.from({ length: count }, (_, index) => [index]);
  return dataset({ inputs, labels: inputs.map(([index = 0]) => Math.floor((index * classes) / count)), classes });
}

const sorted = (values: Iterable<number>) => [...values].sort((one, other) => one - other);
const all = (count: number) => Array.from({ length: count }, (_, index) => index);

const kinds = table('kind,size\na,1\na,1\nb,2\nb,2\na,\na,\n');

describe('folds', () => {
  it.each([
    [10, 5],
    [10, 3],
    [7, 7],
    [2, 2],
  ])('of %d examples in %d have each example once to validate with, and all others to train on', (count, k) => {
    for (const stratified of [true, false]) {
      const pairs = [...folds(numbered(count, 2), k, { seed: 3, stratified, onWarning: () => {} })];
      expect(pairs).toHaveLength(k);
      expect(sorted(pairs.flatMap(([, validation]) => [...validation.inputs]))).toEqual(all(count));
      const sizes = pairs.map(([, validation]) => validation.count);
      expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
      for (const [training, validation] of pairs) {
        expect(sorted([...training.inputs, ...validation.inputs])).toEqual(all(count));
      }
    }
  });

  it('have the share of each class, to one example, unless they are not to', () => {
    const data = numbered(103, 4);
    for (const [, { labels }] of folds(data, 5)) {
      const counts = all(4).map((label) => labels?.filter((other) => other === label).length as number);
      expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
    }
    const spread = Array.from(folds(data, 5, { stratified: false }), ([, { labels }]) =>
      all(4).map((label) => labels?.filter((other) => other === label).length as number),
    ).flat();
    expect(Math.max(...spread) - Math.min(...spread)).toBeGreaterThan(1);
  });

  it('are drawn by the seed from a stream of their own, in random order', () => {
    const data = numbered(20, 2);
    const drawn = (seed: number) => Array.from(folds(data, 4, { seed }), ([, { inputs }]) => [...inputs]);
    expect(drawn(1)).toEqual(drawn(1));
    expect(drawn(1)).not.toEqual(drawn(2));
    expect(drawn(0)).toEqual(Array.from(folds(data, 4), ([, { inputs }]) => [...inputs]));
    // The bits that every machine draws.
    expect(foldIndices({ count: 6 }, 3, { seed: 1 }).map(([, validation]) => [...validation])).toEqual([[3, 2], [5, 0], [4, 1]]); // biome-ignore format: a table
    const [[first]] = [...folds(data, 4)] as [[Dataset, Dataset]];
    expect([...first.inputs]).not.toEqual(sorted(first.inputs));
    expect(sorted(first.labels?.slice(-4) ?? [])).not.toEqual([1, 1, 1, 1]);
  });

  it('take anything that has a count and can be selected from, and a list of what each row is', () => {
    const rows = (names: readonly string[]) => ({
      count: names.length,
      names,
      select: (indices: ArrayLike<number>): { names: readonly string[] } =>
        rows(Array.from(indices, (index) => names[index] as string)),
    });
    const kinds = ['a', 'a', 'a', 'a', 'b', 'b', '__proto__', '__proto__'];
    for (const [training, validation] of folds(rows(kinds), 2, { stratified: kinds })) {
      for (const { names } of [training, validation]) expect([...names].sort()).toEqual(['__proto__', 'a', 'a', 'b']);
    }
    expect([...folds(rows(kinds), 4)]).toHaveLength(4);
  });

  it('keep weights and names of classes', () => {
    const data = dataset({ inputs: [[0], [1], [2], [3]], labels: ['a', 'b', 'a', 'b'], sampleWeights: [0, 1, 2, 3] });
    for (const [training, validation] of folds(data, 2)) {
      expect(validation.classNames).toEqual(['a', 'b']);
      expect([...(training.sampleWeights ?? [])]).toEqual([...training.inputs]);
    }
  });

  it('leave nothing of the validation part in what is learnt from the training part', () => {
    const data = dataset({ inputs: all(10).map((index) => [index * index]), labels: all(10).map((index) => index % 2) });
    const means = Array.from(folds(data, 5, { seed: 1 }), ([training, validation]) => {
      const seen = new Set(training.inputs);
      expect([...validation.inputs].some((input) => seen.has(input))).toBe(false);
      const mean = [...training.inputs].reduce((sum, input) => sum + input, 0) / training.count;
      expect(standardize(training).means[0]).toBeCloseTo(mean, 10);
      return mean;
    });
    expect(new Set(means).size).toBeGreaterThan(1);
  });

  it('of a table go by a column, as by the list of its cells', () => {
    const list = Array.from(kinds, ({ kind }) => String(kind));
    const byName = [...folds(kinds, 2, { seed: 3, stratified: 'kind' })];
    expect(byName).toEqual([...folds(kinds, 2, { seed: 3, stratified: list })]);
    for (const [, validation] of byName) expect(Array.from(validation, ({ kind }) => kind).sort()).toEqual(['a', 'a', 'b']);
    expect(foldIndices(kinds, 2, { stratified: 'size' })).toEqual(foldIndices(kinds, 2, { stratified: [1, 1, 2, 2, 3, 3] }));
  });

  it('warn of a class with fewer examples than folds (case 464)', () => {
    const warnings: string[] = [];
    const data = dataset({ inputs: [[0], [1], [2], [3], [4]], labels: [0, 0, 0, 0, 1] });
    [...folds(data, 3, { onWarning: (warning) => warnings.push(warning) })];
    expect(warnings).toEqual(['folds: class 1 has one example for 3 folds: some have none to validate with.']);
  });

  it.each<[string, () => unknown, Parameters<typeof expectRefusal>[1], ...string[]]>([
    ['one fold', () => folds(numbered(4, 2), 1), 'OutOfRangeError', 'folds: k', '1'],
    ['more folds than examples', () => folds(numbered(4, 2), 5), 'OutOfRangeError', 'folds: k', 'There are 4 examples'],
    ['half a fold', () => folds(numbered(4, 2), 2.5), 'OutOfRangeError', 'folds: k', '2.5'],
    ['no number', () => folds(numbered(4, 2), '3' as never), 'ArgumentError', 'folds: k', "'3'"],
    ['no data', () => folds(undefined as never, 3), 'ArgumentError', 'folds: data', 'undefined'],
    ['rows', () => folds([[1], [2]] as never, 2), 'ArgumentError', 'folds: data', 'an array of 2'],
    ['a list of another length', () => folds(numbered(4, 2), 2, { stratified: [1, 2] }), 'ShapeError', 'stratified', '2'],
    ['a word', () => foldIndices({ count: 4 }, 2, { stratified: 5 as never }), 'ArgumentError', 'foldIndices: stratified', '5'],
    ['shares of no classes', () => foldIndices({ count: 4 }, 2, { stratified: true }), 'ArgumentError', 'labels'],
    ['true for a table', () => folds(kinds, 2, { stratified: true }), 'ArgumentError', "As stratified: 'kind'"],
    ['no column of a table', () => folds(kinds, 2, { stratified: 'knd' }), 'ArgumentError', "Did you mean 'kind'?"],
    ['a column of a data set', () => folds(numbered(4, 2), 2, { stratified: 'kind' }), 'ArgumentError', "got 'kind'"],
    ['a seed that is none', () => folds(numbered(4, 2), 2, { seed: -1 }), 'OutOfRangeError', 'folds: seed', '-1'],
    ['another option', () => folds(numbered(4, 2), 2, { shuffle: true } as never), 'ArgumentError', "'shuffle'"],
  ])('refuse %s before the first is asked for (case 465)', async (_what, call, kind, ...words) => {
    await expectRefusal(call, kind, ...words);
  });
});

describe('splits into several parts', () => {
  it('have a part for each share, in order, and none empty', () => {
    const data = numbered(10, 2);
    const sizes = (shares: readonly number[], of = data) => of.split(shares).map(({ count }) => count);
    expect(sizes([0.6, 0.2, 0.2])).toEqual([6, 2, 2]);
    expect(sizes([0.5, 0.25, 0.25])).toEqual([5, 3, 2]);
    expect(sizes([5, 4, 1])).toEqual([5, 4, 1]);
    expect(sizes([0.98, 0.01, 0.01])).toEqual([8, 1, 1]);
    expect(sizes([0.01, 0.01, 0.98])).toEqual([1, 1, 8]);
    expect(sizes([0.1, 0.2, 0.3, 0.4])).toEqual([1, 2, 3, 4]);
    expect(data.split([0.8, 0.2]).map(({ inputs }) => [...inputs])).toEqual(data.split(0.8).map(({ inputs }) => [...inputs]));
    const [training, , test] = data.split([0.6, 0.2, 0.2], { seed: 4 });
    expect([...data.split(0.6, { seed: 4 })[0].inputs]).toEqual([...training.inputs]);
    expect(test.count).toBe(2);
  });

  it('keep the share of each class where they are stratified', () => {
    const parts = stratifiedSplit(numbered(100, 4), [0.6, 0.2, 0.2], { seed: 1 });
    for (const [index, { labels }] of parts.entries()) {
      for (const label of all(4)) expect(labels?.filter((other) => other === label)).toHaveLength([15, 5, 5][index] as number);
    }
    expect(sorted(parts.flatMap(({ inputs }) => [...inputs]))).toEqual(all(100));
  });

  it.each<[string, readonly unknown[], Parameters<typeof expectRefusal>[1], ...string[]]>([
    ['do not add up to 1', [0.5, 0.2, 0.2], 'OutOfRangeError', 'add up to', '[0.5, 0.2, 0.2] of 10'],
    ['add up to more', [0.5, 0.5, 0.5], 'OutOfRangeError', 'add up to'],
    ['are numbers that do not add up to all', [5, 4], 'OutOfRangeError', 'add up to all', '[5, 4] of 10'],
    ['mix both', [5, 0.5], 'OutOfRangeError', 'add up to'],
    ['are below 0', [1.5, -0.5], 'OutOfRangeError', 'add up to'],
    ['are a single one', [1], 'OutOfRangeError', 'add up to'],
    ['are none', [], 'OutOfRangeError', 'add up to'],
    ['are no numbers', ['0.5', '0.5'], 'ArgumentError', 'shares[0]', "'0.5'"],
    ['are more than there are examples', Array.from({ length: 16 }, () => 1 / 16), 'OutOfRangeError', '16 examples or more'],
  ])('refuse shares that %s (case 466)', async (_what, shares, kind, ...words) => {
    const data = numbered(10, 2);
    await expectRefusal(() => data.split(shares as never), kind, 'dataset.split: shares', ...words);
    await expectRefusal(() => stratifiedSplit(data, shares as never), kind, 'stratifiedSplit: shares', ...words);
  });
});
