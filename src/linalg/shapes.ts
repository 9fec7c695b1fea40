// Checks that vectors and matrices fit each other. Lengths are the only thing a flat array knows of its shape.
import { ShapeError } from '../support/errors.js';
import { wording } from '../support/wording.js';

/** Throws unless `array` holds `expected` numbers; `why` says where that number comes from. */
export function checkLength(what: string, array: ArrayLike<number>, expected: number, why: string): void {
  if (array.length !== expected) throw new ShapeError(wording(what, `${expected} numbers (${why})`, `${array.length}`));
}

/** The other side of a matrix of which one side is known: the rows of one with so many columns, or its columns from its rows. */
export function otherSide(what: string, matrix: ArrayLike<number>, side: number): number {
  const other = matrix.length / side;
  if (!Number.isInteger(other)) throw new ShapeError(wording(what, `a multiple of ${side} numbers`, `${matrix.length}`));
  return other;
}
