// A table as text.
import { textTable } from '../../support/textTable.js';
import { inALine, listed } from '../../support/wording.js';
import type { Cell } from './cells.js';
import type { Table } from './Table.js';
import { cellAt } from './TableColumn.js';

/** Rows and columns that are shown. */
const SHOWN = { rows: 5, columns: 12 };

/** The first rows of a table under the names and kinds of its columns. */
export function printTable(table: Pick<Table, 'count' | 'columns'>): string {
  const columns = table.columns.slice(0, SHOWN.columns);
  const rows = Array.from({ length: Math.min(table.count, SHOWN.rows) }, (_, row) =>
    columns.map((column) => cellText(cellAt(column, row))),
  );
  const head = [columns.map(({ name }) => name), columns.map(({ kind }) => kind)];
  const size = `${table.count} ${table.count === 1 ? 'row' : 'rows'}`;
  const gaps = table.columns.filter(({ missing }) => missing > 0).map(({ name, missing }) => `${name} ${missing}`);
  const others = table.columns.slice(SHOWN.columns).map(({ name }) => name);
  const notes = [
    size,
    others.length > 0 ? `more columns: ${listed(others)}` : '',
    gaps.length > 0 ? `missing: ${listed(gaps)}` : '',
  ].filter(Boolean);
  const right = columns.map(({ kind }) => kind === 'number');
  return `${textTable([...head, ...rows], right)}\n${inALine(notes.join('; '), 400)}`;
}

function cellText(cell: Cell): string {
  if (cell === null) return '';
  return typeof cell === 'boolean' ? (cell ? 'yes' : 'no') : String(cell);
}
