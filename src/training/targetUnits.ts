// Targets and outputs in their units, where a preparation has scaled them.
import { isRegressor, preparationIn } from '../classifier/isClassifier.js';
import type { Classifier, TableClassifier } from '../classifier/Reading.js';
import type { Regressor } from '../classifier/TableRegressor.js';
import type { Dataset } from '../data/Dataset.js';
import type { NumberTarget } from '../data/table/Preparation.js';
import type { ExampleNumbers, Measure } from '../measures/Measure.js';
import type { Network } from '../model/Network.js';
import { ArgumentError } from '../support/errors.js';
import { describe, listed, wording } from '../support/wording.js';

/**
 * The targets that the preparation of a regressor has scaled; undefined of what is none, and of data with labels.
 *
 * @throws {@link ArgumentError} for data whose targets have other names, or the same in another order.
 */
export function scaledTargets(
  subject: Network | Classifier | TableClassifier | Regressor,
  { labels, targetNames }: Dataset,
): readonly NumberTarget[] | undefined {
  if (!isRegressor(subject) || labels !== undefined) return undefined;
  const targets = (preparationIn(subject)?.targets ?? []).filter((target) => target.kind === 'number');
  const names = targets.map(({ name }) => name);
  if (targetNames?.some((name, place) => name !== names[place])) {
    const expected = `the targets of the regressor, ${listed(names.map(describe))}`;
    const remedy = 'Give it the table, or what regressor.preparation.apply(table) makes of it.';
    throw new ArgumentError(wording('data.targetNames', expected, listed(targetNames.map(describe)), remedy));
  }
  return targets;
}

/**
 * Numbers as they were before they were scaled, x divisor + offset in float64: [examples, targets].
 *
 * @param numbers - [examples, targets], row by row.
 */
export function inUnits(numbers: ArrayLike<number>, targets: readonly NumberTarget[]): Float64Array {
  const width = targets.length;
  return Float64Array.from(numbers, (number, place) => {
    const { divisor, offset } = targets[place % width];
    return number * divisor + offset;
  });
}

/** The same measure, of targets and outputs in their units. */
export function measuredInUnits(measure: Measure, targets: readonly NumberTarget[]): Measure {
  const { name, better, truth } = measure;
  const read = (rows: ExampleNumbers) =>
    Array.from(rows, (row: number | ArrayLike<number>) => inUnits(typeof row === 'number' ? [row] : row, targets));
  return { name, better, truth, of: (given, outputs, weights) => measure.of(read(given), read(outputs), weights) };
}
