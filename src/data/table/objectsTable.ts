// Reads plain objects into a table, as JSON and databases give them.
import { ArgumentError, LimitError } from '../../support/errors.js';
import { isHollow, isList, readable, tagOf } from '../../support/views.js';
import { describe, wording } from '../../support/wording.js';
import type { ColumnBuilder } from './ColumnBuilder.js';
import { Columns, MOST_COLUMNS } from './Columns.js';
import { numberIn } from './cells.js';
import type { Table } from './Table.js';
import type { TablePlan } from './tableOptions.js';

/** The most columns that the first row lacks: each is filled for all rows. */
const MOST_LATER = 1000;

/** The table of rows of objects. A column that a row does not have is missing in it. */
export function objectsTable(plan: TablePlan, rows: Iterable<unknown>): Table {
  const { what } = plan;
  const columns = new Columns(plan, {
    placeName: (row) => `rows[${row}]`,
    error: (place, expected, got, remedy) => new ArgumentError(wording(`${what}: ${place}`, expected, got, remedy)),
  });
  let count = 0;
  // Of the first row; until it is read, that of no row.
  let width = MOST_COLUMNS;
  for (const row of rows) {
    for (const [name, value] of Object.entries(rowObject(`${what}: rows[${count}]`, row))) {
      const { size } = columns.builders;
      if (size >= MOST_COLUMNS || size >= width + MOST_LATER)
        throw tooWide(what, count, Math.min(MOST_COLUMNS, width + MOST_LATER));
      addCell(columns.builders.get(name) ?? columns.add(name, count), value, count);
    }
    if (count === 0) width = columns.builders.size;
    count += 1;
    for (const builder of columns.builders.values()) if (builder.length < count) builder.addMissing();
  }
  if (count === 0)
    throw new ArgumentError(wording(`${what}: rows`, 'one row or more', 'none', 'Did the file or the query have any?'));
  if (columns.builders.size === 0)
    throw new ArgumentError(wording(`${what}: rows`, 'a column or more', 'objects without fields'));
  return columns.build(count);
}

function rowObject(what: string, row: unknown): Record<string, unknown> {
  const isPlain = typeof row === 'object' && row !== null && !isHollow(row) && !isList(row) && !ArrayBuffer.isView(row);
  if (isPlain) return readable<Record<string, unknown>>(row);
  const remedy =
    isList(row) || ArrayBuffer.isView(row)
      ? 'Numbers without names of columns are a data set: dataset({ inputs, labels }).'
      : "As { age: 31, ship_class: 'third' }.";
  throw new ArgumentError(wording(what, 'an object with a cell for each column', describe(row), remedy));
}

/** Adds a value of a program's own object. */
function addCell(builder: ColumnBuilder, value: unknown, row: number): void {
  const { options, name } = builder;
  const refused = (got: string, remedy: string) => {
    return options.fault(row, name, 'a number, a word, true, false, or null where it is missing', got, remedy);
  };
  if (value === undefined || value === null) builder.addMissing();
  else if (typeof value === 'number') {
    if (Number.isNaN(value)) builder.addMissing();
    else if (!Number.isFinite(value)) throw refused(String(value), 'Give null if it is not known.');
    else if (options.kind === 'word') builder.addText(String(value), row);
    else builder.addNumber(value, row);
  } else if (typeof value === 'string') {
    const text = value.trim();
    const number = options.kind === undefined ? numberIn(text) : undefined;
    if (number === undefined) builder.addText(text, row);
    else builder.addNumber(number, row, text);
  } else if (typeof value === 'boolean') builder.addText(String(value), row);
  else if (typeof value === 'bigint') {
    const number = Number(value);
    if (options.kind === 'word') builder.addText(String(value), row);
    else if (Number.isSafeInteger(number)) builder.addNumber(number, row);
    else throw refused(describe(value), 'It is too large for a number; if it is a name, give it as text.');
  } else if (tagOf(value) === 'Date') {
    const time = Number(value);
    if (Number.isNaN(time)) builder.addMissing();
    else builder.addText(new Date(time).toISOString(), row);
  } else throw refused(describe(value), 'Give a column to each of its parts.');
}

function tooWide(what: string, row: number, most: number): Error {
  const remedy = 'Are the names of the fields data themselves?';
  return new LimitError(wording(`${what}: rows[${row}]`, `at most ${most} columns`, 'more', remedy));
}
