// Reads rows of numbers: one array, or row after row of anything iterable. It copies what it reads.
import { bytesOf } from '../support/checks.js';
import { ArgumentError, ShapeError } from '../support/errors.js';
import { countOf, lengthIn, type Numbers, readNumbers } from '../support/numbers.js';
import { readable } from '../support/views.js';
import { describe, numbersIn, wording } from '../support/wording.js';
import { isBytes, viewBytes } from './bytes.js';

/** Rows of numbers, one for each example; or all numbers in one array, row by row. */
export type Rows = Numbers | Iterable<number> | Iterable<Numbers>;

/** Numbers in one array, row by row, and the length of a row, if they came as rows. Bytes stay bytes. */
export interface ReadRows {
  readonly values: Uint8Array | Float32Array;
  readonly width: number | undefined;
}

/** Reads rows, all as long as the first or as `width` says; or one array, whatever its length. */
export function readRows(what: string, given: unknown, width?: number): ReadRows {
  if (ArrayBuffer.isView(given)) return { values: readFlat(what, given), width: undefined };
  const numbers: unknown[] = [];
  const rows: (Uint8Array | Float32Array)[] = [];
  for (const value of iterableOf(what, given, 'rows of numbers, or numbers in one array')) {
    // The first value decides which of the two it is.
    if (rows.length === 0 && (numbers.length > 0 || typeof value === 'number')) numbers.push(value);
    else rows.push(readRow(`${what}[${rows.length}]`, value, width, rows[0]));
  }
  if (rows.length === 0) return { values: readFlat(what, numbers), width: undefined };
  return { values: joined(rows), width: rows[0].length };
}

/** Anything iterable, as a list. */
export function listOf(what: string, given: unknown, expected: string): readonly unknown[] {
  if (ArrayBuffer.isView(given)) bytesOf(what, given.buffer);
  return Array.from(iterableOf(what, given, expected));
}

function iterableOf(what: string, given: unknown, expected: string): Iterable<unknown> {
  if (typeof given === 'object') {
    if (isIterable(given)) return given;
    const length = lengthIn(given);
    if (length !== undefined) return itemsOf(what, given as ArrayLike<unknown>, length);
  }
  throw new ArgumentError(wording(what, expected, describe(given)));
}

function isIterable(given: object | null): given is Iterable<unknown> {
  return typeof readable<Iterable<unknown>>(given)[Symbol.iterator] === 'function';
}

/** The items of what has a length and no iterator. What is missing ends it at once: the length may be any number. */
function* itemsOf(what: string, given: ArrayLike<unknown>, length: number): Generator<unknown> {
  for (let index = 0; index < length; index++) {
    const item = given[index];
    if (item === undefined) throw new ArgumentError(wording(`${what}[${index}]`, 'an item', 'undefined'));
    yield item;
  }
}

function readFlat(what: string, given: unknown): Uint8Array | Float32Array {
  return isBytes(given) ? new Uint8Array(viewBytes(what, given)) : readNumbers(what, given, countOf(what, given));
}

function readRow(what: string, row: unknown, width: number | undefined, first?: Numbers): Uint8Array | Float32Array {
  const ownLength = lengthOf(what, row);
  const length = width ?? first?.length ?? ownLength;
  if (first !== undefined && isBytes(first) !== isBytes(row)) {
    const expected = isBytes(first) ? 'bytes, as the first row' : 'numbers that are not bytes, as the first row';
    throw new ArgumentError(wording(what, expected, describe(row), 'Bytes and other numbers are scaled differently.'));
  }
  const remedy = `All rows must be as long as ${width === undefined ? 'the first' : 'width says'}.`;
  if (!isBytes(row)) return readNumbers(what, row, length, remedy);
  const bytes = viewBytes(what, row);
  if (bytes.length !== length) throw new ShapeError(wording(what, numbersIn(length), `${bytes.length}`, remedy));
  return new Uint8Array(bytes);
}

function lengthOf(what: string, row: unknown): number {
  if (ArrayBuffer.isView(row)) bytesOf(what, row.buffer);
  const length = lengthIn(row);
  if (length === undefined) throw new ArgumentError(wording(what, 'a row of numbers', describe(row)));
  if (length === 0) throw new ShapeError(wording(what, 'at least one number', 'none'));
  return length;
}

/** The rows one after the other in one array. They are all of one length, and all bytes or none. */
function joined(rows: readonly (Uint8Array | Float32Array)[]): Uint8Array | Float32Array {
  const width = rows[0].length;
  const values = isBytes(rows[0]) ? new Uint8Array(rows.length * width) : new Float32Array(rows.length * width);
  rows.forEach((row, index) => {
    values.set(row, index * width);
  });
  return values;
}
