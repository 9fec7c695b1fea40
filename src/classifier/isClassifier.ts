// Whether a value is a classifier or a regressor, duck-typed: it may come from another copy of this package.
import { readable } from '../support/views.js';
import type { Classifier, TableClassifier } from './Reading.js';
import type { Regressor } from './TableRegressor.js';

/** Whether a value reads inputs: a classifier of either kind, or a regressor. */
export function isReader(value: unknown): value is Classifier | TableClassifier | Regressor {
  const { network, read } = readable<Classifier>(value);
  return typeof network === 'object' && typeof read === 'function';
}

/** Whether a value is a regressor: its targets are numbers. */
export function isRegressor(value: unknown): value is Regressor {
  return isReader(value) && value.preparation?.targets[0].kind === 'number';
}

/** Whether a value is a classifier. */
export function isClassifier(value: unknown): value is Classifier | TableClassifier {
  return isReader(value) && !isRegressor(value);
}
