// Reads the labels of a data set: whole numbers, or names that become numbers.
import { ArgumentError, OutOfRangeError } from '../support/errors.js';
import { closest, describe, wording } from '../support/wording.js';
import type { Answers } from './answers.js';
import { checkClassCount, type GivenClasses } from './classes.js';
import { inClassOrder } from './classOrder.js';
import { checkNotNames } from './doubtfulLabels.js';
import { indicesOfNumbers, kindRemedy } from './labelNumbers.js';
import { labelWarnings } from './labelWarnings.js';
import { looksMissing, MISSING_REMEDY, missingAmong } from './missingLabels.js';
import { listOf } from './rows.js';

/** The class of each example: whole numbers from 0, or names. */
export type Labels = ArrayLike<number> | ArrayLike<string> | Iterable<number> | Iterable<string>;

const WHAT = 'dataset: labels';

/**
 * Labels as class indices. Names take the order of `given`, or else numbers among them come first, by value, and words by letters.
 *
 * @param warnings - Takes a sentence for what looks like a mistake: see {@link labelWarnings}.
 */
export function readLabels(labels: unknown, given: GivenClasses, warnings: string[]): Answers {
  const list = listOf(WHAT, labels, 'whole numbers or names');
  // Missing labels do not show the kind of the others.
  const named = typeof list.find((label) => label !== undefined && label !== null) === 'string';
  const classNames = given.classNames ?? (named ? namesIn(list, given) : undefined);
  const indices = named && classNames ? indicesOfNames(list, classNames) : numbersIn(list, given);
  if (given.classes === undefined) warnings.push(...labelWarnings(WHAT, indices, classNames));
  const classes = classNames?.length ?? given.classes ?? largest(indices) + 1;
  return { count: indices.length, labels: indices, targets: undefined, targetWidth: classes, classes, classNames };
}

function namesIn(list: readonly unknown[], given: GivenClasses): readonly string[] {
  if (given.classes !== undefined) {
    const got = `the number ${given.classes}`;
    throw new ArgumentError(wording('dataset: classes', 'names, since the labels are names', got, 'Or leave it out.'));
  }
  const distinct = new Set(list.filter((name) => typeof name === 'string'));
  const missing = missingAmong(distinct);
  if (missing !== undefined) {
    const what = `${WHAT}[${list.indexOf(missing)}]`;
    const got = `${describe(missing)}, as for a missing one`;
    throw new ArgumentError(wording(what, 'a class', got, `Leave the example out; ${MISSING_REMEDY}`));
  }
  checkClassCount(WHAT, distinct.size);
  return Object.freeze(inClassOrder(distinct));
}

function indicesOfNames(list: readonly unknown[], names: readonly string[]): Int32Array {
  const places = new Map<unknown, number>(names.map((name, place) => [name, place]));
  return Int32Array.from(list, (name, index) => {
    const place = places.get(name);
    if (place !== undefined) return place;
    const what = `${WHAT}[${index}]`;
    if (typeof name !== 'string') {
      throw new ArgumentError(wording(what, 'a name, as the others are', describe(name), kindRemedy(name)));
    }
    const meant = closest(name, names);
    const missing = looksMissing(name) && `Leave the example out; ${MISSING_REMEDY}`;
    const remedy = missing || (meant ? `Did you mean ${describe(meant)}?` : '');
    throw new OutOfRangeError(wording(what, 'one of the names in classes', describe(name), remedy));
  });
}

function numbersIn(list: readonly unknown[], given: GivenClasses): Int32Array {
  const { classes, classNames } = given;
  if (classNames !== undefined) checkNotNames(WHAT, list, classNames);
  return indicesOfNumbers(WHAT, list, classes);
}

function largest(indices: Int32Array): number {
  let most = -1;
  for (const index of indices) most = Math.max(most, index);
  return most;
}
