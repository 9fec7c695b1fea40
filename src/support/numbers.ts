// Reads numbers of the caller's: once, checked and copied, so that nothing of the caller's is kept or changed.
import { bytesOf, numberValue } from './checks.js';
import { ArgumentError, NumericError, ShapeError } from './errors.js';
import { isList, kindOf, lengthOf, readable } from './views.js';
import { describe, numbersIn, wording } from './wording.js';

/** Any indexed list of numbers: `number[]`, `Float32Array`, `Float64Array`, ... */
export type Numbers = ArrayLike<number>;

/** The numbers as a new Float32Array of `length`. `what` begins the errors. */
export function readNumbers(what: string, values: unknown, length: number, remedy = ''): Float32Array {
  const numbers = copyNumbers(what, values, length, remedy);
  for (let index = 0; index < length; index++) {
    // x - x is 0 for every finite x, and NaN for NaN and for both infinities.
    if (numbers[index] - numbers[index] !== 0) throw notFinite(what, numbers, index);
  }
  return numbers;
}

function copyNumbers(what: string, values: unknown, length: number, remedy: string): Float32Array {
  const kind = kindOf(values);
  if (ArrayBuffer.isView(values)) {
    refuseBytes(what, values, kind);
    bytesOf(what, values.buffer);
  }
  const given = lengthIn(values);
  if (given === undefined) throw new ArgumentError(wording(what, numbersIn(length), describe(values), remedy));
  // With a length it is indexed.
  const list = values as ArrayLike<number>;
  if (given !== length) throw new ShapeError(wording(what, numbersIn(length), `${given}`, nested(list[0]) || remedy));
  if (kind === 'Float32Array') return new Float32Array(list);
  const numbers = new Float32Array(length);
  for (let index = 0; index < length; index++) {
    const value: unknown = list[index];
    if (typeof value !== 'number') {
      throw new ArgumentError(wording(`${what}[${index}]`, 'a number', describe(value), nested(value)));
    }
    numbers[index] = value;
  }
  return numbers;
}

/**
 * The length of an array, or of anything indexed; undefined for all else. The length of a typed array is the true one. Another length is
 * read once: a getter or a proxy may return another the next time.
 */
export function lengthIn(values: unknown): number | undefined {
  if (kindOf(values) !== undefined) return lengthOf(values);
  const length: unknown = typeof values === 'object' ? readable<Numbers>(values).length : undefined;
  return typeof length === 'number' ? length : undefined;
}

/** The length of an array, or of anything indexed. Throws for all else. */
export function countOf(what: string, values: unknown): number {
  const length = lengthIn(values);
  if (length === undefined) throw new ArgumentError(wording(what, 'numbers', describe(values)));
  return length;
}

/** The numbers as a list; NaN and infinite ones are allowed. */
export function listNumbers(what: string, values: Numbers): number[] {
  const length = countOf(what, values);
  if (ArrayBuffer.isView(values)) bytesOf(what, values.buffer);
  const numbers: number[] = [];
  for (let index = 0; index < length; index++) numbers.push(numberValue(`${what}[${index}]`, values[index]));
  return numbers;
}

/** The remedy where a row of numbers stands in a row. */
function nested(value: unknown): string {
  return isList(value) || ArrayBuffer.isView(value) ? 'It is a row in a row: leave out one pair of brackets.' : '';
}

function refuseBytes(what: string, view: ArrayBufferView, kind = 'DataView'): void {
  // By name, since `instanceof` does not know the arrays of another frame.
  if (/^(Uint8|DataView)/.test(kind)) {
    throw new ArgumentError(
      wording(
        what,
        'numbers as the network sees them, 0 to 1',
        describe(view),
        'Bytes are 0-255; divide by 255 or use dataset.example(i).input. For all inputs in a row: dataset.readInputs().',
      ),
    );
  }
}

function notFinite(what: string, values: Float32Array, index: number): NumericError {
  return new NumericError(
    wording(
      `${what}[${index}]`,
      'a finite number that fits a float32',
      String(values[index]),
      'Look for a division by zero or a missing value.',
    ),
  );
}
