// Learns the mean and the deviation of every column of a data set.
import { ArgumentError } from '../support/errors.js';
import { wording } from '../support/wording.js';
import { checkDataset } from './checkDataset.js';
import type { Dataset } from './Dataset.js';
import { type Scaling, standardScaling } from './Scaling.js';

/**
 * Learns the scaling that gives every column of the inputs mean 0 and standard deviation 1: (x - mean) / deviation, with the
 * population's deviation, the root of the mean of the squares. A column that never changes becomes 0, and a warning names it.
 *
 * Learn it from the training data alone, and apply it to all data: what is known of the test data must not reach the training.
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
 * scaling.warnings; // => [ 'inputs column 1 is 1 in every example: it becomes 0 and tells the network nothing.' ]
 * ```
 */
export function standardize(data: Dataset): Scaling {
  const { count, width } = checkDataset('standardize: data', data);
  if (count === 0) {
    throw new ArgumentError(wording('standardize: data', 'at least one example', 'none', 'There is no mean of nothing.'));
  }
  const means = new Float64Array(width);
  eachInput(data, (column, x) => {
    means[column] += x;
  });
  for (let column = 0; column < width; column++) means[column] /= count;
  const deviations = new Float64Array(width);
  eachInput(data, (column, x) => {
    deviations[column] += (x - means[column]) ** 2;
  });
  for (let column = 0; column < width; column++) deviations[column] = Math.sqrt(deviations[column] / count);
  const warnings: string[] = [];
  constantColumns(data).forEach((value, column) => {
    if (Number.isNaN(value)) return;
    // Exactly, since the sums above round, and leave a trace of a deviation where there is none.
    means[column] = value;
    deviations[column] = 0;
    warnings.push(`inputs column ${column} is ${value} in every example: it becomes 0 and tells the network nothing.`);
  });
  return standardScaling(means, deviations, warnings);
}

function eachInput(data: Dataset, visit: (column: number, x: number) => void): void {
  const input = new Float32Array(data.width);
  for (let index = 0; index < data.count; index++) {
    data.readInput(input, index);
    for (let column = 0; column < data.width; column++) visit(column, input[column]);
  }
}

/** For each column the one number that stands in it, or NaN where there are several. */
function constantColumns(data: Dataset): Float32Array {
  const values = new Float32Array(data.width);
  data.readInput(values, 0);
  eachInput(data, (column, x) => {
    if (x !== values[column]) values[column] = Number.NaN;
  });
  return values;
}
