// Reads a data set from a CSV text whose numbers have room in memory once, and not twice.
import { functionValue } from '../../support/checks.js';
import { ArgumentError, StateError } from '../../support/errors.js';
import { readable } from '../../support/views.js';
import { describe, wording } from '../../support/wording.js';
import { Dataset } from '../Dataset.js';
import type { ColumnKind } from './cells.js';
import type { Preparation } from './Preparation.js';
import { type ReadTablesOptions, readTables } from './readTable.js';

const WHAT = 'readDataset';

/**
 * Reads a data set from a CSV text, and takes little memory beside its numbers. The text is read twice: once to count its rows, and once
 * to fill arrays of just that size.
 *
 * Learn the preparation before, from a table of the first rows or of a sample, and have it take the words that these lack by
 * `unseen: 'zeros'`. Columns that it uses are read as the kinds it learnt, unless `kinds` says otherwise.
 *
 * @param open - Opens the text at its beginning each time it is called: lines or pieces, as for {@link readTable}.
 * @param preparation - What becomes of the columns.
 * @param options - As of {@link readTables}; `rows` are how many are held as cells at a time.
 * @returns A promise of the data set that `preparation.apply` makes of the whole table.
 * @throws As {@link readTables} and {@link Preparation.apply}, {@link ArgumentError} for what is no preparation or opens nothing, and
 * {@link StateError} if the second text has other rows than the first. The promise is rejected.
 *
 * @example
 * ```ts
 * import { prepare, readDataset, table } from 'glassbox-nn/data';
 *
 * async function* open() {
 *   yield 'area,price'; // or of a file: () => createReadStream('houses.csv', 'utf8')
 *   for (let area = 80; area < 180; area++) yield `${area},${area * 4000}`;
 * }
 * const preparation = prepare(table('area,price\n100,400000\n120,480000\n'), { target: 'price' });
 * const houses = await readDataset(open, preparation);
 * houses.count; // => 100
 * houses.inputs.slice(0, 3); // => Float32Array(3) [ -3, -2.9000000953674316, -2.799999952316284 ]
 * ```
 */
export async function readDataset(
  open: () => AsyncIterable<string>,
  preparation: Preparation,
  options?: ReadTablesOptions,
): Promise<Dataset> {
  functionValue(`${WHAT}: open`, open, "a function that opens the text, as () => createReadStream(path, 'utf8')");
  const { apply, width, columnNames } = checkPreparation(preparation);
  const given = { ...options, kinds: { ...kindsOf(preparation), ...options?.kinds } };
  let count = 0;
  for await (const part of readTables(open(), given)) count += part.count;

  const inputs = new Float32Array(count * width);
  let answers: Answers | undefined;
  let row = 0;
  for await (const part of readTables(open(), { ...given, onWarning: () => {} })) {
    if (row + part.count > count) throw changed(count, 'more');
    const piece = atRow(row, () => apply(part));
    answers ??= answersFor(piece, count);
    inputs.set(piece.inputs, row * width);
    answers.labels?.set(piece.labels ?? [], row);
    answers.targets?.set(piece.targets ?? [], row * piece.targetWidth);
    row += piece.count;
  }
  if (row < count || answers === undefined) throw changed(count, `${row}`);
  return new Dataset({ inputs, scale: 1, width, count, columnNames, ...answers });
}

type Answers = Pick<Dataset, 'labels' | 'targets' | 'targetWidth' | 'classes' | 'classNames' | 'targetNames'>;

/** The answers of a part, in arrays for all rows. */
function answersFor({ labels, targets, targetWidth, classes, classNames, targetNames }: Dataset, count: number): Answers {
  return {
    labels: labels && new Int32Array(count),
    targets: targets && new Float32Array(count * targetWidth),
    targetWidth,
    classes,
    classNames,
    targetNames,
  };
}

/** The kinds of the columns that a preparation uses. */
function kindsOf({ columns, targets }: Preparation): Record<string, ColumnKind> {
  const used = [...columns, ...targets].flatMap(({ name, kind }) => (kind === 'drop' ? [] : [[name, kind] as const]));
  return Object.fromEntries(used);
}

function checkPreparation(value: Preparation): Preparation {
  const { apply, columns, targets } = readable<Preparation>(value);
  if (typeof apply === 'function' && Array.isArray(columns) && Array.isArray(targets)) return value;
  const remedy = "Learn one from the first rows: prepare(table, { target: 'price' }).";
  throw new ArgumentError(wording(`${WHAT}: preparation`, 'a preparation', describe(value), remedy));
}

/** Has the errors of a part say where it begins, since they count rows from there. */
function atRow<T>(row: number, run: () => T): T {
  try {
    return run();
  } catch (error) {
    if (row > 0 && error instanceof Error) error.message = `${WHAT}: in the part from row ${row} on: ${error.message}`;
    throw error;
  }
}

function changed(count: number, got: string): StateError {
  const remedy = 'Open the same text each time, at its beginning.';
  return new StateError(wording(`${WHAT}: open`, `the ${count} rows of the first reading`, got, remedy));
}
