// Whether a value is a classifier or a regressor, duck-typed: it may come from another copy of this package.
import type { Preparation, PreparedTarget } from '../data/table/Preparation.js';
import { isList, ownField, readable } from '../support/views.js';
import type { Classifier, TableClassifier } from './Reading.js';
import type { Regressor } from './TableRegressor.js';

/** Whether a value reads inputs: a classifier of either kind, or a regressor. */
export function isReader(value: unknown): value is Classifier | TableClassifier | Regressor {
  const { network, read } = readable<Classifier>(value);
  return typeof network === 'object' && typeof read === 'function';
}

/** The preparation of a reader, if it has one: its own, whatever stands on Object.prototype. */
export function preparationIn(reader: Classifier | TableClassifier | Regressor): Preparation | undefined {
  return ownField<{ readonly preparation?: Preparation | undefined }, 'preparation'>(reader, 'preparation');
}

/** Whether a value is a regressor: its targets are numbers. */
export function isRegressor(value: unknown): value is Regressor {
  if (!isReader(value)) return false;
  const { targets } = readable<Preparation>(preparationIn(value));
  return isList(targets) && readable<PreparedTarget>(targets[0]).kind === 'number';
}

/** Whether a value is a classifier. */
export function isClassifier(value: unknown): value is Classifier | TableClassifier {
  return isReader(value) && !isRegressor(value);
}

/** Whether a model has a preparation: it reads rows of a table. */
export function hasPreparation(value: unknown): value is TableClassifier | Regressor {
  return isReader(value) && preparationIn(value) !== undefined;
}
