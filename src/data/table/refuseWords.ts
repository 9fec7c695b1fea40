// Words that are no categories: dates, and texts of which nearly all differ.
import { ArgumentError } from '../../support/errors.js';
import { describe, wording } from '../../support/wording.js';
import { otherNotation } from '../csv/numberRemedy.js';
import type { ColumnPlan } from './prepareOptions.js';
import type { WordColumn } from './TableColumn.js';

/** Fewer words may well be all different: the names of a few cities. */
const FEWEST = 20;

/** The share of words that must have the form of a date. */
const DATES = 0.9;

const DATE =
  /^(?:\d{4}[-/.]\d{1,2}(?:[-/.]\d{1,2})?|\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}|\d{1,2}[-/. ]?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*[-/. ]*\d{2,4})(?:[T ,].*)?$|^\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?$/i;

/** Longer texts are no dates. */
const LONGEST_DATE = 40;

/**
 * Throws for words that tell a network nothing as they are.
 *
 * @param counts - The number of cells of each word.
 * @param frequent - The words that are kept.
 */
export function refuseWords(
  column: WordColumn,
  counts: Float64Array,
  frequent: readonly string[],
  { minFrequency }: ColumnPlan,
): void {
  const { name, words } = column;
  const what = `prepare: column ${describe(name)}`;
  const seen = words.filter((_, code) => counts[code] > 0);
  const drop = `columns: { ${describe(name)}: 'drop' }`;
  const dates = seen.filter((word) => word.length <= LONGEST_DATE && DATE.test(word)).length;
  if (seen.length > 0 && dates >= DATES * seen.length) {
    const remedy = `Leave it out, ${drop}; or give what matters of it as columns of their own before, as the year, the month, the weekday, or the days since another date.`;
    throw new ArgumentError(
      wording(what, 'numbers, yes and no, or words that come again', `dates, as ${describe(seen[0])}`, remedy),
    );
  }
  const rows = column.codes.length - column.missing;
  if (minFrequency > 1 || seen.length < FEWEST || 2 * frequent.length <= rows) return;
  const number = otherNotation(seen[0]);
  const remedy =
    number === undefined
      ? `Leave it out, ${drop}; or give what matters of it as columns of their own before, as a title, a length, or whether it has a certain word. Rare words are joined by minFrequency: 5, unseen: 'column'.`
      : `${number} Or leave the column out: ${drop}.`;
  const got = `${seen.length} different words in ${rows} rows, as ${describe(seen[0])}`;
  throw new ArgumentError(wording(what, 'words that come again', got, remedy));
}
