// A batch remembers which rows of which data set it is, so that a trainer works on those and copies nothing.
import type { Dataset } from './Dataset.js';

/** Where a batch keeps its rows. Another copy of this library finds them by the same key. */
const ROWS = /* @__PURE__ */ Symbol.for('glassbox-nn: rows');

/** Which examples of a data set a batch is made of. */
export interface BatchRows {
  /** The data set whose examples they are. */
  readonly data: Dataset;
  /** The number of each example in that data set: [count] of the batch. */
  readonly examples: Uint32Array;
  /** The epoch that the batch belongs to, from 1; undefined where none was named. */
  readonly epoch: number | undefined;
}

/** The rows of a batch that `data.batches` made; undefined for anything else. It reads none of the batch's own arrays. */
export function rowsOf(data: unknown): BatchRows | undefined {
  return (data as { readonly [ROWS]?: BatchRows } | null | undefined)?.[ROWS];
}

/** Gives a new batch its rows. They are not enumerable: a copy of its fields is a data set of its own. */
export function keepRows(batch: Dataset, rows: BatchRows): void {
  Object.defineProperty(batch, ROWS, { value: rows });
}
