// Reads the inputs of a data set.
import { wholeNumber } from '../support/checks.js';
import { ArgumentError, NumericError, ShapeError } from '../support/errors.js';
import { numbersIn, wording } from '../support/wording.js';
import { readRows } from './rows.js';

/** The inputs of a data set, checked and copied: [count, width]. */
export interface ReadInputs {
  readonly inputs: Uint8Array | Float32Array;
  readonly scale: number;
  readonly width: number;
  readonly count: number;
}

/** Inputs from rows, or from one array and a width. */
export function readInputs(given: unknown, expectedWidth: number | undefined, givenScale: number | undefined): ReadInputs {
  if (expectedWidth !== undefined) wholeNumber('dataset: width', expectedWidth, 1);
  const rows = readRows('dataset: inputs', given, expectedWidth);
  const width = rows.width ?? expectedWidth;
  if (width === undefined) {
    const expected = 'how many numbers an example has, since inputs is one array or empty';
    throw new ArgumentError(wording('dataset: width', expected, 'undefined', 'Give width, or give inputs as rows.'));
  }
  const { values } = rows;
  if (values.length % width !== 0) {
    const remedy = 'Check width; the last example must be whole.';
    throw new ShapeError(wording('dataset: inputs', `a multiple of width, ${width}`, numbersIn(values.length), remedy));
  }
  const scale = givenScale ?? (values.BYTES_PER_ELEMENT === 1 ? 1 / 255 : 1);
  checkScaled(values, scale, width);
  return { inputs: values, scale, width, count: values.length / width };
}

function checkScaled(values: Uint8Array | Float32Array, scale: number, width: number): void {
  if (scale <= 1) return;
  for (let index = 0; index < values.length; index++) {
    if (Math.abs(Math.fround(values[index] * scale)) === Number.POSITIVE_INFINITY) {
      const what = `dataset: inputs[${Math.floor(index / width)}][${index % width}] x scale`;
      throw new NumericError(
        wording(what, 'a number that fits a float32', `${values[index] * scale}`, 'Choose a smaller scale.'),
      );
    }
  }
}
