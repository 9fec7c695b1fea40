// The layout of a column of neurons, and the colours of its numbers.
import type { Shading } from '../colours.js';
import { likelyWidth } from './readCells.js';
import { largestSize } from './sizes.js';

/** The largest column that is drawn as a row of squares from top to bottom. */
const MOST_IN_A_ROW = 32;

/** Cells in a row, rows, and pixels along a cell; `framed` where each cell has a frame of its own. */
export interface ColumnGrid {
  readonly width: number;
  readonly height: number;
  readonly cell: number;
  readonly framed: boolean;
}

/** The layout of `count` neurons in `height` pixels, or as near to it as whole pixels go. */
export function columnGrid(count: number, height: number, given?: number): ColumnGrid {
  if (given === undefined && count <= MOST_IN_A_ROW) {
    const cell = Math.max(1, Math.min(Math.floor(height / count), Math.floor(height / 8)));
    return { width: 1, height: count, cell, framed: cell > 6 };
  }
  const root = Math.sqrt(count);
  // A large prime number fills no block but one line, so the last row may be short.
  const width = given ?? (likelyWidth(count) > 3 * root ? Math.ceil(root) : likelyWidth(count));
  const rows = Math.ceil(count / width);
  return { width, height: rows, cell: Math.max(1, Math.floor(height / rows)), framed: false };
}

/** By sign where a number is negative; to 1, or to the largest size if that is more, unless a scale is given. */
export function shadingOf(columns: readonly Float32Array[], scale: number | undefined): Shading {
  const signed = columns.some((column) => column.some((value) => value < 0));
  return { signed, scale: scale ?? columns.reduce((largest, column) => Math.max(largest, largestSize(column)), 1) };
}
