// Reads a CSV text into a table, record by record: whole, or in pieces that end where a record ends.
import { LimitError } from '../../support/errors.js';
import { unreadText } from '../../support/unreadText.js';
import { describe, wording } from '../../support/wording.js';
import { CsvReader } from '../csv/CsvReader.js';
import { csvError } from '../csv/csvError.js';
import { raggedLine, refuseCount } from '../csv/csvText.js';
import { decimalAt } from '../csv/decimalAt.js';
import { otherDelimiter } from '../csv/otherDelimiter.js';
import type { ColumnBuilder } from './ColumnBuilder.js';
import { Columns, MOST_COLUMNS, type Source } from './Columns.js';
import type { Table } from './Table.js';
import type { TablePlan } from './tableOptions.js';

/** A table of CSV while it is read. */
export class CsvTable {
  readonly plan: TablePlan;
  /** The most rows of a table. */
  readonly most: number;
  columns: Columns;
  /** In the order of the fields; undefined before the first line. */
  builders: ColumnBuilder[] | undefined;
  rows = 0;
  /** Lines that ended before the next text. */
  lines = 0;

  constructor(plan: TablePlan, most = Number.POSITIVE_INFINITY) {
    this.plan = plan;
    this.most = most;
    this.columns = this.newColumns();
  }

  newColumns(isLater = false): Columns {
    const { plan } = this;
    const source: Source = {
      placeName: (line) => `line ${line}`,
      error: (place, expected, got, remedy) => csvError(place, expected, got, remedy, plan.what),
    };
    return new Columns(plan, source, isLater);
  }

  /** Reads a text of whole records. Returns the tables that are full by then. */
  take(text: string): Table[] {
    const reader = new CsvReader(text, this.plan.delimiter ?? ',', this.plan.what);
    reader.lines = this.lines;
    if (this.builders === undefined && reader.skipEmptyLines()) this.builders = this.begin(reader);
    const full: Table[] = [];
    while (this.builders !== undefined && reader.skipEmptyLines()) {
      this.takeRecord(reader, this.builders);
      if (this.rows === this.most) full.push(this.next());
    }
    this.lines = reader.lines;
    return full;
  }

  /** The table of the rows so far, and new columns for those to come. */
  next(): Table {
    const table = this.build();
    const names = [...this.columns.builders.keys()];
    this.columns = this.newColumns(true);
    this.builders = names.map((name) => this.columns.add(name, 0));
    this.rows = 0;
    return table;
  }

  takeRecord(reader: CsvReader, builders: readonly ColumnBuilder[]): void {
    const { text, plain } = reader;
    const begins = reader.lines + 1;
    const last = builders.length - 1;
    for (let column = 0; column <= last; column++) {
      const builder = builders[column];
      const { at } = reader;
      const number = hasLeadingZero(text, at) ? Number.NaN : reader.nextPlain();
      if (!Number.isNaN(number)) builder.addNumber(number, begins, builder.isNumeric ? undefined : text.slice(at, plain.end));
      else {
        reader.next();
        builder.addText(reader.value(), reader.line);
      }
      if (reader.last !== (column === last)) throw raggedLine(reader, begins, column + 1, builders.length);
    }
    this.rows += 1;
  }

  /** Reads the first line, or its width alone if it is a row. */
  begin(reader: CsvReader): ColumnBuilder[] {
    const { what, delimiter, header, columnNames } = this.plan;
    const { at, lines } = reader;
    const first = firstLine(reader);
    const other = delimiter === undefined && first.length === 1 ? otherDelimiter(first[0], ',') : '';
    if (other)
      throw csvError(`line ${lines + 1}`, 'fields between commas', describe(first[0]), `${other} Then give delimiter.`, what);
    const named = header ?? first.every((field) => Number.isNaN(decimalAt(field, 0, field.length)));
    if (!named) {
      if (header === undefined) refuseCount(what, first);
      reader.at = at;
      reader.lines = lines;
    }
    const names = named ? first : (columnNames ?? first.map((_, column) => String(column)));
    if (names.length !== first.length) {
      throw csvError(`line ${lines + 1}`, `${names.length} fields, one for each of columnNames`, `${first.length}`, '', what);
    }
    return names.map((name, column) => {
      if (!this.columns.builders.has(name)) return this.columns.add(name, 0);
      const got = `${describe(name)} over column ${names.indexOf(name)} and ${column} (counted from 0)`;
      throw csvError(`line ${lines + 1}`, 'another name over each column', got, 'Rename one of them.', what);
    });
  }

  /** The table, once all of the text is read. */
  build(): Table {
    const { what } = this.plan;
    if (this.builders === undefined) {
      throw csvError('line 1', 'a line or more', 'an empty text', unreadText('', 'text')?.remedy, what);
    }
    if (this.rows === 0) {
      const remedy = 'Is the file whole? If its first line is no header, say header: false.';
      throw csvError('line 1', 'lines of data behind the header', 'a header alone', remedy, what);
    }
    return this.columns.build(this.rows);
  }
}

/** Whether a field begins with 0 and another digit: it is a code, as 00501, and no number. */
function hasLeadingZero(text: string, start: number): boolean {
  const sign = text.charCodeAt(start);
  const at = sign === 0x2d || sign === 0x2b ? start + 1 : start;
  if (text.charCodeAt(at) !== 0x30) return false;
  const next = text.charCodeAt(at + 1);
  return next >= 0x30 && next <= 0x39;
}

function firstLine(reader: CsvReader): string[] {
  const fields: string[] = [];
  do {
    if (fields.length === MOST_COLUMNS) {
      const remedy = 'Is there a line end missing?';
      throw new LimitError(wording(`${reader.what}: line ${reader.line}`, `at most ${MOST_COLUMNS} fields`, 'more', remedy));
    }
    reader.next();
    fields.push(reader.value());
  } while (!reader.last);
  return fields;
}
