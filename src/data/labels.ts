// Reads the labels of a data set: whole numbers, or names that become numbers.
import { ArgumentError, OutOfRangeError } from '../support/errors.js';
import { closest, describe, wording } from '../support/wording.js';
import type { Answers } from './answers.js';
import { checkClassCount, type GivenClasses } from './classes.js';
import { listOf } from './rows.js';

/** The class of each example: whole numbers from 0, or names. */
export type Labels = ArrayLike<number> | ArrayLike<string> | Iterable<number> | Iterable<string>;

/** Labels as class indices; names take the order of `given`, or else of the alphabet. */
export function readLabels(labels: unknown, given: GivenClasses): Answers {
  const what = 'dataset: labels';
  const list = listOf(what, labels, 'whole numbers or names');
  const named = typeof list[0] === 'string';
  const classNames = named ? (given.classNames ?? namesIn(list, given)) : given.classNames;
  const indices = named ? indicesOfNames(list, classNames as readonly string[]) : indicesOfNumbers(what, list, given.classes);
  const classes = classNames?.length ?? given.classes ?? largest(indices) + 1;
  return { count: indices.length, labels: indices, targets: undefined, targetWidth: classes, classes, classNames };
}

function namesIn(list: readonly unknown[], given: GivenClasses): readonly string[] {
  if (given.classes !== undefined) {
    const got = `the number ${given.classes}`;
    throw new ArgumentError(wording('dataset: classes', 'names, since the labels are names', got, 'Or leave it out.'));
  }
  // By code unit, and not by the rules of a language, so that the order is the same on every machine.
  const names = [...new Set(list)].filter((name) => typeof name === 'string').sort();
  checkClassCount('dataset: labels', names.length);
  return Object.freeze(names);
}

function indicesOfNames(list: readonly unknown[], names: readonly string[]): Int32Array {
  const places = new Map(names.map((name, place) => [name as unknown, place]));
  return Int32Array.from(list, (name, index) => {
    const place = places.get(name);
    if (place !== undefined) return place;
    const what = `dataset: labels[${index}]`;
    if (typeof name !== 'string') throw new ArgumentError(wording(what, 'a name, as the others are', describe(name)));
    const meant = closest(name, names);
    const remedy = meant ? `Did you mean ${describe(meant)}?` : '';
    throw new OutOfRangeError(wording(what, 'one of the names in classes', describe(name), remedy));
  });
}

/** Whole numbers from 0 to `classes` - 1, or as far as they go. */
export function indicesOfNumbers(labels: string, list: readonly unknown[], classes: number | undefined): Int32Array {
  return Int32Array.from(list, (label, index) => {
    const what = `${labels}[${index}]`;
    if (typeof label !== 'number') {
      throw new ArgumentError(wording(what, 'a whole number, the index of a class', describe(label)));
    }
    if (!Number.isInteger(label) || label < 0 || (classes !== undefined && label >= classes)) {
      const expected = classes === undefined ? 'a whole number from 0' : `a whole number from 0 to ${classes - 1}`;
      const remedy = 'A label is the index of a class; count from 0.';
      throw new OutOfRangeError(wording(what, expected, describe(label), remedy));
    }
    if (classes === undefined) checkClassCount(what, label + 1);
    return label;
  });
}

function largest(indices: Int32Array): number {
  let most = -1;
  for (const index of indices) most = Math.max(most, index);
  return most;
}
