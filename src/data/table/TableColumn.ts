// The columns of a table: numbers, or the places of words in a list of them.
import { type Cell, YES_NO } from './cells.js';

/** A column of numbers. */
export interface NumberColumn {
  /** Its name, which no other column has. */
  readonly name: string;
  /** The kind of its cells. */
  readonly kind: 'number';
  /** The number of cells that are missing. */
  readonly missing: number;
  /** The cells, NaN where one is missing: [rows]. */
  readonly numbers: Float64Array;
}

/** A column of words, or of yes and no. */
export interface WordColumn {
  /** Its name, which no other column has. */
  readonly name: string;
  /** The kind of its cells. */
  readonly kind: 'word' | 'yes/no';
  /** The number of cells that are missing. */
  readonly missing: number;
  /** The place of each cell's word in `words`, -1 where the cell is missing: [rows]. */
  readonly codes: Int32Array;
  /**
   * Each word once: numbers first, by value, and then words by their letters (code units); no and yes in a column of these. A part of
   * a table keeps the words of the whole.
   */
  readonly words: readonly string[];
}

/** A column of a table. It owns its arrays: treat them as read only. */
export type TableColumn = NumberColumn | WordColumn;

/** The cell of a column in a row. */
export function cellAt(column: TableColumn, row: number): Cell {
  if (column.kind === 'number') return Number.isNaN(column.numbers[row]) ? null : column.numbers[row];
  const code = column.codes[row];
  if (code < 0) return null;
  return column.kind === 'yes/no' ? code === 1 : column.words[code];
}

/** A column of numbers; NaN is a missing one. */
export function numberColumn(name: string, numbers: Float64Array): NumberColumn {
  let missing = 0;
  for (const number of numbers) if (Number.isNaN(number)) missing += 1;
  return Object.freeze({ name, kind: 'number', missing, numbers });
}

/** A column of words, or of yes and no; -1 is a missing one. */
export function wordColumn(name: string, kind: 'word' | 'yes/no', codes: Int32Array, words: readonly string[]): WordColumn {
  let missing = 0;
  for (const code of codes) if (code < 0) missing += 1;
  return Object.freeze({ name, kind, missing, codes, words: kind === 'yes/no' ? YES_NO : words });
}

/** The rows of a column from `first` up to `past`, in views of its arrays. */
export function sliceColumn(column: TableColumn, first: number, past: number): TableColumn {
  const { name } = column;
  if (column.kind === 'number') return numberColumn(name, column.numbers.subarray(first, past));
  return wordColumn(name, column.kind, column.codes.subarray(first, past), column.words);
}

/** The rows of a column at these places, copied. */
export function selectColumn(column: TableColumn, places: ArrayLike<number>): TableColumn {
  const { name } = column;
  if (column.kind === 'number') {
    return numberColumn(
      name,
      Float64Array.from(places, (place) => column.numbers[place]),
    );
  }
  return wordColumn(
    name,
    column.kind,
    Int32Array.from(places, (place) => column.codes[place]),
    column.words,
  );
}
