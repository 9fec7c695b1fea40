// A table: columns with names and kinds.
import { Random } from '../../random/Random.js';
import { functionValue, seedNumber, wholeNumber } from '../../support/checks.js';
import { ArgumentError } from '../../support/errors.js';
import { isList } from '../../support/views.js';
import { closest, describe, listed, wording } from '../../support/wording.js';
import { checkPlaces } from '../pieces.js';
import type { Row } from './cells.js';
import { printTable } from './printTable.js';
import { splitTable, type TableSplitOptions } from './splitTable.js';
import { cellAt, selectColumn, sliceColumn, type TableColumn } from './TableColumn.js';

const REMEDY = 'Make one with table(text) or table(rows) from glassbox-nn/data.';

/**
 * A table, as `table` and `readTable` make it: rows of cells, in columns that have names and kinds. Parts of it are tables again; their
 * columns keep their kinds and the words of the whole.
 *
 * @example
 * ```ts
 * import { table } from 'glassbox-nn/data';
 *
 * const fruit = table([{ kind: 'apple', weight: 180 }, { kind: 'plum', weight: 40 }, { kind: 'apple', weight: null }]);
 * fruit.count; // => 3
 * fruit.column('weight').missing; // => 1
 * fruit.row(2); // => { kind: 'apple', weight: null }
 * const [training, test] = fruit.split(2, { seed: 1 });
 * [training.count, test.count]; // => [ 2, 1 ]
 * ```
 */
export class Table implements Iterable<Row> {
  /** The number of rows. */
  readonly count: number;
  /** The columns, in the order of the header or of the fields. */
  readonly columns: readonly TableColumn[];

  /** @param columns - Of `count` cells each, taken as they are, unchecked and uncopied; `table` checks and copies. */
  constructor(count: number, columns: readonly TableColumn[]) {
    if (!isList(columns)) throw new ArgumentError(wording('Table', 'a list of columns', describe(columns), REMEDY));
    this.count = count;
    this.columns = Object.freeze([...columns]);
    Object.freeze(this);
  }

  /**
   * A column by its name.
   *
   * @throws {@link ArgumentError} if there is none.
   */
  column(name: string): TableColumn {
    const found = this.columns.find((column) => column.name === name);
    if (found !== undefined) return found;
    const names = this.columns.map((column) => column.name);
    const meant = typeof name === 'string' ? closest(name, names) : undefined;
    const remedy = meant === undefined ? '' : `Did you mean ${describe(meant)}?`;
    throw new ArgumentError(wording('table.column', `one of ${listed(names.map(describe))}`, describe(name), remedy));
  }

  /**
   * A row as an object: its cells by the names of the columns, null where one is missing.
   *
   * @param index - From 0 to count - 1.
   * @throws {@link OutOfRangeError} if there is no such row.
   */
  row(index: number): Row {
    wholeNumber('table.row: index', index, 0, this.count - 1, `There are ${this.count} rows.`);
    // Unlike an assignment, it makes a field of __proto__.
    return Object.fromEntries(this.columns.map((column) => [column.name, cellAt(column, index)]));
  }

  /** Goes through the rows in order, each as {@link Table.row} gives it. */
  *[Symbol.iterator](): Generator<Row, void, undefined> {
    for (let index = 0; index < this.count; index++) yield this.row(index);
  }

  /**
   * The first rows, or all if there are fewer. The new table shares its arrays with this one.
   *
   * @param count - A whole number from 0.
   * @throws {@link OutOfRangeError} for any other number.
   */
  take(count: number): Table {
    return this.slice(0, wholeNumber('table.take: count', count, 0));
  }

  /**
   * The rows from `start` up to, and not including, `end`, as far as there are any. The new table shares its arrays with this one.
   *
   * @param start - A whole number from 0.
   * @param end - A whole number from 0; the count if left out.
   * @throws {@link OutOfRangeError} for any other number.
   */
  slice(start: number, end: number = this.count): Table {
    const first = Math.min(wholeNumber('table.slice: start', start, 0), this.count);
    const past = Math.max(first, Math.min(wholeNumber('table.slice: end', end, 0), this.count));
    return tableOf(
      past - first,
      this.columns.map((column) => sliceColumn(column, first, past)),
    );
  }

