// Tells a data set from anything else, by its structure: it may come from another copy of this package.
import { ArgumentError } from '../support/errors.js';
import { describe, wording } from '../support/wording.js';
import type { Dataset } from './Dataset.js';

/** The value, if it is a data set. */
export function checkDataset(what: string, value: unknown): Dataset {
  const data = value as Dataset | null | undefined;
  if (typeof data !== 'object' || data === null || typeof data.readInput !== 'function' || !ArrayBuffer.isView(data.inputs)) {
    throw new ArgumentError(
      wording(what, 'a Dataset', describe(value), 'Make one with dataset({ inputs, labels }) from glassbox-nn/data.'),
    );
  }
  return data;
}
