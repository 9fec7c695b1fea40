// Checks of CSV texts and of their lines.
import { ArgumentError } from '../../support/errors.js';
import { unread } from '../../support/unread.js';
import { unreadText } from '../../support/unreadText.js';
import { describe, wording } from '../../support/wording.js';
import type { CsvReader } from './CsvReader.js';
import { csvError, HEADER_REMEDY } from './csvError.js';

/** Fewer columns may well hold 0, 1 and 2. */
const FEWEST_COUNTED = 4;

/** Letters within which a name or an address ends. */
const LONGEST_NAME = 1000;

/** The text, if it is the text of a table, whatever the size. `what` is the function that reads it. */
export function checkText(what: string, text: unknown): string {
  if (typeof text !== 'string') {
    const { got, remedy } = unread(text, 'text') ?? { got: describe(text), remedy: 'Give the text of the file.' };
    throw new ArgumentError(wording(`${what}: text`, 'the text of a file', got, remedy));
  }
  // A page, an address or a name. One line of numbers may look like a name: 1,2.5
  const beginning = text.slice(0, LONGEST_NAME).trim();
  const found = beginning === '' || /^(?!<).*[,;\t]|^[\d.eE+-]+$/.test(beginning) ? undefined : unreadText(beginning, 'text');
  if (found !== undefined) throw csvError('line 1', 'the text of a file', found.got, found.remedy, what);
  checkLetters(what, text);
  return text;
}

/** Throws for a NUL character in a text, of which `lines` lines came before. */
export function checkLetters(what: string, text: string, lines = 0): void {
  const nul = text.indexOf('\0');
  if (nul < 0) return;
  const remedy = 'Is the file UTF-16, or no text at all?';
  throw csvError(`line ${lines + lineOf(text, nul)}`, 'text', 'a NUL character', remedy, what);
}

/** The line that a place of the text is in, from 1. */
function lineOf(text: string, place: number): number {
  let lines = 1;
  for (let at = 0; at < place; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x0a || (code === 0x0d && text.charCodeAt(at + 1) !== 0x0a)) lines++;
  }
  return lines;
}

/** Columns without names are numbered 0, 1, 2, ... by pandas, in a header that looks like data. */
export function refuseCount(what: string, first: readonly string[]): void {
  if (first.length < FEWEST_COUNTED || first.some((field, column) => field !== `${column}`)) return;
  const got = `the count of columns from 0 to ${first.length - 1}`;
  throw csvError('line 1', 'data, or names of columns', got, HEADER_REMEDY, what);
}

/** The error for a line with more or fewer fields than the first; `read` of them are read. */
export function raggedLine(reader: CsvReader, line: number, read: number, count: number): Error {
  let got = read;
  for (; !reader.last; got++) reader.next();
  const remedy = 'Is there a delimiter too many or too few, or one that should stand in quotes?';
  return csvError(`line ${line}`, `${count} fields, as in the first line`, `${got}`, remedy, reader.what);
}
