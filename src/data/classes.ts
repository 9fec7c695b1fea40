// The option `classes`: a number of classes, or their names.
import { wholeNumber } from '../support/checks.js';
import { ArgumentError, LimitError } from '../support/errors.js';
import { readNames } from '../support/names.js';
import { isList } from '../support/views.js';
import { describe, wording } from '../support/wording.js';

/** The most classes of a data set: each is a neuron, and a column of every target. */
export const MOST_CLASSES = 2 ** 20;

/** The classes as they were given: a number of them, perhaps with names; or nothing. */
export interface GivenClasses {
  readonly classes: number | undefined;
  readonly classNames: readonly string[] | undefined;
}

/** Reads `classes`: a whole number from 1, or names, all different. */
export function readClasses(what: string, given: unknown): GivenClasses {
  if (given === undefined) return { classes: undefined, classNames: undefined };
  if (typeof given === 'number') return { classes: checkClassCount(what, given), classNames: undefined };
  if (!isList(given) || given.length === 0) {
    throw new ArgumentError(wording(what, 'how many there are, or a list of their names', describe(given)));
  }
  checkClassCount(what, given.length);
  return { classes: given.length, classNames: readNames(what, given, 'class') };
}

/** The number of classes, if it is one and can be held. */
export function checkClassCount(what: string, count: number): number {
  if (Number.isInteger(count) && count > MOST_CLASSES) {
    throw new LimitError(
      wording(what, `at most ${MOST_CLASSES} classes`, `${count}`, 'Number the classes from 0, without gaps.'),
    );
  }
  return wholeNumber(what, count, 1);
}
