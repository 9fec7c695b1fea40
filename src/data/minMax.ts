// Min-max scaling, fitted to every column of a data set.
import { ArgumentError } from '../support/errors.js';
import { wording } from '../support/wording.js';
import { checkDataset } from './checkDataset.js';
import { constantWarning } from './constantColumns.js';
import type { Dataset } from './Dataset.js';
import type { MinMaxScaling } from './Scaling.js';
import { minMaxScaling } from './scalingValues.js';

/**
 * Fits the scaling that brings every column of the inputs to 0 to 1: (x - minimum) / (maximum - minimum). A column that never
 * changes becomes 0, and a warning names it.
 *
 * Fit it to the training data alone, and apply it to all data. Numbers beyond those it was fitted to come out below 0 or above 1, and are
 * not clipped: one far outlier presses all others together, where `standardize` suffers less.
 *
 * @param data - At least one example; it is not changed.
 * @returns The scaling; `apply` uses it.
 * @throws {@link ArgumentError} for an empty data set.
 *
 * @example
 * ```ts
 * import { dataset, minMax } from 'glassbox-nn/data';
 *
 * const people = dataset({ inputs: [[160, 1], [180, 1]], labels: [0, 1] });
 * const scaling = minMax(people);
 * scaling.minimums; // => Float64Array(2) [ 160, 1 ]
 * scaling.maximums; // => Float64Array(2) [ 180, 1 ]
 * scaling.apply(people).inputs; // => Float32Array(4) [ 0, 0, 1, 0 ]
 * scaling.applyInput([190, 1]); // => Float32Array(2) [ 1.5, 0 ]
 * scaling.warnings[0]; // => 'inputs column 1 is 1 in every example: it becomes 0 and tells the network nothing.'
 * ```
 */
export function minMax(data: Dataset): MinMaxScaling {
  const { count, width, columnNames } = checkDataset('minMax: data', data);
  if (count === 0) {
    throw new ArgumentError(wording('minMax: data', 'at least one example', 'none', 'Nothing has no least number.'));
  }
  const minimums = new Float64Array(width).fill(Number.POSITIVE_INFINITY);
  const maximums = new Float64Array(width).fill(Number.NEGATIVE_INFINITY);
  const input = new Float32Array(width);
  for (let index = 0; index < count; index++) {
    data.readInput(input, index);
    for (let column = 0; column < width; column++) {
      if (input[column] < minimums[column]) minimums[column] = input[column];
      if (input[column] > maximums[column]) maximums[column] = input[column];
    }
  }
  const warnings = [...minimums].flatMap((value, column) =>
    value === maximums[column] ? [constantWarning(column, value, columnNames)] : [],
  );
  return minMaxScaling(minimums, maximums, { columnNames, warnings });
}
