// Measures of targets that are numbers.
import { ShapeError } from '../support/errors.js';
import { wording } from '../support/wording.js';
import { meanOf } from './classCounts.js';
import type { TargetMeasure } from './Measure.js';
import { type NumberRows, readRows, readWeights, sumOf } from './readRows.js';

/** How far the outputs for a target are off. */
export interface TargetErrors {
  readonly mae: number;
  readonly rmse: number;
  readonly r2: number;
}

/** The errors of each target: [targets]. Targets and outputs are of the same shape, [examples, targets]. */
export function targetErrors(targets: NumberRows, outputs: NumberRows, weights: ArrayLike<number>): TargetErrors[] {
  const { rows, width } = targets;
  const total = sumOf(weights);
  return Array.from({ length: width }, (_, target): TargetErrors => {
    let [sum, absolute, squared, around, isConstant] = [0, 0, 0, 0, true];
    for (let row = 0, place = target; row < rows; row++, place += width) {
      const error = targets.numbers[place] - outputs.numbers[place];
      sum += weights[row] * targets.numbers[place];
      absolute += weights[row] * Math.abs(error);
      squared += weights[row] * error * error;
      // The mean of equal numbers may be off by rounding.
      if (targets.numbers[place] !== targets.numbers[target]) isConstant = false;
    }
    for (let row = 0, place = target; row < rows; row++, place += width) {
      const distance = targets.numbers[place] - sum / total;
      around += weights[row] * distance * distance;
    }
    const explained = isConstant || around === 0 ? Number(squared === 0) : 1 - squared / around;
    return { mae: absolute / total, rmse: Math.sqrt(squared / total), r2: rows < 2 ? Number.NaN : explained };
  });
}

/** A measure of each target, and its mean over the targets. */
function byTarget(name: keyof TargetErrors, better: 'higher' | 'lower'): TargetMeasure {
  const perTarget: TargetMeasure['perTarget'] = (truth, given, weighted) => {
    const targets = readRows(`${name}: targets`, truth);
    const { rows, width } = targets;
    const outputs = readRows(`${name}: outputs`, given, rows);
    if (outputs.width !== width) {
      const remedy = 'Each target needs an output. Labels take accuracy or f1.';
      throw new ShapeError(wording(`${name}: outputs`, `${width} numbers an example`, `${outputs.width}`, remedy));
    }
    const weights = readWeights(`${name}: weights`, weighted, rows);
    return targetErrors(targets, outputs, weights).map((errors) => errors[name]);
  };
  return { name, better, truth: 'targets', perTarget, of: (...given) => meanOf(perTarget(...given)) };
}

/**
 * The mean absolute error: by how much outputs are off, in the unit of the targets; lower is better. The mean over the targets;
 * `mae.perTarget` has that of each. Errors of several targets in several units have no mean that says anything: ask for each.
 *
 * As scikit-learn's `mean_absolute_error`.
 *
 * @example
 * ```ts
 * import { mae } from 'glassbox-nn';
 *
 * mae.of([3, 5], [2, 9]); // => 2.5
 * ```
 */
export const mae: TargetMeasure = /* @__PURE__ */ byTarget('mae', 'lower');

/**
 * The root mean squared error, in the unit of the targets; lower is better. Large errors count more than in `mae`. The mean over the
 * targets; `rmse.perTarget` has that of each.
 *
 * As scikit-learn's `root_mean_squared_error`: of several targets the roots are averaged, and not the squares.
 *
 * @example
 * ```ts
 * import { rmse } from 'glassbox-nn';
 *
 * rmse.of([3, 5], [2, 12]); // => 5
 * ```
 */
export const rmse: TargetMeasure = /* @__PURE__ */ byTarget('rmse', 'lower');

/**
 * R2, the coefficient of determination: the share of the variance of the targets that the outputs explain. 1 is the best, always
 * answering the mean gives 0, and worse answers less than 0. The mean over the targets; `r2.perTarget` has that of each.
 *
 * R2 = 1 - sum of (y - a)^2 / sum of (y - mean of y)^2
 *
 * As scikit-learn's `r2_score`: of targets that are all the same, 1 if the outputs are right and else 0; NaN of a single example.
 *
 * @example
 * ```ts
 * import { r2 } from 'glassbox-nn';
 *
 * r2.of([1, 2, 3], [1, 2, 4]); // => 0.5
 * ```
 */
export const r2: TargetMeasure = /* @__PURE__ */ byTarget('r2', 'higher');
