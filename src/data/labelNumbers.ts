// Labels that are whole numbers: the indices of classes.
import { ArgumentError, LimitError, OutOfRangeError } from '../support/errors.js';
import { isList } from '../support/views.js';
import { describe, wording } from '../support/wording.js';
import { MOST_CLASSES } from './classes.js';
import { NAMES_REMEDY } from './doubtfulLabels.js';

const MISSING = 'Leave the example out, or give it a class.';

/** Whole numbers from 0 to `classes` - 1, or as far as they go. */
export function indicesOfNumbers(labels: string, list: readonly unknown[], classes: number | undefined): Int32Array {
  return Int32Array.from(list, (label, index) => {
    const what = `${labels}[${index}]`;
    if (typeof label !== 'number') {
      throw new ArgumentError(wording(what, 'a whole number, the index of a class', describe(label), kindRemedy(label)));
    }
    if (!Number.isInteger(label) || label < 0 || (classes !== undefined && label >= classes)) {
      const expected = classes === undefined ? 'a whole number from 0' : `a whole number from 0 to ${classes - 1}`;
      throw new OutOfRangeError(wording(what, expected, describe(label), rangeRemedy(list, label, classes)));
    }
    if (classes === undefined && label >= MOST_CLASSES) {
      const expected = `at most ${MOST_CLASSES} classes, numbered from 0 without gaps`;
      throw new LimitError(wording(what, expected, `number ${label}`, `${NAMES_REMEDY} Numbers to answer are targets.`));
    }
    return label;
  });
}

/** The remedy for a label that is no number, or for one that is no name. */
export function kindRemedy(label: unknown): string {
  if (label === undefined || label === null || Number.isNaN(label)) return MISSING;
  if (typeof label === 'boolean') return 'labels.map(Number) makes false class 0 and true class 1.';
  if (typeof label === 'bigint') return 'Array.from(labels, Number) makes numbers of them.';
  if (typeof label === 'number' || typeof label === 'string') return 'labels.map(String) makes names of all of them.';
  if (isList(label) || ArrayBuffer.isView(label)) {
    return 'Rows of numbers, as [0, 1, 0], are targets: dataset({ inputs, targets }).';
  }
  return '';
}

function rangeRemedy(list: readonly unknown[], label: number, classes: number | undefined): string {
  if (Number.isNaN(label)) return MISSING;
  const countFromOne = label === classes && !list.includes(0);
  const shift = countFromOne ? ' They seem to count from 1: labels.map((label) => label - 1).' : '';
  return `A label is the index of a class; count from 0.${shift}`;
}
