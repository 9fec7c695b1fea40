// Checks that a data set still has its arrays, and that its labels are classes: a program may have changed them, or transferred them.
import { ArgumentError, OutOfRangeError, ShapeError } from '../support/errors.js';
import { checkHeld } from '../support/memory.js';
import { kindOf, lengthOf } from '../support/views.js';
import { describe, wording } from '../support/wording.js';
import type { Dataset } from './Dataset.js';
import { isPlain } from './plainInputs.js';

const REMEDY = 'A data set owns its arrays: make a new one with dataset({ ... }).';

/**
 * Throws unless the arrays have as many numbers as the examples need. Costs the same for any number of examples.
 *
 * @throws {@link StateError} for memory that was handed to a worker, {@link ShapeError} for another length, and {@link ArgumentError}
 * for what is no array.
 */
export function checkMemory(what: string, data: Dataset): void {
  const { count, width, inputs, labels, targets, targetWidth } = data;
  if (labels !== undefined) checkArray(`${what}.labels`, labels, count);
  // Only a custom reader knows what it reads.
  if (!isPlain(data)) return;
  checkArray(`${what}.inputs`, inputs, count * width);
  if (targets !== undefined) checkArray(`${what}.targets`, targets, count * targetWidth);
}

function checkArray(what: string, array: ArrayBufferView, length: number): void {
  if (kindOf(array) === undefined) throw new ArgumentError(wording(what, `an array of ${length}`, describe(array), REMEDY));
  if (lengthOf(array) === length) return;
  if (length > 0) checkHeld(what, array);
  throw new ShapeError(wording(what, `${length} numbers`, `${lengthOf(array)}`, REMEDY));
}

/** Throws unless all labels are classes. */
export function checkLabels(what: string, { labels, classes }: Dataset): void {
  if (labels === undefined || classes === undefined) return;
  const wrong = labels.findIndex((label) => label < 0 || label >= classes);
  if (wrong < 0) return;
  const expected = `a whole number from 0 to ${classes - 1}, as it was when the data set was made`;
  throw new OutOfRangeError(wording(`${what}.labels[${wrong}]`, expected, `${labels[wrong]}`, REMEDY));
}
