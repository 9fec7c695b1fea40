// Reads the targets of a data set, and labels of them where they are one-hot.
import { ArgumentError, ShapeError } from '../support/errors.js';
import { numbersIn, wording } from '../support/wording.js';
import type { Answers } from './answers.js';
import type { GivenClasses } from './classes.js';
import { readRows } from './rows.js';

/** Targets from rows, or from one array of as many rows as there are inputs. */
export function readTargets(given: unknown, inputCount: number, { classes, classNames }: GivenClasses): Answers {
  const rows = readRows('dataset: targets', given);
  const targets = Float32Array.from(rows.values);
  const targetWidth = rows.width ?? flatWidth(targets.length, inputCount, classes);
  const labels = labelsIn(targets, targetWidth);
  if (classes !== undefined) checkClasses(classes, targetWidth, labels !== undefined);
  return {
    count: targets.length / targetWidth,
    labels,
    targets,
    targetWidth,
    classes: classes ?? (labels && classesIn(targetWidth)),
    classNames,
  };
}

function flatWidth(length: number, inputCount: number, classes = 1): number {
  if (inputCount === 0 && length === 0) return classes;
  if (length === 0 || length % inputCount !== 0) {
    const expected = `a multiple of ${inputCount}, as many rows as there are inputs`;
    throw new ShapeError(wording('dataset: targets', expected, numbersIn(length), 'Each input needs one row.'));
  }
  return length / inputCount;
}

/** The classes of a target: two of a single number, of a row as many as it has numbers. */
function classesIn(targetWidth: number): number {
  return targetWidth === 1 ? 2 : targetWidth;
}

function checkClasses(classes: number, targetWidth: number, haveLabels: boolean): void {
  if (targetWidth === 1 && !haveLabels) {
    throw new ArgumentError(
      wording('dataset: targets', 'each 0 or 1, since classes is given', 'other numbers', 'Leave classes out.'),
    );
  }
  if (classes !== classesIn(targetWidth)) {
    const expected = `${classesIn(targetWidth)}, for targets of ${numbersIn(targetWidth)}`;
    throw new ShapeError(wording('dataset: classes', expected, `${classes}`, 'A target has a number for each class.'));
  }
}

/** The place of the 1 in each row, if every row is one 1 among 0s; of rows of one number that number, if each is 0 or 1. */
function labelsIn(targets: Float32Array, width: number): Int32Array | undefined {
  const labels = new Int32Array(targets.length / width);
  for (let row = 0; row < labels.length; row++) {
    const label = width === 1 ? targets[row] : placeOfOne(targets.subarray(row * width, (row + 1) * width));
    if (label !== 0 && !(label > 0 && Number.isInteger(label) && label < classesIn(width))) return undefined;
    labels[row] = label;
  }
  return labels;
}

/** Where the 1 stands, or -1 if the row is anything but one 1 among 0s. */
function placeOfOne(row: Float32Array): number {
  const place = row.indexOf(1);
  return row.every((value, column) => value === (column === place ? 1 : 0)) ? place : -1;
}
