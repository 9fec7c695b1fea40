// Checks that something is a data set, duck-typed: it may come from another copy of this package.
import { ArgumentError } from '../support/errors.js';
import { kindOf, readable } from '../support/views.js';
import { describe, wording } from '../support/wording.js';
import { checkLabels, checkMemory } from './checkArrays.js';
import type { Dataset } from './Dataset.js';

/** The value, if it is a data set, whole and with labels that are classes. Throws as {@link checkMemory} and {@link checkLabels}. */
export function checkDataset(what: string, value: unknown): Dataset {
  if (!isDataset(value)) {
    const remedy = kindOf(readable<Dataset>(value).inputs)
      ? 'A copy has no functions. Make it anew with dataset, from its arrays.'
      : 'Make one with dataset({ inputs, labels }) from glassbox-nn/data.';
    throw new ArgumentError(wording(what, 'a Dataset', describe(value), remedy));
  }
  checkMemory(what, value);
  checkLabels(what, value);
  return value;
}

function isDataset(value: unknown): value is Dataset {
  const { readInput, inputs } = readable<Dataset>(value);
  return typeof readInput === 'function' && kindOf(inputs) !== undefined;
}
