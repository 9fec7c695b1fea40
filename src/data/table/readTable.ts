// Reads a table from lines or pieces of text, as they come.
import { wholeNumber } from '../../support/checks.js';
import { ArgumentError } from '../../support/errors.js';
import { ownField, readable } from '../../support/views.js';
import { describe, wording } from '../../support/wording.js';
import { checkLetters, checkText } from '../csv/csvText.js';
import { CsvTable } from './CsvTable.js';
import { Pieces } from './Pieces.js';
import { Records } from './Records.js';
import type { Table } from './Table.js';
import { readTableOptions, type TableOptions } from './tableOptions.js';

/**
 * Reads a table from a CSV text that comes in lines or in pieces, and keeps the table alone: eight bytes for a number, four for a word.
 *
 * @param lines - Lines without their ends, as of `file.readLines()` in Node; or pieces of any length with the line ends in them, as of
 * `createReadStream(path, 'utf8')`, or of `response.body.pipeThrough(new TextDecoderStream())`.
 * @param options - As of {@link table}.
 * @returns A promise of the table that {@link table} makes of the whole text.
 * @throws As {@link table}; a fault of the stream is thrown as it is. The promise is rejected.
 *
 * @example
 * ```ts
 * import { readTable } from 'glassbox-nn/data';
 *
 * async function* lines() {
 *   yield 'age,ship_class';
 *   yield '31,third';
 *   yield '54,first';
 * }
 * const passengers = await readTable(lines()); // or of a file: (await open('passengers.csv')).readLines()
 * passengers.count; // => 2
 * ```
 */
export async function readTable(lines: AsyncIterable<string>, options?: TableOptions): Promise<Table> {
  const csv = new CsvTable(readTableOptions('readTable', options));
  for await (const text of recordsOf(csv, checkLines('readTable', lines))) csv.take(text);
  return csv.build();
}

/** Options of {@link readTables}. */
export interface ReadTablesOptions extends TableOptions {
  /** The rows of each table, the last one perhaps of fewer; 10,000 if left out. */
  readonly rows?: number | undefined;
}

/**
 * Reads tables of some rows each from a CSV text that comes in lines or in pieces, for a file that is larger than memory: only one table
 * is held at a time. Learn a preparation from the first, and give all of them to a `trainer`.
 *
 * Each table decides the kinds of its columns from its own rows, unless `kinds` states them. Warnings come for the first alone.
 *
 * @param lines - As of {@link readTable}.
 * @param options - As of {@link table}, and how many rows a table has.
 * @returns The tables, each when it is asked for.
 * @throws As {@link readTable}: for options that cannot be at once, and for a fault of the text when its table is asked for.
 *
 * @example
 * ```ts
 * import { readTables } from 'glassbox-nn/data';
 *
 * async function* lines() {
 *   yield 'age,ship_class';
 *   for (let age = 20; age < 25; age++) yield `${age},third`;
 * }
 * const counts: number[] = [];
 * for await (const part of readTables(lines(), { rows: 2 })) counts.push(part.count);
 * counts; // => [ 2, 2, 1 ]
 * ```
 */
export function readTables(lines: AsyncIterable<string>, options?: ReadTablesOptions): AsyncGenerator<Table, void, undefined> {
  const what = 'readTables';
  const { rows: _, ...others } = options ?? {};
  const plan = readTableOptions(what, others);
  const csv = new CsvTable(plan, wholeNumber(`${what}: rows`, ownField(options, 'rows') ?? 10_000, 1));
  return run(checkLines(what, lines));

  async function* run(checked: AsyncIterable<string>): AsyncGenerator<Table, void, undefined> {
    let first = true;
    for await (const text of recordsOf(csv, checked)) {
      for (const full of csv.take(text)) {
        yield full;
        first = false;
      }
    }
    if (first || csv.rows > 0) yield csv.build();
  }
}

/** The lines, if they can be waited for. */
function checkLines(what: string, lines: AsyncIterable<string>): AsyncIterable<string> {
  const { [Symbol.asyncIterator]: iterate } = readable<AsyncIterable<string>>(lines);
  if (typeof iterate === 'function') return lines;
  const remedy =
    typeof lines === 'string'
      ? "A whole text is read by table(text), and a file by readTable(createReadStream(path, 'utf8'))."
      : 'As (await open(path)).readLines() in Node.';
  throw new ArgumentError(wording(`${what}: lines`, 'lines or pieces of text to wait for', describe(lines), remedy));
}

/** The text of the whole records that each piece brings. */
async function* recordsOf(csv: CsvTable, lines: AsyncIterable<string>): AsyncGenerator<string, void, undefined> {
  const { what } = csv.plan;
  const pieces = new Pieces(what);
  const records = new Records();
  const checked = (text: string): string => {
    if (csv.builders === undefined && text !== '') checkText(what, text);
    else checkLetters(what, text, csv.lines);
    return text;
  };
  for await (const piece of lines) {
    const text = checked(records.take(pieces.take(piece)));
    if (text !== '') yield text;
  }
  yield checked(records.take(pieces.end()));
  yield checked(records.rest);
}
