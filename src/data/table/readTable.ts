// Reads a table from lines or pieces of text, as they come.
import { ArgumentError } from '../../support/errors.js';
import { readable } from '../../support/views.js';
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
  const what = 'readTable';
  const plan = readTableOptions(what, options);
  const { [Symbol.asyncIterator]: iterate } = readable<AsyncIterable<string>>(lines);
  if (typeof iterate !== 'function') {
    const remedy =
      typeof lines === 'string' ? 'A whole text is read by table(text).' : 'As (await open(path)).readLines() in Node.';
    throw new ArgumentError(wording(`${what}: lines`, 'lines or pieces of text to wait for', describe(lines), remedy));
  }
  const csv = new CsvTable(plan);
  const pieces = new Pieces(what);
  const records = new Records();
  const take = (text: string) => {
    if (text === '') return;
    if (csv.builders === undefined) checkText(what, text);
    else checkLetters(what, text, csv.lines);
    csv.take(text);
  };
  for await (const piece of lines) take(records.take(pieces.take(piece)));
  take(records.take(pieces.end()));
  take(records.rest);
  return csv.build();
}
