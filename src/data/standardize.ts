// Standardization, fitted to every column of a data set.
import { ArgumentError } from '../support/errors.js';
import { wording } from '../support/wording.js';
import { checkDataset } from './checkDataset.js';
import { constantWarning } from './constantColumns.js';
import type { Dataset } from './Dataset.js';
import type { StandardScaling } from './Scaling.js';
import { standardScaling } from './scalingValues.js';

/**
 * Fits the scaling that gives every column of the inputs mean 0 and standard deviation 1: (x - mean) / deviation, with the
 * population's deviation, the root of the mean of the squares. A column that never changes becomes 0, and a warning names it.
 *
 * Fit it to the training data alone, and apply it to all data: nothing of the test data must reach the training.
 *
 * @param data - At least one example; it is not changed.
 * @returns The scaling; `apply` uses it.
 * @throws {@link ArgumentError} for an empty data set.
 *
 * @example
 * ```ts
 * import { dataset, standardize } from 'glassbox-nn/data';
 *
 * const people = dataset({ inputs: [[160, 1], [180, 1]], labels: [0, 1] });
 * const scaling = standardize(people);
 * scaling.means; // => Float64Array(2) [ 170, 1 ]
 * scaling.deviations; // => Float64Array(2) [ 10, 0 ]
 * scaling.apply(people).inputs; // => Float32Array(4) [ -1, 0, 1, 0 ]
 * scaling.applyInput([175, 1]); // => Float32Array(2) [ 0.5, 0 ]
 * scaling.warnings[0]; // => 'inputs column 1 is 1 in every example: it becomes 0 and tells the network nothing.'
 * ```
 */
export function standardize(data: Dataset): StandardScaling {
  const { count, width, columnNames } = checkDataset('standardize: data', data);
  if (count === 0) {
    throw new ArgumentError(wording('standardize: data', 'at least one example', 'none', 'There is no mean of nothing.'));
  }
  const means = new Float64Array(width);
  const constant = new Uint8Array(width).fill(1);
  const first = new Float32Array(width);
  data.readInput(first, 0);
  const input = new Float32Array(width);
  for (let index = 0; index < count; index++) {
    data.readInput(input, index);
    for (let column = 0; column < width; column++) {
      means[column] += input[column];
      if (input[column] !== first[column]) constant[column] = 0;
    }
  }
  // The one number itself, since a rounded sum would leave a small deviation where there is none.
  for (let column = 0; column < width; column++) means[column] = constant[column] ? first[column] : means[column] / count;
  const deviations = deviationsFrom(data, means);
  const warnings = [...first].flatMap((value, column) =>
    constant[column] ? [constantWarning(column, value, columnNames)] : [],
  );
  return standardScaling(means, deviations, { columnNames, warnings });
}

/** The root of the mean of the squared distances from the means: [width]. */
function deviationsFrom(data: Dataset, means: Float64Array): Float64Array {
  const { count, width } = data;
  const deviations = new Float64Array(width);
  const input = new Float32Array(width);
  for (let index = 0; index < count; index++) {
    data.readInput(input, index);
    for (let column = 0; column < width; column++) {
      const distance = input[column] - means[column];
      deviations[column] += distance * distance;
    }
  }
  for (let column = 0; column < width; column++) deviations[column] = Math.sqrt(deviations[column] / count);
  return deviations;
}
