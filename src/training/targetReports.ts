// Measures of each target that is a number: MAE, RMSE and R2.
import type { Dataset } from '../data/Dataset.js';
import { targetErrors } from '../measures/targetMeasures.js';

/** MAE, RMSE and R2 of a target. */
export interface TargetReport {
  /** The target's name, or its index as text. */
  readonly name: string;
  /** The mean absolute error, in the unit of the target. */
  readonly mae: number;
  /** The root mean squared error, in the unit of the target. */
  readonly rmse: number;
  /** The share of its variance that is explained: 1 is the best, and always answering its mean gives 0. */
  readonly r2: number;
}

/** The reports of all targets, from the outputs for each example: [examples, targets]. */
export function targetReports(data: Dataset, outputs: Float32Array): TargetReport[] {
  const { count: rows, targetWidth: width } = data;
  const targets = new Float32Array(rows * width);
  for (let row = 0; row < rows; row++) data.readTarget(targets.subarray(row * width, (row + 1) * width), row);
  const tableOf = (numbers: Float32Array) => ({ numbers, rows, width, isFloat32: true });
  const weights = new Float64Array(rows).fill(1);
  return targetErrors(tableOf(targets), tableOf(outputs), weights).map((errors, target) => ({
    name: String(target),
    ...errors,
  }));
}
