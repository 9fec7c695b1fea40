// Checks of vectors and matrices, and whether they fit each other. A flat array knows only the length of its shape.
import { ArgumentError, ShapeError } from './errors.js';
import { bytesOf } from './memory.js';
import { kindOf, lengthOf } from './views.js';
import { describe, wording } from './wording.js';

/** The length of a Float32Array. Throws for anything else, for a false length, and for memory that was transferred. */
export function sizeOf(what: string, array: Float32Array): number {
  if (kindOf(array) !== 'Float32Array' || array.length !== lengthOf(array)) {
    throw new ArgumentError(wording(what, 'a Float32Array', describe(array)));
  }
  if (array.length === 0) bytesOf(what, array.buffer);
  return array.length;
}

/** Throws unless `array` holds `expected` numbers; `why` says where that number comes from. */
export function checkLength(what: string, array: Float32Array, expected: number, why: string): void {
  const length = sizeOf(what, array);
  if (length !== expected) throw new ShapeError(wording(what, `${expected} numbers (${why})`, `${length}`));
}

/** The other side of a matrix of which one side is known: its rows from its columns, or its columns from its rows. */
export function otherSide(what: string, matrix: Float32Array, side: number): number {
  const length = sizeOf(what, matrix);
  const other = length / side;
  if (!Number.isInteger(other)) throw new ShapeError(wording(what, `a multiple of ${side} numbers`, `${length}`));
  return other;
}
