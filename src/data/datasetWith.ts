// A data set with other inputs or targets.
import { hasField } from '../support/hasField.js';
import { isPlain } from './checkDataset.js';
import { Dataset } from './Dataset.js';

/** The arrays that replace those of the data set. */
export interface DatasetChanges {
  /** [count, width], as the network sees them. */
  readonly inputs?: Float32Array;
  /** [count, targetWidth] */
  readonly targets?: Float32Array;
}

/**
 * A data set with other inputs or other targets, which are not copied. Inputs that stay are shared; labels, targets and weights that stay are copied.
 * Of data with a custom reader, inputs that stay are what it reads.
 */
export function datasetWith(given: Dataset, changes: DatasetChanges): Dataset {
  const data = isPlain(given) ? given : given.slice(0);
  const { labels, targets, sampleWeights } = data;
  const scale = !hasField(changes, 'inputs') ? data.scale : 1;
  return new Dataset({
    ...data,
    scale,
    labels: labels?.slice(),
    targets: targets?.slice(),
    sampleWeights: sampleWeights?.slice(),
    ...changes,
  });
}
