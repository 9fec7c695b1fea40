// Reads the labels and outputs of a measure of classes.
import { wholeNumber } from '../support/checks.js';
import { OutOfRangeError, ShapeError } from '../support/errors.js';
import { describe, wording } from '../support/wording.js';
import type { ExampleNumbers } from './Measure.js';
import { type NumberRows, readRows, readWeights } from './readRows.js';

/** Labels, outputs and weights of examples, checked. */
export interface Classes {
  /** [examples] */
  readonly labels: ArrayLike<number>;
  readonly outputs: NumberRows;
  /** [examples] */
  readonly weights: Float64Array;
  /** The number of classes: two of a single output. */
  readonly classes: number;
}

/** Reads them; `what` begins the errors. */
export function readClasses(
  what: string,
  truth: ExampleNumbers,
  given: ExampleNumbers,
  weights: ArrayLike<number> | undefined,
): Classes {
  const { numbers: labels, rows, width } = readRows(`${what}: labels`, truth);
  if (width !== 1) {
    throw new ShapeError(
      wording(`${what}: labels`, 'one number for each example', `rows of ${width}`, 'Targets take mae or r2.'),
    );
  }
  const outputs = readRows(`${what}: outputs`, given, rows);
  const classes = outputs.width === 1 ? 2 : outputs.width;
  for (let example = 0; example < rows; example++) {
    const label = labels[example];
    if (Number.isInteger(label) && label >= 0 && label < classes) continue;
    const expected = `a whole number from 0 to ${classes - 1}, since there are ${outputs.width} outputs for each example`;
    const remedy = outputs.width === 1 ? 'Give the outputs of the network, a row for each example, and not its answers.' : '';
    throw new OutOfRangeError(wording(`${what}: labels[${example}]`, expected, describe(label), remedy));
  }
  return { labels, outputs, weights: readWeights(`${what}: weights`, weights, rows), classes };
}

/** The answer to an example: the first of its largest outputs, or of a single one whether it is above 0.5. */
export function answerOf({ numbers, width }: NumberRows, example: number): number {
  const first = example * width;
  if (width === 1) return Number(numbers[first] > 0.5);
  let best = 0;
  for (let column = 1; column < width; column++) if (numbers[first + column] > numbers[first + best]) best = column;
  return best;
}

/** The outputs of one class: [examples]. A single output is that of class 1, and what it lacks to 1 that of class 0. */
export function scoresOf({ numbers, rows, width }: NumberRows, label: number): Float64Array {
  if (width === 1) return Float64Array.from(numbers, (output) => (label === 1 ? output : 1 - output));
  return Float64Array.from({ length: rows }, (_, example) => numbers[example * width + label]);
}

/** The index of a class, checked. */
export function readLabel(what: string, label: unknown, classes?: number): number {
  return wholeNumber(what, label, 0, classes === undefined ? undefined : classes - 1);
}

/** Outputs as probabilities. Throws unless all are from 0 to 1. */
export function checkProbabilities(what: string, { numbers, width }: NumberRows): void {
  for (let place = 0; place < numbers.length; place++) {
    if (numbers[place] >= 0 && numbers[place] <= 1) continue;
    const remedy = 'It takes the outputs of softmax or sigmoid.';
    const where = `${what}: outputs of example ${Math.floor(place / width)}`;
    throw new OutOfRangeError(wording(where, 'numbers from 0 to 1', `${numbers[place]}`, remedy));
  }
}
