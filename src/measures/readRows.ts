// Reads what a measure is given: numbers of each example, and the weights of the examples.
import { bytesOf } from '../support/checks.js';
import { ArgumentError, LimitError, NumericError, OutOfRangeError, ShapeError } from '../support/errors.js';
import { lengthIn } from '../support/numbers.js';
import { kindOf } from '../support/views.js';
import { describe, wording } from '../support/wording.js';

/** The most numbers: 2^28 of them take 2 GiB. */
const MOST = 2 ** 28;

/** Numbers of examples, row by row. */
export interface NumberRows {
  /** [rows, width] */
  readonly numbers: ArrayLike<number>;
  readonly rows: number;
  readonly width: number;
  /** Whether they were given as float32. */
  readonly isFloat32: boolean;
}

/**
 * Reads rows, or numbers that stand row by row.
 *
 * @param rows - How many rows there are; of flat numbers, one for each number if left out.
 */
export function readRows(what: string, given: unknown, rows?: number): NumberRows {
  if (ArrayBuffer.isView(given)) bytesOf(what, given.buffer);
  const length = lengthIn(given) ?? 0;
  if (!isIndexed(given) || length === 0) {
    throw new ArgumentError(wording(what, 'numbers of one example or more', describe(given)));
  }
  const list = given;
  const ofRows = isIndexed(list[0]);
  if (ofRows && rows !== undefined && length !== rows) throw new ShapeError(wording(what, `${rows} rows`, `${length}`));
  const count = ofRows ? length : (rows ?? length);
  const width = ofRows ? (lengthIn(list[0]) ?? 0) : length / count;
  if (!Number.isInteger(width) || width < 1) {
    throw new ShapeError(wording(what, `${count} numbers or rows, one for each example`, `${length}`));
  }
  if (!(count * width <= MOST)) throw new LimitError(wording(what, `at most ${MOST} numbers`, `${count * width}`));
  const isFloat32 = kindOf(ofRows ? list[0] : given) === 'Float32Array';
  const table = { numbers: ofRows ? joined(what, list, width) : numbersIn(what, list), rows: count, width, isFloat32 };
  const { numbers } = table;
  for (let place = 0; place < numbers.length; place++) {
    if (!Number.isNaN(numbers[place])) continue;
    const where = width === 1 ? place : `${Math.floor(place / width)}][${place % width}`;
    throw new NumericError(wording(`${what}[${where}]`, 'a number', 'NaN', 'Look for a missing value.'));
  }
  return table;
}

/** Rows as flat numbers. */
function joined(what: string, list: ArrayLike<unknown>, width: number): Float64Array {
  const numbers = new Float64Array(list.length * width);
  for (let row = 0; row < list.length; row++) {
    const given = list[row];
    if (!isIndexed(given) || lengthIn(given) !== width)
      throw new ShapeError(wording(`${what}[${row}]`, `${width} numbers`, describe(given)));
    numbers.set(numbersIn(`${what}[${row}]`, given), row * width);
  }
  return numbers;
}

/** A typed array as it is, and a copy of all else. */
function numbersIn(what: string, list: ArrayLike<unknown>): ArrayLike<number> {
  if (isTyped(list)) return list;
  return Float64Array.from(list, (number, place) => {
    if (typeof number === 'number') return number;
    throw new ArgumentError(wording(`${what}[${place}]`, 'a number', describe(number)));
  });
}

function isIndexed(value: unknown): value is ArrayLike<unknown> {
  return lengthIn(value) !== undefined;
}

/** Whether a list is a typed array, which holds numbers, unless it holds big ones. */
function isTyped(list: ArrayLike<unknown>): list is ArrayLike<number> {
  return !(kindOf(list) ?? 'Big').startsWith('Big');
}

/** The weight of each example: 1 if none are given. */
export function readWeights(what: string, given: ArrayLike<number> | undefined, rows: number): Float64Array {
  if (given === undefined) return new Float64Array(rows).fill(1);
  const { numbers, width } = readRows(what, given, rows);
  if (width !== 1) throw new ShapeError(wording(what, `${rows} numbers, one for each example`, `${width * rows}`));
  const weights = Float64Array.from(numbers);
  const bad = weights.findIndex((weight) => !(weight >= 0 && weight < Number.POSITIVE_INFINITY));
  if (bad >= 0) throw new OutOfRangeError(wording(`${what}[${bad}]`, 'a finite number from 0', `${weights[bad]}`));
  if (weights.every((weight) => weight === 0)) {
    throw new OutOfRangeError(wording(what, 'a weight above 0', 'none', 'Leave them out to count all examples alike.'));
  }
  return weights;
}

/** The sum of some numbers, in their order. */
export function sumOf(numbers: ArrayLike<number>): number {
  let sum = 0;
  for (let index = 0; index < numbers.length; index++) sum += numbers[index];
  return sum;
}
