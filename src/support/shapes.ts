// Checks that vectors and matrices are some, and fit each other. Lengths are the only thing a flat array knows of its shape.
import { ArgumentError, ShapeError } from './errors.js';
import { bytesOf } from './memory.js';
import { kindOf, lengthOf } from './views.js';
import { describe, wording } from './wording.js';

/** How many numbers there are, if it is a Float32Array that tells its length truly, and still has its memory. */
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

/** The other side of a matrix of which one side is known: the rows of one with so many columns, or its columns from its rows. */
export function otherSide(what: string, matrix: Float32Array, side: number): number {
  const length = sizeOf(what, matrix);
  const other = length / side;
  if (!Number.isInteger(other)) throw new ShapeError(wording(what, `a multiple of ${side} numbers`, `${length}`));
  return other;
}
