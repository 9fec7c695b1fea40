// Learns a preparation from a table.
import { ArgumentError } from '../../support/errors.js';
import { describe, wording } from '../../support/wording.js';
import { checkTable, columnFinder, unanswered } from './applyTable.js';
import { YES_NO } from './cells.js';
import { countsOf, learnColumn, learnScale, placeOf, refuseMissing } from './learnColumn.js';
import type { Preparation, PreparedColumn, PreparedTarget } from './Preparation.js';
import { preparationOf } from './preparationOf.js';
import { type ColumnPlan, type PrepareOptions, type PreparePlan, readPrepareOptions } from './prepareOptions.js';
import { columnWarnings, targetWarnings } from './prepareWarnings.js';
import type { Table } from './Table.js';
import type { TableColumn, WordColumn } from './TableColumn.js';

/**
 * Learns how the cells of a table become the inputs and answers of a network. Learn it from the training rows alone, and apply it to all
 * others: nothing of the test may reach the training. `classifier` and `regressor` take it, so that they read rows as they are.
 *
 * - Numbers are standardized, (x - mean) / deviation with the population's deviation; or brought from 0 to 1 by `'minMax'`.
 * - A column of words becomes an input for each word, in the order of the table's words: 1 for the cell's own, 0 for the others (one-hot).
 * - Yes and no become 1 and 0.
 * - Missing cells are filled before the column is scaled, as in scikit-learn's pipeline of SimpleImputer and StandardScaler: numbers by
 *   their median, words by the most frequent one. `missingIndicator` adds an input that says where.
 * - A target of words, or of yes and no, gives classes. Targets of numbers are standardized, and `inverse` gives their units back.
 *
 * Dates, and texts of which more than half differ, are refused: no network makes anything of them as they are.
 *
 * @param table - The training rows.
 * @param options - The target, and what becomes of the columns.
 * @returns A frozen value: it can be printed, and `toJson` of `glassbox-nn/formats` saves it with its classifier or regressor.
 * @throws {@link ArgumentError} for a column that is not there, for dates and free text, for a missing answer, a column whose cells are
 * all missing, and options that cannot be. Errors name the column.
 * @throws {@link LimitError} for more than 65,536 inputs.
 *
 * @example
 * ```ts
 * import { prepare, table } from 'glassbox-nn/data';
 *
 * const passengers = table('age,ship_class,survived\n20,third,no\n,first,yes\n40,third,no\n60,first,yes\n');
 * const preparation = prepare(passengers, { target: 'survived', scale: 'minMax' });
 * preparation.columnNames; // => [ 'age', 'ship_class=first', 'ship_class=third' ]
 * preparation.applyRow({ age: 30, ship_class: 'third' }); // => Float32Array(3) [ 0.25, 0, 1 ]
 * preparation.applyRow({ age: null, ship_class: 'first' }); // => Float32Array(3) [ 0.5, 1, 0 ]
 * preparation.apply(passengers).classNames; // => [ 'no', 'yes' ]
 *
 * const houses = table('area,price\n100,300000\n120,500000\n');
 * prepare(houses, { target: 'price' }).inverse([0.5]); // => { price: 450000 }
 * ```
 */
export function prepare<const Target extends string>(table: Table, options: PrepareOptions<Target>): Preparation<Target> {
  const rows = checkTable('prepare: table', table);
  if (rows.count === 0)
    throw new ArgumentError(wording('prepare: table', 'one row or more', 'none', 'Does a filter leave every row out?'));
  const plan = readPrepareOptions(rows, options);
  const columnOf = columnFinder(rows);
  const warnings: string[] = [];
  const targetNames = new Set(plan.targets);
  const targets = plan.targets.map((name) => {
    const column = columnOf(name);
    const target = learnTarget(column, plan.planOf(name), plan);
    warnings.push(...targetWarnings(column, target));
    return target;
  });
  const columns = rows.columns.flatMap((column): PreparedColumn[] => {
    const { name } = column;
    if (targetNames.has(name)) return [];
    if (plan.dropped.has(name)) return [{ name, kind: 'drop' }];
    const prepared = learnColumn(column, plan.planOf(name));
    warnings.push(...columnWarnings(column, prepared));
    return [prepared];
  });
  if (columns.every(({ kind }) => kind === 'drop')) {
    throw new ArgumentError(wording('prepare: table', 'a column of inputs beside the target', 'none'));
  }
  const preparation = preparationOf<Target>({ columns, targets }, warnings);
  for (const warning of warnings) plan.onWarning(`prepare: ${warning}`);
  return preparation;
}

function learnTarget(column: TableColumn, plan: ColumnPlan, { targets }: PreparePlan): PreparedTarget {
  const { name } = column;
  refuseMissing(column, unanswered(name));
  if (column.kind === 'number') return { name, kind: 'number', ...learnScale(column, column.numbers, plan) };
  if (targets.length > 1) {
    const remedy = 'Train a network for each column of classes.';
    throw new ArgumentError(
      wording(placeOf(column), 'numbers, since there are several targets', `a column of ${column.kind}`, remedy),
    );
  }
  return { name, kind: column.kind, categories: classesIn(column, plan) };
}

/** The classes: those that are given, or the words of the rows, in their order. */
function classesIn(column: WordColumn, { categories }: ColumnPlan): readonly string[] {
  if (column.kind === 'yes/no') return YES_NO;
  const counts = countsOf(column);
  const seen = column.words.filter((_, code) => counts[code] > 0);
  if (categories === undefined) return Object.freeze(seen);
  const known = new Set(categories);
  const unknown = seen.find((word) => !known.has(word));
  if (unknown === undefined) return Object.freeze([...categories]);
  throw new ArgumentError(wording(`${placeOf(column)}: categories`, 'all classes of the rows', `no ${describe(unknown)}`));
}
