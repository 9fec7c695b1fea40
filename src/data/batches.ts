// A data set in batches: in order, or in the order in which `train` takes the examples of an epoch.
import { seedNumber, trueOrFalse, wholeNumber } from '../support/checks.js';
import { readOptions } from '../support/options.js';
import { BatchFields } from './BatchFields.js';
import { keepRows } from './batchRows.js';
import { checkMemory } from './checkDataset.js';
import type { Dataset } from './Dataset.js';
import { defineDataset } from './datasetFields.js';
import { exampleOrder } from './examples.js';

/** Options of `data.batches`. */
export interface BatchesOptions {
  /** Whether the examples come in random order; true if left out beside a seed or an epoch, else false. */
  readonly shuffle?: boolean | undefined;
  /** The seed of the order, as that of `train`: a whole number from 0 to 2^53 - 1; 0 if left out. */
  readonly seed?: number | undefined;
  /** The epoch that the batches belong to, from 1. Its order is drawn; that of epoch 1 if left out. */
  readonly epoch?: number | undefined;
}

/**
 * The batches of a data set.
 *
 * @param blank - Makes an object under the prototype of data sets.
 * @throws For a size or an option that is wrong, before the first batch is asked for.
 */
export function batchesOf(
  data: Dataset,
  size: number,
  options: BatchesOptions | undefined,
  blank: () => Dataset,
): Generator<Dataset, void, undefined> {
  const given = readOptions('dataset.batches: options', options, ['shuffle', 'seed', 'epoch']);
  const { seed = 0, epoch, shuffle = given.seed !== undefined || epoch !== undefined } = given;
  wholeNumber('dataset.batches: size', size, 1);
  seedNumber('dataset.batches: seed', seed);
  wholeNumber('dataset.batches: epoch', epoch ?? 1, 1);
  trueOrFalse('dataset.batches: shuffle', shuffle);
  return run();

  function* run(): Generator<Dataset, void, undefined> {
    const order = exampleOrder(data.count, shuffle, seed, epoch ?? 1);
    for (let start = 0; start < order.length; start += size) {
      checkMemory('dataset', data);
      const examples = order.subarray(start, start + size);
      const batch = blank();
      defineDataset(batch, new BatchFields(data, examples, shuffle ? undefined : start));
      keepRows(batch, { data, examples, epoch });
      yield Object.freeze(batch);
    }
  }
}
