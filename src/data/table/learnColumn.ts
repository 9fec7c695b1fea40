// Learns from the rows of a table what becomes of a column.
import { ArgumentError, NumericError } from '../../support/errors.js';
import { describe, listed, wording } from '../../support/wording.js';
import { missingCell } from './encode.js';
import type { PreparedNumber, PreparedWord, PreparedYesNo, ScaledNumber } from './Preparation.js';
import type { ColumnPlan } from './prepareOptions.js';
import { refuseWords } from './refuseWords.js';
import { deviation, mean, median, mostFrequent, presentIn } from './statistics.js';
import type { NumberColumn, TableColumn, WordColumn } from './TableColumn.js';

/** The place of a column in errors. */
export function placeOf({ name }: Pick<TableColumn, 'name'>): string {
  return `prepare: column ${describe(name)}`;
}

/** What becomes of a column of inputs. Missing cells are filled first, and then it is scaled. */
export function learnColumn(column: TableColumn, plan: ColumnPlan): PreparedNumber | PreparedWord | PreparedYesNo {
  const { length } = column.kind === 'number' ? column.numbers : column.codes;
  if (column.missing === length) {
    const remedy = `Leave it out: columns: { ${describe(column.name)}: 'drop' }.`;
    throw new ArgumentError(wording(placeOf(column), 'a cell that is there', 'missing ones alone', remedy));
  }
  if (plan.missing === 'refuse' && column.missing > 0) refuseMissing(column);
  if (column.kind !== 'number') return learnWords(column, plan);
  const { name, numbers } = column;
  if (plan.categories !== undefined) throw noWords(column);
  const present = presentIn(column);
  const { missing } = plan;
  const fill =
    missing === 'refuse'
      ? undefined
      : missing === 'mean'
        ? mean(present)
        : missing === 'median'
          ? median(present)
          : mostFrequent(present);
  const filled = fill === undefined ? numbers : numbers.map((number) => (Number.isNaN(number) ? fill : number));
  const indicator = hasIndicator(column, plan);
  return { name, kind: 'number', missing, fill, indicator, ...learnScale(column, filled, plan) };
}

/** The offset and divisor of numbers none of which is missing. */
export function learnScale(column: Pick<TableColumn, 'name'>, numbers: Float64Array, { scale }: ColumnPlan): ScaledNumber {
  if (scale === 'none') return { scale, offset: 0, divisor: 1 };
  const offset = scale === 'minMax' ? numbers.reduce((least, number) => Math.min(least, number)) : mean(numbers);
  const divisor =
    scale === 'minMax' ? numbers.reduce((largest, number) => Math.max(largest, number)) - offset : deviation(numbers, offset);
  if (Number.isFinite(offset) && Number.isFinite(divisor)) return { scale, offset, divisor };
  const remedy = 'Give it in a larger unit.';
  throw new NumericError(wording(placeOf(column), 'numbers whose squares and sums are finite', 'larger ones', remedy));
}

/** Throws for the first missing cell of a column. */
export function refuseMissing(column: TableColumn, remedy?: string): void {
  const row = column.kind === 'number' ? column.numbers.findIndex(Number.isNaN) : column.codes.indexOf(-1);
  if (row >= 0) throw missingCell(`prepare: table.row(${row}), column ${describe(column.name)}`, remedy);
}

function learnWords(column: WordColumn, plan: ColumnPlan): PreparedWord | PreparedYesNo {
  const { name } = column;
  const { ownMissing } = plan;
  if (ownMissing === 'median' || ownMissing === 'mean') {
    const what = `prepare: columns[${describe(name)}].missing`;
    throw new ArgumentError(wording(what, "'mostFrequent' or 'refuse', for words", describe(ownMissing)));
  }
  const counts = countsOf(column);
  const indicator = hasIndicator(column, plan);
  const missing = plan.missing === 'refuse' ? 'refuse' : 'mostFrequent';
  if (column.kind === 'yes/no') {
    if (plan.categories !== undefined) throw noWords(column);
    const fill = missing === 'refuse' ? undefined : counts[1] > counts[0];
    return { name, kind: 'yes/no', missing, fill, indicator };
  }
  const frequent = column.words.filter((_, code) => counts[code] >= plan.minFrequency);
  if (plan.categories === undefined) refuseWords(column, counts, frequent, plan);
  const categories = plan.categories ?? frequent;
  checkUnseen(column, counts, categories, plan);
  const countOf = new Map(column.words.map((word, code) => [word, counts[code]]));
  const fill =
    missing === 'refuse'
      ? undefined
      : categories.reduce((best, word) => ((countOf.get(word) ?? 0) > (countOf.get(best) ?? 0) ? word : best));
  return { name, kind: 'word', missing, fill, indicator, categories: Object.freeze([...categories]), unseen: plan.unseen };
}

/** How many cells have each word: [words]. */
export function countsOf({ codes, words }: WordColumn): Float64Array {
  const counts = new Float64Array(words.length);
  for (const code of codes) if (code >= 0) counts[code] += 1;
  return counts;
}

/** Throws where a word of the training rows itself would be refused, or where there is none. */
function checkUnseen(column: WordColumn, counts: Float64Array, categories: readonly string[], plan: ColumnPlan): void {
  const known = new Set(categories);
  const others = column.words.filter((word, code) => counts[code] > 0 && !known.has(word));
  if (categories.length === 0) {
    const expected = `a word in ${plan.minFrequency} rows or more, as minFrequency says`;
    throw new ArgumentError(wording(placeOf(column), expected, 'none', 'Leave the column out, or ask for less.'));
  }
  if (others.length === 0 || plan.unseen !== 'refuse') return;
  const expected = plan.categories === undefined ? `words in ${plan.minFrequency} rows or more` : 'the words in categories';
  const remedy = "Say unseen: 'column', which joins all others in a column of their own.";
  throw new ArgumentError(wording(placeOf(column), expected, `also ${listed(others.map(describe))}`, remedy));
}

function hasIndicator({ missing }: TableColumn, { missingIndicator }: ColumnPlan): boolean {
  return missingIndicator === 'where missing' ? missing > 0 : missingIndicator;
}

function noWords({ name, kind }: NumberColumn | WordColumn): ArgumentError {
  const remedy = `For words say so when the table is made: kinds: { ${describe(name)}: 'word' }.`;
  return new ArgumentError(
    wording(`prepare: columns[${describe(name)}].categories`, 'a column of words', `one of ${kind}`, remedy),
  );
}
