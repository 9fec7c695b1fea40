// Checks of data sets: that something is one, duck-typed, since it may come from another copy of this package; that it still has its
// arrays, which a program may have transferred; that its labels are classes, and its inputs finite.
import { checkHeld } from '../support/checks.js';
import { ArgumentError, NumericError, OutOfRangeError, ShapeError } from '../support/errors.js';
import { kindOf, lengthOf, readable } from '../support/views.js';
import { describe, wording } from '../support/wording.js';
import type { BatchRows } from './batchRows.js';
import type { Dataset } from './Dataset.js';
import type { Table } from './table/Table.js';

/** The value, if it is a data set, whole and with labels that are classes. Throws as {@link checkMemory} and {@link checkLabels}. */
export function checkDataset(what: string, value: unknown): Dataset {
  if (!isDataset(value)) {
    const remedy = kindOf(readable<Dataset>(value).inputs)
      ? 'A copy has no functions. Make it anew with dataset, from its arrays.'
      : typeof readable<Table>(value).column === 'function'
        ? 'A table becomes one by preparation.apply(table).'
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

const REMEDY = 'A data set owns its arrays: make a new one with dataset({ ... }).';

/**
 * Throws unless the arrays have as many numbers as the examples need. Costs the same for any number of examples.
 *
 * @throws {@link StateError} for memory that was handed to a worker, {@link ShapeError} for another length, and {@link ArgumentError}
 * for what is no array.
 */
export function checkMemory(what: string, data: Dataset): void {
  const { count, width, inputs, labels, targets, targetWidth, sampleWeights } = data;
  if (labels !== undefined) checkArray(`${what}.labels`, labels, count);
  if (sampleWeights !== undefined) checkArray(`${what}.sampleWeights`, sampleWeights, count);
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
function checkLabels(what: string, data: Dataset): void {
  const { labels, classes = 0 } = data;
  if (labels === undefined || data.classes === undefined) return;
  const wrong = labels.findIndex((label) => label < 0 || label >= classes);
  if (wrong >= 0) throw wrongLabel(what, data, wrong);
}

/**
 * The same as {@link checkDataset} for some rows of a data set that has been checked before: that its arrays are still there, and that
 * the labels of the rows are classes.
 */
export function checkRows(what: string, { data, examples }: BatchRows): void {
  checkMemory(what, data);
  const { labels, classes } = data;
  if (labels === undefined || classes === undefined) return;
  for (let i = 0; i < examples.length; i++) {
    const label = labels[examples[i]];
    if (!(label >= 0 && label < classes)) throw wrongLabel(what, data, examples[i]);
  }
}

function wrongLabel(what: string, { labels, classes = 0 }: Dataset, index: number): OutOfRangeError {
  const expected = `a whole number from 0 to ${classes - 1}, as it was when the data set was made`;
  return new OutOfRangeError(wording(`${what}.labels[${index}]`, expected, `${labels?.[index]}`, REMEDY));
}

/**
 * Whether the arrays of a data set hold all its examples. A data set with a custom reader must be read example by example. The methods
 * decide, and not the class, since a program may load two copies of this package: the same object defines all of them, or not.
 */
export function isPlain(data: Dataset): boolean {
  const whole = definerOf(data, 'split');
  return definerOf(data, 'readInput') === whole && definerOf(data, 'readTarget') === whole;
}

/** The object in a value's chain of prototypes, itself first, that has a method of this name. */
function definerOf(value: object, name: string): object | undefined {
  let place: object | null = value;
  while (place !== null && !Object.hasOwn(place, name)) place = Object.getPrototypeOf(place);
  return place ?? undefined;
}

/** Throws unless all inputs of a plain data set are finite, as the network sees them: its numbers may have been changed since. */
export function checkInputs(data: Dataset): void {
  if (!isPlain(data)) return;
  const { inputs, scale, width } = data;
  const f = Math.fround;
  // x - x is 0 for every finite x, and NaN for the others.
  if (inputs.BYTES_PER_ELEMENT === 1 && f(255 * scale) - f(255 * scale) === 0) return;
  for (let i = 0; i < inputs.length; i++) {
    const value = f(inputs[i] * scale);
    if (value - value === 0) continue;
    const what = `data input [${i % width}] of example ${Math.floor(i / width)}`;
    throw new NumericError(wording(what, 'a finite number that fits a float32', `${value}`));
  }
}
