// What looks odd in the columns of a table, and may be meant.
import { describe } from '../../support/wording.js';
import type { PreparedColumn, PreparedTarget } from './Preparation.js';
import { isConstant, presentIn } from './statistics.js';
import type { NumberColumn, TableColumn } from './TableColumn.js';

/** Fewer rows say little. */
const FEWEST = 20;

/** More of a column is missing than there. */
const MISSING = 0.5;

/** More inputs of one column than most tables have in all. */
const MANY = 100;

/** The warnings for a column of inputs. */
export function columnWarnings(column: TableColumn, prepared: PreparedColumn): string[] {
  const name = `column ${describe(column.name)}`;
  const rows = column.kind === 'number' ? column.numbers.length : column.codes.length;
  const warnings: string[] = [];
  const share = column.missing / rows;
  if (share > MISSING) warnings.push(`${name} is missing in ${Math.round(100 * share)} % of the rows.`);
  const only = onlyValue(column);
  if (only !== undefined) warnings.push(`${name} is ${only} in every row: it tells the network nothing.`);
  else if (column.kind === 'number' && countsRows(column)) {
    warnings.push(`${name} seems to number the rows: leave it out with columns: { ${describe(column.name)}: 'drop' }.`);
  }
  if (prepared.kind !== 'word') return warnings;
  const { categories, unseen } = prepared;
  if (categories.length > MANY) {
    warnings.push(`${name} becomes ${categories.length} inputs, one for each word; minFrequency joins rare ones.`);
  }
  if (unseen === 'column' && column.kind === 'word' && !hasOthers(column, categories)) {
    warnings.push(
      `${name} has no other word in the training rows: what the network makes of one is not learnt. A minFrequency above 1 makes rare words others.`,
    );
  }
  return warnings;
}

/** The warnings for a target. */
export function targetWarnings(column: TableColumn, prepared: PreparedTarget): string[] {
  const name = `target ${describe(column.name)}`;
  const only = onlyValue(column);
  if (only !== undefined) return [`${name} is ${only} in every row: there is nothing to learn.`];
  if (column.kind === 'number' && column.numbers.every((number) => number === 0 || number === 1)) {
    return [
      `${name} is 0 or 1 in every row, and learnt as a number. For classes say so when the table is made: kinds: { ${describe(column.name)}: 'yes/no' }.`,
    ];
  }
  const rows = column.kind === 'number' ? 0 : column.codes.length;
  if (prepared.kind === 'word' && rows >= FEWEST && 2 * prepared.categories.length > rows) {
    return [`${name} has ${prepared.categories.length} classes in ${rows} rows. Is it the right column?`];
  }
  return [];
}

/** The one value of a column that never changes, in words; missing cells are another. */
function onlyValue(column: TableColumn): string | undefined {
  if (column.missing > 0) return undefined;
  if (column.kind === 'number') return isConstant(column.numbers) ? String(column.numbers[0]) : undefined;
  const [first] = column.codes;
  return column.codes.every((code) => code === first) ? describe(column.words[first]) : undefined;
}

/** Whether numbers are whole, all different, and hardly more than there are rows: a part of 1, 2, 3, ... in any order. */
function countsRows(column: NumberColumn): boolean {
  const { numbers, missing } = column;
  const { length } = numbers;
  if (length < FEWEST || missing > 0 || !numbers.every(Number.isInteger)) return false;
  const sorted = presentIn(column).sort();
  if (sorted[length - 1] - sorted[0] + 1 > 2 * length) return false;
  return sorted.every((number, index) => number !== sorted[index - 1]);
}

function hasOthers(
  { codes, words }: Extract<TableColumn, { readonly kind: 'word' | 'yes/no' }>,
  categories: readonly string[],
) {
  const known = new Set(categories);
  return codes.some((code) => code >= 0 && !known.has(words[code]));
}