  /**
   * The rows at these places, in this order, copied. A place may come more than once.
   *
   * @param indices - Whole numbers from 0 to count - 1.
   * @throws {@link OutOfRangeError} for an index out of range.
   */
  select(indices: ArrayLike<number>): Table {
    const places = checkPlaces(indices, this.count, 'table.select: indices', 'rows');
    return tableOf(
      places.length,
      this.columns.map((column) => selectColumn(column, places)),
    );
  }

  /**
   * The rows for which a function returns true, copied.
   *
   * @param isChosen - Called with each row and its index.
   * @throws {@link ArgumentError} for anything but a function.
   *
   * @example
   * ```ts
   * import { table } from 'glassbox-nn/data';
   *
   * const houses = table('area,price\n120,400000\n85,\n');
   * houses.filter(({ price }) => price !== null).count; // => 1
   * ```
   */
  filter(isChosen: (row: Row, index: number) => boolean): Table {
    functionValue('table.filter', isChosen, 'a function of a row');
    const places: number[] = [];
    for (let index = 0; index < this.count; index++) if (isChosen(this.row(index), index)) places.push(index);
    return this.select(places);
  }

  /**
   * The rows in random order, copied, in the order in which `dataset.shuffle` puts as many examples.
   *
   * @param seed - A whole number from 0 to 2^53 - 1; 0 if left out.
   * @throws {@link OutOfRangeError} for any other number.
   */
  shuffle(seed = 0): Table {
    const places = Uint32Array.from({ length: this.count }, (_, place) => place);
    return this.select(Random.stream(seedNumber('table.shuffle: seed', seed), 'dataset').shuffle(places));
  }

  /**
   * Two tables: the first rows, and the rest. Split before `prepare`, so that nothing of the test reaches the training.
   *
   * @param share - How much goes into the first: a fraction between 0 and 1 (rounded to the nearest whole row, but never leaving a part
   * empty), or from 1 on a number of rows.
   * @param options - `seed`: shuffles first; without it the order stays. `stratified`: the name of a column, as that of the target, of
   * whose words or numbers both parts get the same share; as `stratifiedSplit` does it, by seed 0 if `seed` is left out.
   * @throws {@link OutOfRangeError} for a share that is neither, for more rows than there are, or for a fraction of fewer than two;
   * {@link ArgumentError} if there is no such column.
   *
   * @example
   * ```ts
   * import { table } from 'glassbox-nn/data';
   *
   * const rare = table('size,ill\n1,no\n2,no\n3,no\n4,no\n5,no\n6,no\n7,yes\n8,yes\n');
   * const [, test] = rare.split(0.5, { stratified: 'ill' });
   * Array.from(test, ({ ill }) => ill).sort(); // => [ false, false, false, true ]
   * ```
   */
  split(share: number, options?: TableSplitOptions): [Table, Table];
  /**
   * As many tables as shares, one after another: to train on, to validate with, and to test with.
   *
   * @param shares - Fractions that add up to 1 (rounded to whole rows, but never leaving a part empty), or numbers of rows that add up to all.
   * @param options - As for two.
   * @throws {@link OutOfRangeError} for other shares, or for fewer rows than parts; {@link ArgumentError} if there is no such column.
   */
  split<const Shares extends readonly number[]>(
    shares: Shares,
    options?: TableSplitOptions,
  ): { -readonly [Share in keyof Shares]: Table };
  split(shares: number | readonly number[], options?: TableSplitOptions): Table[] {
    return splitTable(this, shares, options);
  }

  /** The rows, as JSON.stringify writes them. */
  toJSON(): readonly Row[] {
    return [...this];
  }

  /** The first rows under the names and kinds of the columns, as text. */
  toString(): string {
    return printTable(this);
  }
}

/** Outside of the class: one that names itself goes by another name once it is bundled, and `console.log` would show that. */
function tableOf(count: number, columns: readonly TableColumn[]): Table {
  return new Table(count, columns);
}
