// Checks of a predictor's inputs and outputs.
import { readInput } from '../model/forward.js';
import { wholeNumber } from '../support/checks.js';
import { ArgumentError, LimitError, NumericError, ShapeError } from '../support/errors.js';
import { type Numbers, readNumbers } from '../support/numbers.js';
import { areFloats, kindOf, lengthOf } from '../support/views.js';
import { describe, numbersIn, wording } from '../support/wording.js';

/** Results that are made for one call: 2^28 of them take 1 GiB. */
const MOST_RESULTS = 2 ** 28;

/**
 * One input of a network of these sizes, checked: the values themselves, or a copy. Floats that are not finite are found later, in the
 * forward pass.
 */
export function rowFrom(values: Numbers, sizes: readonly number[]): Float32Array {
  return areFloats(values, sizes[0]) ? values : readInput({ sizes }, values);
}

/** Inputs of `width` numbers each, checked: the values themselves, or a copy. */
export function rowsFrom(values: Numbers, count: number, width: number): Float32Array {
  // Made only where it is needed: this is on the path of each prediction.
  if (!Number.isSafeInteger(count) || count < 0) wholeNumber('count', count, 0);
  const length = count * width;
  return areFloats(values, length) ? values : readNumbers('inputs', values, length, `${count} rows of ${width} are ${length}.`);
}

/** The array for the outputs: the given one, or a new one. */
export function outputsFor(out: Float32Array | undefined, length: number): Float32Array {
  if (out === undefined) return new Float32Array(checkRoom(length));
  return areFloats(out, length) ? out : checkOut(out, 'Float32Array', length);
}

/** The array for the answers. */
export function answersFor(out: Int32Array | undefined, length: number): Int32Array {
  if (out === undefined) return new Int32Array(checkRoom(length));
  return kindOf(out) === 'Int32Array' && lengthOf(out) === length ? out : checkOut(out, 'Int32Array', length);
}

function checkRoom(length: number): number {
  if (length > MOST_RESULTS) {
    throw new LimitError(wording('results', `at most ${MOST_RESULTS} numbers`, `${length}`, 'Pass fewer inputs at a time.'));
  }
  return length;
}

function checkOut(out: Float32Array | Int32Array, kind: string, length: number): never {
  const remedy = 'Leave it out, and a new array is made.';
  if (kindOf(out) !== kind) {
    throw new ArgumentError(
      wording('out', `${kind === 'Int32Array' ? 'an' : 'a'} ${kind} of ${length}`, describe(out), remedy),
    );
  }
  throw new ShapeError(wording('out', numbersIn(length), `${lengthOf(out)}`, remedy));
}

/** Throws for inputs of which one is not finite. */
export function refuseInputs(what: string, inputs: Float32Array): never {
  readNumbers(what, inputs, inputs.length);
  throw new NumericError(wording(what, 'numbers that stay as they are', 'others, while they were read', 'Pass a copy.'));
}

/** Throws if one of the outputs is NaN: then none of them is the largest, and there is no answer. */
export function checkAnswers(outputs: Float32Array, rows: number, width: number, first: number): void {
  for (let i = 0; i < rows * width; i++) {
    if (!Number.isNaN(outputs[i])) continue;
    const what = `output[${i % width}] of input ${first + Math.floor(i / width)}`;
    throw new NumericError(wording(what, 'a number', 'NaN', 'A sum on its way was too large for a float32.'));
  }
}
