// Makes a table of objects or of a CSV text.
import { ArgumentError } from '../../support/errors.js';
import { unread } from '../../support/unread.js';
import { isHollow, readable, tagOf } from '../../support/views.js';
import { describe, wording } from '../../support/wording.js';
import { checkText } from '../csv/csvText.js';
import { CsvTable } from './CsvTable.js';
import type { RowOf } from './cells.js';
import { objectsTable } from './objectsTable.js';
import type { Table } from './Table.js';
import { readTableOptions, type TableOptions } from './tableOptions.js';

/**
 * Makes a table, whose columns have names and kinds, of a CSV text or of plain objects. `prepare` learns from it how its cells become the
 * inputs and the answers of a network. A file that is read piece by piece goes into `readTable`.
 *
 * The kind of a column is decided by all of its cells, in this order:
 *
 * 1. the one that `kinds` states;
 * 2. missing cells say nothing: an empty one, null, NaN, NA, N/A, ?, and - where no other cell is a mark such as + (`missingValues` lists others);
 * 3. `'number'`, if all others are finite numbers with a point; 007 is none, since zeros in front are those of a code;
 * 4. `'yes/no'`, if all are true and false, or yes and no, in letters of any case;
 * 5. `'word'`. Numbers among words are written as JavaScript writes them: 7.0 is '7'.
 *
 * Numbers 0 and 1 are numbers unless `kinds` says `'yes/no'`. A text in an object counts as what it says: '31' is a number.
 *
 * A text is read as by `parseCsv`: quoted fields, a byte-order mark, line ends of any kind; the first line holds names if no field in it
 * is a number. Objects may lack a field: its cell is missing. Dates become text.
 *
 * @param rows - Objects of one row each, or the whole text.
 * @param options - Kinds, what is missing, and the header and delimiter of a text.
 * @returns A frozen table.
 * @throws {@link FormatError} with line and column for a text with a fault, or with a cell of another kind than `kinds` states.
 * @throws {@link ArgumentError} with row and column for objects with such a cell, and for options that cannot be.
 * @throws {@link LimitError} for more than 65,536 columns.
 *
 * @example
 * ```ts
 * import { table } from 'glassbox-nn/data';
 *
 * const passengers = table('age,ship_class,survived\n31,third,no\n,first,yes\n54,third,no\n');
 * passengers.columns.map(({ kind }) => kind); // => [ 'number', 'word', 'yes/no' ]
 * passengers.column('age').missing; // => 1
 * passengers.row(1); // => { age: null, ship_class: 'first', survived: true }
 *
 * const houses = table([{ area: 120, zip: '00501' }, { area: 85, zip: '90210' }]);
 * houses.column('zip').kind; // => 'word'
 * ```
 */
export function table<R extends object>(rows: string | Iterable<RowOf<R>>, options?: TableOptions): Table {
  const plan = readTableOptions('table', options);
  if (typeof rows === 'string') {
    const csv = new CsvTable(plan);
    csv.take(checkText('table', rows));
    return csv.build();
  }
  if (
    typeof rows === 'object' &&
    rows !== null &&
    !isHollow(rows) &&
    !ArrayBuffer.isView(rows) &&
    typeof rows[Symbol.iterator] === 'function'
  ) {
    return objectsTable(plan, rows);
  }
  throw new ArgumentError(wording('table: rows', 'a text of CSV, or a list of objects', ...refusalOf(rows)));
}

function refusalOf(rows: unknown): [got: string, remedy: string] {
  const found = unread(rows, 'text');
  if (found !== undefined) return [found.got, found.remedy];
  const isStream = typeof readable<AsyncIterable<unknown>>(rows)[Symbol.asyncIterator] === 'function';
  if (isStream) return [`a stream (${tagOf(rows)})`, 'Read it with await readTable(lines).'];
  return [describe(rows), "As table([{ age: 31, ship_class: 'third' }])."];
}
