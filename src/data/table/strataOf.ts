// What the rows of a table are divided by in a stratified split.
import type { TableColumn } from './TableColumn.js';

/** A number from 0 for each row, the same for equal cells: [rows]. Missing cells are equal. */
export function strataOf(column: TableColumn): Int32Array {
  // The order of the words, as in the labels of a data set; -1 is a missing word.
  if (column.kind !== 'number') return column.codes.map((code) => code + 1);
  // NaN, which stands for a missing number, is equal to itself in a Map.
  const strata = new Map<number, number>();
  return Int32Array.from(column.numbers, (cell) => {
    const stratum = strata.get(cell) ?? strata.size;
    strata.set(cell, stratum);
    return stratum;
  });
}
