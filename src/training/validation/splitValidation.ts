// The two sides of a training: what is learned from, and what is validated on.
import type { Dataset } from '../../data/Dataset.js';
import { fractionOf } from '../../data/partSize.js';
import { numberWhere } from '../../support/checks.js';
import { ArgumentError } from '../../support/errors.js';
import { wording } from '../../support/wording.js';
import type { TrainingOptions } from '../TrainingOptions.js';

/** What is learned from, and what is validated on, if anything: by `validationSplit` the last examples, as in Keras. */
export function splitValidation(
  data: Dataset,
  { validationData, validationSplit }: TrainingOptions,
): [Dataset, Dataset | undefined] {
  if (validationSplit === undefined) return [data, validationData];
  if (validationData !== undefined) {
    throw new ArgumentError(wording('validation', 'validationData or validationSplit', 'both', 'Leave one out.'));
  }
  numberWhere('validationSplit', validationSplit, 'a number between 0 and 1', (share) => share > 0 && share < 1);
  const kept = data.count - fractionOf('validationSplit', validationSplit, data.count);
  return [data.slice(0, kept), data.slice(kept)];
}
