// The folds of k-fold cross-validation.
import { Random } from '../random/Random.js';
import { functionValue, seedNumber, wholeNumber } from '../support/checks.js';
import { ArgumentError, ShapeError } from '../support/errors.js';
import { lengthIn } from '../support/numbers.js';
import { readOptions } from '../support/options.js';
import { warn } from '../support/platform.js';
import { readable } from '../support/views.js';
import { describe, wording } from '../support/wording.js';
import { isTable } from './table/applyTable.js';
import type { Table } from './table/Table.js';
import { cellAt } from './table/TableColumn.js';

/** What folds are made of: a data set, a table, or anything of `count` examples of which some can be selected. */
export interface Foldable<Part> {
  /** The number of examples. */
  readonly count: number;
  /** The class of each example, where there are classes: [count]. */
  readonly labels?: ArrayLike<number> | undefined;
  /** The examples at these places, in this order. */
  select(indices: ArrayLike<number>): Part;
}

/** Options of {@link folds} and {@link foldIndices}. */
export interface FoldsOptions {
  /** The seed of the folds, a whole number from 0 to 2^53 - 1; 0 if left out. */
  readonly seed?: number | undefined;
  /**
   * Whether every class has its share in each fold; true if left out where there are labels, as scikit-learn's `cross_val_score` has it.
   * For a table, the name of a column, as that of the target; or a list of what each example is: [count], words or numbers.
   */
  readonly stratified?: boolean | string | ArrayLike<string | number> | undefined;
  /** Called with a sentence about a class that has fewer examples than there are folds; `console.warn` if left out. */
  readonly onWarning?: ((message: string) => void) | undefined;
}

/**
 * The folds of k-fold cross-validation: each of k parts is validation data in turn, and the others together are training data. A pair is
 * made when it is asked for, so that only one is in memory at a time.
 *
 * What is learnt from data, as a scaling or a preparation of columns, belongs into the loop: learnt from the training part of each fold
 * alone. Each example is in one validation part. Their sizes, and their shares of each class, differ by one at the most. The parts are in
 * random order, drawn from a stream of their own by the seed: the same on every machine, and the first examples tell nothing of the rest.
 *
 * Source: M. Stone, "Cross-validatory choice and assessment of statistical predictions" (1974).
 *
 * @param data - A data set or a table; it is not changed.
 * @param k - How many folds, often 5 or 10: from 2 to the number of examples, which leaves one out each time.
 * @param options - `seed`, `stratified`.
 * @returns Pairs of training data and validation data, copied.
 * @throws {@link OutOfRangeError} for another k, {@link ArgumentError} or {@link ShapeError} for what does not fit, before the first pair.
 *
 * @example
 * ```ts
 * import { evaluate, Network, train } from 'glassbox-nn';
 * import { circles, folds } from 'glassbox-nn/data';
 *
 * const accuracies = Array.from(folds(circles(), 5, { seed: 1 }), ([training, validation]) => {
 *   const network = new Network([2, 8, 1]);
 *   train(network, training, { epochs: 2 });
 *   return evaluate(network, validation).accuracy!;
 * });
 * accuracies.length; // => 5
 * ```
 */
export function folds<Part>(
  data: Foldable<Part>,
  k: number,
  options?: FoldsOptions,
): Generator<[training: Part, validation: Part], void, undefined> {
  const indices = indicesOf('folds', data, k, options);
  if (typeof data.select !== 'function') throw refusal('folds', data);
  return run();

  function* run(): Generator<[Part, Part], void, undefined> {
    for (const [training, validation] of indices) yield [data.select(training), data.select(validation)];
  }
}

/**
 * The places of the examples in the folds of {@link folds}: for other kinds of data, or to take the same folds of several.
 *
 * @param data - Anything of `count` examples, perhaps with labels.
 * @param k - As for `folds`.
 * @param options - As for `folds`.
 * @returns For each fold, the places of its training data and those of its validation data.
 * @throws As `folds`.
 *
 * @example
 * ```ts
 * import { foldIndices } from 'glassbox-nn/data';
 *
 * const [[training, validation]] = foldIndices({ count: 6 }, 3);
 * training.length; // => 4
 * validation.length; // => 2
 * ```
 */
