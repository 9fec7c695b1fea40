// Cells as numbers: first the code of a cell, then the inputs that it becomes.
//
// The code is the number itself, the place of a word among the categories (their count for any other word), or 1 and 0 for yes and no;
// NaN where the cell is missing.
import { ArgumentError, NumericError } from '../../support/errors.js';
import { hasField } from '../../support/hasField.js';
import { tagOf } from '../../support/views.js';
import { closest, describe, listed, wording } from '../../support/wording.js';
import { otherNotation } from '../csv/numberRemedy.js';
import { looksMissing } from '../missingLabels.js';
import { numberIn, YES_NO, yesNoIn } from './cells.js';
import type { ClassTarget, DroppedColumn, NumberTarget, PreparedColumn, ScaledNumber } from './Preparation.js';

/** A column that becomes inputs. */
export type UsedColumn = Exclude<PreparedColumn, DroppedColumn>;

/** A column whose cells have codes, and the place of each of its words. */
export interface Coder {
  readonly column: UsedColumn | NumberTarget | ClassTarget;
  readonly places: ReadonlyMap<string, number>;
}

/** A column with the places of its words. */
export function coderOf<C extends Coder['column']>(column: C): Coder & { readonly column: C } {
  const words = hasField(column, 'categories') ? column.categories : [];
  return { column, places: new Map(words.map((word, place) => [word, place])) };
}

/** The inputs that a column becomes. */
export function widthOf(column: UsedColumn): number {
  return valuesOf(column) + (column.indicator ? 1 : 0);
}

/** The same without the indicator. */
function valuesOf(column: UsedColumn): number {
  return column.kind === 'word' ? column.categories.length + (column.unseen === 'column' ? 1 : 0) : 1;
}

/** The names of the inputs that a column becomes. */
export function inputNames(column: UsedColumn): string[] {
  const { name } = column;
  const names = column.kind === 'word' ? column.categories.map((word) => `${name}=${word}`) : [name];
  if (column.kind === 'word' && column.unseen === 'column') names.push(`${name}=(other)`);
  if (column.indicator) names.push(`${name} missing`);
  return names;
}

/** The place of a row's cell in errors, which is put into words only when there is one. */
export type PlaceOf = (row: number) => string;

/** The code of a cell. */
export function codeOf({ column, places }: Coder, cell: unknown, placeOf: PlaceOf, row: number): number {
  const { kind } = column;
  const text = textOf(cell);
  if (text === undefined) throw wrongCell(placeOf(row), kind, cell);
  if (kind === 'word') {
    const found = places.get(text);
    if (found !== undefined) return found;
    if (isMissing(text)) return Number.NaN;
    const isInput = hasField(column, 'unseen');
    if (isInput && column.unseen !== 'refuse') return places.size;
    throw unseenWord(placeOf(row), text, [...places.keys()], isInput);
  }
  if (isMissing(text)) return Number.NaN;
  const number = kind === 'number' ? (typeof cell === 'number' ? cell : numberIn(text, true)) : yesNoIn(text);
  if (number === undefined || !Number.isFinite(number)) throw wrongCell(placeOf(row), kind, cell);
  return number;
}

/** The text of a cell, an empty one where it is missing; undefined for what is no cell. */
function textOf(cell: unknown): string | undefined {
  if (cell === undefined || cell === null) return '';
  if (typeof cell === 'string') return cell.trim();
  if (typeof cell === 'number' || typeof cell === 'boolean' || typeof cell === 'bigint') return String(cell);
  if (tagOf(cell) !== 'Date') return undefined;
  const time = Number(cell);
  return Number.isNaN(time) ? '' : new Date(time).toISOString();
}

function isMissing(text: string): boolean {
  return text === '' || looksMissing(text);
}

/** Writes the inputs that a code becomes, behind `start`. */
export function writeCode(
  { column, places }: Coder & { readonly column: UsedColumn },
  code: number,
  out: Float32Array,
  start: number,
  placeOf: PlaceOf,
  row: number,
): void {
  const missing = Number.isNaN(code);
  if (missing && column.fill === undefined) throw missingCell(placeOf(row));
  const width = valuesOf(column);
  if (column.kind === 'word') {
    out.fill(0, start, start + width);
    const known = missing ? (places.get(column.fill ?? '') ?? width) : code;
    if (known < width) out[start + known] = 1;
  } else {
    const value = missing ? Number(column.fill) : code;
    out[start] = column.kind === 'number' ? scaled(column, value, placeOf, row) : value;
  }
  if (column.indicator) out[start + width] = missing ? 1 : 0;
}

/** (x - offset) / divisor in float64, rounded to float32; 0 where the divisor is 0. */
export function scaled({ offset, divisor }: ScaledNumber, value: number, placeOf: PlaceOf, row: number): number {
  const number = divisor === 0 ? 0 : Math.fround((value - offset) / divisor);
  if (Number.isFinite(number)) return number;
  const remedy = 'It lies too far from the rows that the preparation was learnt from.';
  throw new NumericError(wording(placeOf(row), 'a number that fits a float32 once it is scaled', `${value}`, remedy));
}

/** What to do about a missing cell of an input. */
const FILL = "Fill it in, leave the row out, or have it filled: missing: 'median' or 'mostFrequent'.";

/** The error for a missing cell. */
export function missingCell(place: string, remedy = FILL): ArgumentError {
  return new ArgumentError(wording(place, 'a cell', 'a missing one', remedy));
}

function wrongCell(place: string, kind: string, cell: unknown): ArgumentError {
  const expected = kind === 'yes/no' ? 'yes or no, true or false' : `a ${kind}`;
  const remedy = (kind === 'number' && typeof cell === 'string' && otherNotation(cell.trim())) || '';
  return new ArgumentError(wording(place, expected, describe(cell), remedy));
}

function unseenWord(place: string, word: string, known: readonly string[], isInput: boolean): ArgumentError {
  const meant = closest(word, known);
  const slip = meant === undefined ? '' : `Did you mean ${describe(meant)}? `;
  const remedy = isInput ? "A word that was not learnt is taken by unseen: 'zeros' or unseen: 'column'." : '';
  return new ArgumentError(wording(place, `one of ${listed(known.map(describe))}`, describe(word), slip + remedy));
}

/** The words of the classes of a target. */
export function classesOf({ kind, categories }: ClassTarget): readonly string[] {
  return kind === 'yes/no' ? YES_NO : categories;
}
