// A stratified split of a data set.
import { Random } from '../random/Random.js';
import { seedNumber } from '../support/checks.js';
import { readOptions } from '../support/options.js';
import { checkDataset } from './checkDataset.js';
import type { Dataset, Parts } from './Dataset.js';
import { partSizes } from './examples.js';
import { stratifiedPlaces } from './stratifiedPlaces.js';

/** Options of {@link stratifiedSplit}. */
export interface StratifiedSplitOptions {
  /** The seed of the split, a whole number from 0 to 2^53 - 1; 0 if left out. */
  readonly seed?: number | undefined;
}

/**
 * Two data sets, each with the same share of every class: the first to train on, and the rest to validate or test with.
 *
 * Each class is divided as the whole is. What is left over by rounding goes to the classes with the largest remainders, and to the
 * first of equal ones, so that the sizes are those of `data.split`. A class with a single example stays in the first part, since it
 * cannot be learned from the second. Both parts are in random order, and the same seed gives the same parts on every machine.
 *
 * Data without labels have no classes to divide: they are split by seed alone, as `data.split(share, { seed })` does.
 *
 * @param data - The data set; it is not changed.
 * @param share - The size of the first part: a fraction between 0 and 1 (rounded to the nearest whole example, but never
 * leaving a part empty), or from 1 on a number of examples.
 * @param options - `seed`.
 * @returns The first part and the rest, copied.
 * @throws {@link OutOfRangeError} for a share that is neither, for more examples than there are, or for a fraction of fewer than two.
 *
 * @example
 * ```ts
 * import { dataset, stratifiedSplit } from 'glassbox-nn/data';
 *
 * const inputs = [[1], [2], [3], [4], [5], [6], [7], [8], [9], [10]];
 * const labels = ['no', 'no', 'no', 'no', 'no', 'yes', 'yes', 'yes', 'yes', 'yes']; // in order
 * const [training, validation] = stratifiedSplit(dataset({ inputs, labels }), 0.6, { seed: 1 });
 * training.labels?.slice().sort(); // => Int32Array(6) [ 0, 0, 0, 1, 1, 1 ]
 * validation.labels?.slice().sort(); // => Int32Array(4) [ 0, 0, 1, 1 ]
 * ```
 */
export function stratifiedSplit(data: Dataset, share: number, options?: StratifiedSplitOptions): [Dataset, Dataset];
/**
 * As many data sets as shares, each with the same share of every class: to train on, to validate with, and to test with.
 *
 * @param data - The data set; it is not changed.
 * @param shares - Fractions that add up to 1, or numbers of examples that add up to all.
 * @param options - `seed`.
 * @returns The parts, copied.
 * @throws {@link OutOfRangeError} for other shares, or for fewer examples than parts.
 *
 * @example
 * ```ts
 * import { circles, stratifiedSplit } from 'glassbox-nn/data';
 *
 * const [training, validation, test] = stratifiedSplit(circles({ count: 100 }), [0.6, 0.2, 0.2], { seed: 1 });
 * [training.count, validation.count, test.count]; // => [ 60, 20, 20 ]
 * ```
 */
export function stratifiedSplit<const Shares extends readonly number[]>(
  data: Dataset,
  shares: Shares,
  options?: StratifiedSplitOptions,
): Parts<Shares>;
export function stratifiedSplit(
  data: Dataset,
  shares: number | readonly number[],
  options?: StratifiedSplitOptions,
): Dataset[] {
  const { seed = 0 } = readOptions('stratifiedSplit: options', options, ['seed']);
  seedNumber('stratifiedSplit: seed', seed);
  const { count } = checkDataset('stratifiedSplit: data', data);
  const parts: Dataset[] = [];
  let rest = data;
  for (const size of partSizes('stratifiedSplit', shares, count).slice(0, -1)) {
    const [part, others] = inTwo(rest, size, seed);
    parts.push(part);
    rest = others;
  }
  return [...parts, rest];
}

/** A first part of `size` examples, and the rest. */
function inTwo(data: Dataset, size: number, seed: number): [Dataset, Dataset] {
  const { count, labels } = data;
  const places = Uint32Array.from({ length: count }, (_, place) => place);
  const order = Random.stream(seed, 'dataset').shuffle(places);
  if (labels === undefined) return [data.select(order.slice(0, size)), data.select(order.slice(size))];
  const [first, rest] = stratifiedPlaces(labels, order, size);
  return [data.select(first), data.select(rest)];
}
