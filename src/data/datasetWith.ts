// Data sets of which something was changed.
import { Dataset } from './Dataset.js';

/** What may be changed. */
export interface DatasetChanges {
  /** [count, width], as the network sees them. */
  readonly inputs?: Float32Array;
  /** [count, targetWidth] */
  readonly targets?: Float32Array;
}

/** A data set with other inputs or other targets, which are kept. Inputs that stay are shared, and answers that stay are copied. */
export function datasetWith(data: Dataset, changes: DatasetChanges): Dataset {
  const { labels, targets } = data;
  const scale = changes.inputs === undefined ? data.scale : 1;
  return new Dataset({ ...data, scale, labels: labels?.slice(), targets: targets?.slice(), ...changes });
}
