// The cells of tables, and the words that stand for yes and no.
import { decimalAt } from '../csv/decimalAt.js';

/** A cell of a table: a number, a word, true or false for yes or no, or null where it is missing. */
export type Cell = number | string | boolean | null;

/** A row of a table: its cells by the names of the columns. */
export type Row = Readonly<Record<string, Cell>>;

/** A cell of a program's own object. Whole numbers as bigint, and dates, come from databases. */
export type GivenCell = Cell | bigint | Date | undefined;

/** A program's own object as a row: each of its fields is a cell. An interface may describe it. */
export type RowOf<R extends object> = R &
  (R extends readonly unknown[] ? 'a row is an object with a cell for each column' : { readonly [Name in keyof R]: GivenCell });

/** The kind of a column. */
export type ColumnKind = 'number' | 'word' | 'yes/no';

/** The kinds, as options name them. */
export const KINDS: readonly ColumnKind[] = ['number', 'word', 'yes/no'];

/** The words of a column of yes and no, in the order of their numbers 0 and 1. */
export const YES_NO: readonly string[] = /* @__PURE__ */ Object.freeze(['no', 'yes']);

/** Pairs of words for no and yes. A column whose kind is not stated is of one of the first two pairs. */
const PAIRS = [
  ['false', 'true'],
  ['no', 'yes'],
  ['n', 'y'],
  ['f', 't'],
  ['0', '1'],
] as const;

/** 1 for a word that says yes, 0 for one that says no, in letters of any case; undefined for any other. */
export function yesNoIn(text: string): 0 | 1 | undefined {
  const word = text.toLowerCase();
  const pair = PAIRS.find((words) => words.some((one) => one === word));
  return pair === undefined ? undefined : word === pair[1] ? 1 : 0;
}

/** Whether all words are of one pair, true and false or yes and no, so that their column is one of yes and no. */
export function areYesNo(words: readonly string[]): boolean {
  const pair = PAIRS.slice(0, 2).find((one) => one.some((word) => word === words[0]?.toLowerCase()));
  return pair !== undefined && words.every((word) => pair.some((one) => one === word.toLowerCase()));
}

/** Zeros in front are no part of a number: 00501 is a postcode. */
export const LEADING_ZERO = /^[+-]?0\d/;

/**
 * The finite number that a text says, with a point; undefined for a word.
 *
 * @param stated - Whether its column is stated to be one of numbers: then zeros in front do not make it a code.
 */
export function numberIn(text: string, stated = false): number | undefined {
  const number = decimalAt(text, 0, text.length);
  return Number.isFinite(number) && (stated || !LEADING_ZERO.test(text)) ? number : undefined;
}