export function foldIndices(
  data: Pick<Foldable<unknown>, 'count' | 'labels'>,
  k: number,
  options?: FoldsOptions,
): [training: Uint32Array, validation: Uint32Array][] {
  return indicesOf('foldIndices', data, k, options);
}

function indicesOf(
  what: string,
  data: Pick<Foldable<unknown>, 'count' | 'labels'>,
  k: number,
  options: FoldsOptions | undefined,
): [Uint32Array, Uint32Array][] {
  const { count, labels } = readable<Foldable<unknown>>(data);
  if (typeof count !== 'number') throw refusal(what, data);
  wholeNumber(`${what}: data.count`, count, 2, 2 ** 32 - 1, 'Each fold needs an example.');
  const given = readOptions(`${what}: options`, options, ['seed', 'stratified', 'onWarning']);
  const { seed = 0, stratified = labels !== undefined, onWarning = warn } = given;
  seedNumber(`${what}: seed`, seed);
  wholeNumber(`${what}: k`, k, 2, count, `There are ${count} examples, and each fold needs one.`);
  functionValue(`${what}: onWarning`, onWarning);
  const classes = classesOf(what, stratified, data);
  const order = Random.stream(seed, 'folds').shuffle(Uint32Array.from({ length: count }, (_, place) => place));
  // Dealt out like cards, class after class: so every fold gets its share of each, and none gets two more than another.
  const dealt = classes === undefined ? order : byClass(order, classes, k, onWarning);
  const foldOf = new Uint32Array(count);
  dealt.forEach((place, turn) => {
    foldOf[place] = turn % k;
  });
  return Array.from({ length: k }, (_, fold) => [
    order.filter((place) => foldOf[place] !== fold),
    order.filter((place) => foldOf[place] === fold),
  ]);
}

function refusal(what: string, data: unknown): ArgumentError {
  return new ArgumentError(wording(`${what}: data`, 'a Dataset or a table', describe(data)));
}

/** What each example is; undefined where the folds do not go by it. */
function classesOf(
  what: string,
  stratified: boolean | string | ArrayLike<string | number>,
  data: Pick<Foldable<unknown>, 'count' | 'labels'>,
): ArrayLike<string | number> | undefined {
  if (stratified === false) return undefined;
  const { count, labels } = data;
  const table: unknown = data;
  if (isTable(table) && typeof stratified === 'string') return cellsOf(table, stratified);
  const expected = 'true or false, or a list of what each example is';
  const list = stratified === true ? labels : stratified;
  if (list === undefined) {
    const [place, remedy] = isTable(table)
      ? ['the name of a column, or a list', "As stratified: 'kind', where the column kind has the classes."]
      : ['data with labels, or a list', 'Numbers to answer are no classes.'];
    throw new ArgumentError(wording(`${what}: stratified`, place, 'true, for data without labels', remedy));
  }
  const length = lengthIn(list);
  if (length === undefined) throw new ArgumentError(wording(`${what}: stratified`, expected, describe(list)));
  if (length !== count) throw new ShapeError(wording(`${what}: stratified`, `${count}, one for each example`, `${length}`));
  return list;
}

/** What each row has in a column: [rows]. Missing cells are equal. */
function cellsOf(table: Table, name: string): (string | number)[] {
  const column = table.column(name);
  return Array.from({ length: table.count }, (_, row) => {
    const cell = cellAt(column, row) ?? 'missing';
    return typeof cell === 'number' ? cell : String(cell);
  });
}

/** The places class after class, each in the order that was drawn. */
function byClass(
  order: Uint32Array,
  classes: ArrayLike<string | number>,
  k: number,
  onWarning: (message: string) => void,
): Uint32Array {
  const members = new Map<string | number, number[]>();
  for (let place = 0; place < classes.length; place++) members.set(classes[place], []);
  for (const place of order) members.get(classes[place])?.push(place);
  for (const [name, { length }] of members) {
    if (length >= k) continue;
    const examples = length === 1 ? 'one example' : `${length} examples`;
    onWarning(`folds: class ${describe(name)} has ${examples} for ${k} folds: some have none to validate with.`);
  }
  return Uint32Array.from([...members.values()].flat());
}
