// Measures of each target that is a number: MAE, RMSE and R2.
import type { Dataset } from '../data/Dataset.js';
import type { NumberTarget } from '../data/table/Preparation.js';
import { targetErrors } from '../measures/targetMeasures.js';
import { inUnits } from './targetUnits.js';

/** MAE, RMSE and R2 of a target. */
export interface TargetReport {
  /** The target's name; its index as text where it has none. */
  readonly name: string;
  /** The mean absolute error, in the unit of the target. */
  readonly mae: number;
  /** The root mean squared error, in the unit of the target. */
  readonly rmse: number;
  /** The share of its variance that is explained: 1 is the best, and always answering its mean gives 0. */
  readonly r2: number;
}

/** What is measured of targets. */
interface MeasuredTargets {
  /** [targets] */
  readonly reports: readonly TargetReport[];
  /** The outputs in the units of the targets: [examples, targets]. */
  readonly predictions: Float32Array;
}

/**
 * The reports of all targets.
 *
 * @param outputs - [examples, targets]
 * @param scaled - What a preparation has done to the targets; undefined where they are in their units.
 */
export function targetReports(
  data: Dataset,
  outputs: Float32Array,
  scaled: readonly NumberTarget[] | undefined,
): MeasuredTargets {
  const { count: rows, targetWidth: width, targetNames, sampleWeights } = data;
  const targets = new Float32Array(rows * width);
  for (let row = 0; row < rows; row++) data.readTarget(targets.subarray(row * width, (row + 1) * width), row);
  const tableOf = (numbers: ArrayLike<number>) => ({ numbers, rows, width, isFloat32: scaled === undefined });
  const [truth, predictions] = scaled ? [inUnits(targets, scaled), inUnits(outputs, scaled)] : [targets, outputs];
  const weights = sampleWeights ?? new Float32Array(rows).fill(1);
  const reports = targetErrors(tableOf(truth), tableOf(predictions), weights).map((errors, target) => ({
    name: scaled?.[target].name ?? targetNames?.[target] ?? String(target),
    ...errors,
  }));
  return { reports, predictions: scaled ? Float32Array.from(predictions) : outputs };
}
