// Reads the numbers of a picture's cells. NaN is allowed: the picture shows it.
import { bytesOf, wholeNumber } from '../../support/checks.js';
import { ArgumentError, ShapeError } from '../../support/errors.js';
import { lengthIn, type Numbers } from '../../support/numbers.js';
import { kindOf } from '../../support/views.js';
import { describe, wording } from '../../support/wording.js';

/** The numbers, copied; bytes of 0 to 255 become 0 to 1. */
export function readCells(what: string, values: Numbers): Float32Array {
  if (ArrayBuffer.isView(values)) bytesOf(what, values.buffer);
  const length = lengthIn(values);
  if (length === undefined || !(length >= 1)) {
    throw new ArgumentError(wording(what, 'one number or more', describe(values)));
  }
  const bytes = kindOf(values)?.startsWith('Uint8');
  const cells: number[] = [];
  for (let index = 0; index < length; index++) {
    const value: unknown = values[index];
    if (typeof value !== 'number') throw new ArgumentError(wording(`${what}[${index}]`, 'a number', describe(value)));
    cells.push(bytes ? value / 255 : value);
  }
  return Float32Array.from(cells);
}

/** The number of cells in a row: as given, or for a square number its root. */
export function widthOf(what: string, count: number, given: number | undefined): number {
  const root = Math.sqrt(count);
  if (given === undefined && Number.isInteger(root)) return root;
  const remedy = `For example { width: ${likelyWidth(count)} }.`;
  if (given === undefined) {
    throw new ShapeError(
      wording(`${what}: width`, `numbers that fill a square, or a width that divides ${count}`, 'neither', remedy),
    );
  }
  wholeNumber(`${what}: width`, given, 1);
  if (count % given !== 0) throw new ShapeError(wording(`${what}: width`, `a divisor of ${count}`, `${given}`, remedy));
  return given;
}

/** The largest divisor up to the root: it makes the grid nearest to a square. */
export function likelyWidth(count: number): number {
  let width = Math.floor(Math.sqrt(count));
  while (count % width !== 0) width -= 1;
  return count / width;
}
