// Takes a batch apart: which data set a step reads, which of its examples, and under which numbers these draw dropout and augmentation.
import { rowsOf } from '../data/batchRows.js';
import { checkDataset, checkRows } from '../data/checkDataset.js';
import type { Dataset } from '../data/Dataset.js';
import { namesAfter } from '../data/matchedData.js';
import { type DatalessPlan, readData, weighted } from '../training/stepOptions.js';

/** The examples of one step. */
export interface Batch {
  readonly data: Dataset;
  /** [examples]: their numbers in the data. */
  readonly examples: Uint32Array;
  readonly epoch: number;
  /** The number of the first one where the data are the batch itself; undefined where it is rows of a larger data set. */
  readonly firstExample: number | undefined;
}

/** Makes a step's examples of a batch. Data sets that have been checked are known again. */
export type BatchReader = (batch: Dataset, steps: number, seen: number) => Batch;

/**
 * A reader of batches for one trainer. Rows of a data set keep its numbers and the epoch that the batch names. Any other batch counts
 * on from the examples that were seen before it, in epoch 1.
 */
export function batchReader(plan: DatalessPlan): BatchReader {
  const checked = new WeakMap<Dataset, Dataset>();
  const read = (data: Dataset) => {
    const names = namesAfter(plan.network, data);
    const matched = readData('batch', data, plan, names);
    plan.augmentation?.checkData(matched);
    return weighted(matched, plan, names);
  };
  return (batch, steps, seen) => {
    const rows = rowsOf(batch);
    if (rows === undefined) {
      const data = read(checkDataset('batch', batch));
      return { data, examples: Uint32Array.from({ length: data.count }, (_, i) => i), epoch: 1, firstExample: seen };
    }
    const data = checked.get(rows.data) ?? read(rows.data);
    checked.set(rows.data, data);
    // The batch's own arrays are not looked at: they would be copied for that.
    checkRows('batch', { ...rows, data });
    // Without an epoch, each step has an epoch of its own, so that no example meets the same mask twice.
    return { data, examples: rows.examples, epoch: rows.epoch ?? steps + 1, firstExample: undefined };
  };
}
