import { numberWhere } from '../support/checks.js';
import { ArgumentError, LimitError, OutOfRangeError } from '../support/errors.js';
import { wording } from '../support/wording.js';
import { checkDataset } from './checkDataset.js';
import type { Dataset } from './Dataset.js';
import { datasetWith } from './datasetWith.js';

/** The most numbers of the targets: 2^28 of them take 1 GiB. */
const MOST_NUMBERS = 2 ** 28;

/**
 * Label smoothing: the same examples with a share of each target spread evenly over all classes, so that a network does not become
 * overconfident. The labels stay, and accuracies count by them. For networks with an output for each class; smooth the training data
 * alone.
 *
 * target = (1 - share) target + share / classes
 *
 * Source: C. Szegedy and others, "Rethinking the Inception architecture for computer vision" (2016), section 7.
 *
 * @param data - Examples with labels; not changed. The new data set shares its inputs.
 * @param share - The share that is spread; from 0 to below 1, often 0.1.
 * @returns A data set with the same labels, and targets: [count, classes].
 * @throws {@link ArgumentError} for data without labels, {@link OutOfRangeError} for a single class or a share outside of 0 to below 1, and
 * {@link LimitError} for more targets than fit.
 *
 * @example
 * ```ts
 * import { dataset, smoothLabels } from 'glassbox-nn/data';
 *
 * const fruit = dataset({ inputs: [[7, 1], [18, 0]], labels: ['apple', 'banana'] });
 * const { label, target } = smoothLabels(fruit, 0.5).example(1);
 * label; // => 1
 * target; // => Float32Array(2) [ 0.25, 0.75 ]
 * ```
 */
export function smoothLabels(data: Dataset, share: number): Dataset {
  checkDataset('smoothLabels: data', data);
  if (data.labels === undefined) throw new ArgumentError(wording('smoothLabels: data', 'examples with labels', 'targets'));
  numberWhere('smoothLabels: share', share, 'a number from 0 to below 1', (value) => value >= 0 && value < 1);
  const { count, targetWidth } = data;
  if (targetWidth < 2) throw new OutOfRangeError(wording('smoothLabels: data', '2 classes or more', `${targetWidth}`));
  const length = count * targetWidth;
  if (length > MOST_NUMBERS) throw new LimitError(wording('smoothLabels', `at most ${MOST_NUMBERS} numbers`, `${length}`));
  const targets = new Float32Array(length);
  for (let index = 0; index < count; index++) {
    const row = targets.subarray(index * targetWidth, (index + 1) * targetWidth);
    data.readTarget(row, index);
    for (let column = 0; column < targetWidth; column++) row[column] = (1 - share) * row[column] + share / targetWidth;
  }
  return datasetWith(data, { targets });
}
