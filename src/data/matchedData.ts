// Data as a network numbers it: its classes by name, its columns in the order that was learned. Names of columns are compared.
import { ArgumentError } from '../support/errors.js';
import { closest, describe, listed, wording } from '../support/wording.js';
import { checkDataset, isPlain } from './checkDataset.js';
import type { Dataset } from './Dataset.js';
import { checkNotNames, checkNotNumbers } from './doubtfulLabels.js';

/** The names of a network, of a classifier, or of the data that a network is trained on. */
export interface Names {
  /** In the order of the outputs. */
  readonly classNames?: readonly string[] | undefined;
  /** In the order of the inputs. */
  readonly columnNames?: readonly string[] | undefined;
}

/** A network, as far as data is matched to it. */
interface NamedNetwork extends Names {
  /** [inputs, ..., outputs] */
  readonly sizes: readonly number[];
}

/**
 * The data, with its classes numbered by `names`. A side without names goes by number.
 *
 * @param what - What is matched, as 'data', for errors.
 * @param names - Those of the network if left out.
 * @param owner - What has the names, for errors.
 * @returns `data` itself if the names agree.
 * @throws {@link ArgumentError} for a class that `names` lacks, for names that may be numbers of outputs where `names` has none, and for
 * other columns or columns in another order.
 */
export function matchedData(
  what: string,
  data: Dataset,
  network: NamedNetwork,
  names: Names = network,
  owner: 'network' | 'classifier' = 'network',
): Dataset {
  checkDataset(what, data);
  checkSameColumns(what, data.columnNames, names.columnNames);
  if (names.classNames === undefined && data.classNames !== undefined) {
    const outputs = network.sizes[network.sizes.length - 1];
    checkNotNumbers(`${what}.classNames`, data.classNames, outputs === 1 ? 2 : outputs);
  }
  return matchClasses(what, data, names.classNames, owner);
}

/** The names of a network once it is trained on data: its own, or else those of the data. */
export function namesAfter(network: Names, data: Names): Names {
  return {
    classNames: network.classNames ?? data.classNames,
    columnNames: network.columnNames ?? data.columnNames,
  };
}

/** An error repeats so many names whole, so that they can be copied from it. */
const MOST_COPIED = 12;

/**
 * Throws if both sides have names and these are not the same in the same order. A side without names goes by place.
 *
 * Columns in another order are refused and not reordered: reordering copies all inputs, and a reader of the code would not see it.
 *
 * @param what - The owner of the names that were given, as 'data'.
 * @param given - The names of the data at hand.
 * @param expected - The names of the network, the scaling or the other data set.
 * @throws {@link ArgumentError} with the places that differ and what to do.
 */
export function checkSameColumns(
  what: string,
  given: readonly string[] | undefined,
  expected: readonly string[] | undefined,
): void {
  if (given === undefined || expected === undefined || given === expected) return;
  const [ours, theirs] = [new Set(given), new Set(expected)];
  const missing = expected.filter((name) => !ours.has(name));
  const unknown = given.filter((name) => !theirs.has(name));
  if (missing.length > 0 || unknown.length > 0) {
    const lacks = missing.length > 0 && `no ${listed(missing.map(describe))}`;
    const has = unknown.length > 0 && `${listed(unknown.map(describe))}, which ${unknown.length > 1 ? 'are' : 'is'} unknown`;
    const got = [lacks, has].filter(Boolean).join(', and ');
    const expectation = `the columns that were learned, ${listed(expected.map(describe))}`;
    throw new ArgumentError(wording(`${what}.columnNames`, expectation, got, remedyFor(expected)));
  }
  const places = given.flatMap((name, column) =>
    name === expected[column] ? [] : [`${describe(name)} at ${column} in place of ${describe(expected[column])}`],
  );
  if (places.length === 0) return;
  const expectation = 'the columns in the order that was learned';
  throw new ArgumentError(wording(`${what}.columnNames`, expectation, listed(places), remedyFor(expected)));
}

function remedyFor(expected: readonly string[]): string {
  const names = expected.length > MOST_COPIED ? 'the names in their order' : `[${expected.map(quoted).join(', ')}]`;
  return `Read the columns in that order: parseCsv(text, { inputs: ${names} }).`;
}

/** As it would stand in code. */
function quoted(name: string): string {
  return `'${name.replace(/[\\']/g, '\\$&').replace(/\n/g, '\\n')}'`;
}

/**
 * The data with its classes numbered by `classNames`, so that each example keeps its class by name.
 *
 * Labels are renumbered; rows of targets with a number for each class get their columns moved, and 0 for classes that the data
 * lacks; a single target that tells two classes apart is turned into 1 - target where their order is the other one.
 *
 * @param what - The name of the data in errors, as 'validationData'.
 * @param data - Unchanged. The result shares its inputs, so that what was prepared from them is still used; of data with a custom
 * reader it has what that reads.
 * @param classNames - The names in the order of the network's outputs; undefined if it has none.
 * @param owner - The owner of the names, for errors.
 * @returns `data` itself if either side has no names, or both have the same in the same order.
 * @throws {@link ArgumentError} if the data names a class that `classNames` lacks, whether or not an example is of it; or if it has no
 * names, and its labels are all names of classes with other numbers: 1 and 2, where class 0 is called '1' and class 1 is '2'.
 */
export function matchClasses(
  what: string,
  data: Dataset,
  classNames: readonly string[] | undefined,
  owner: 'network' | 'classifier' = 'network',
): Dataset {
  const { labels, targets, targetWidth, classNames: given } = data;
  if (classNames === undefined || given === classNames) return data;
  if (given === undefined) {
    if (labels !== undefined) checkNotNames(`${what}: labels`, [...new Set(labels)], classNames);
    return data;
  }
  const numbers = new Map(classNames.map((name, number) => [name, number]));
  const order = Int32Array.from(given, (name) => numbers.get(name) ?? -1);
  const unknown = given.filter((_, label) => order[label] < 0);
  if (unknown.length > 0) throw new ArgumentError(refusal(what, unknown, classNames, owner));
  const classes = classNames.length;
  if (given.length === classes && order.every((number, label) => number === label)) return data;
  // A single target tells two classes apart. Of more classes it tells nothing: the check of widths refuses it.
  const single = targets !== undefined && targetWidth === 1 && given.length === 2;
  if (targets !== undefined && (single ? classes !== 2 : targetWidth !== given.length)) return data;
  // A custom reader would go on reading the old numbers.
  const read = isPlain(data) ? data : data.slice(0);
  if (read !== data && isPlain(read)) return matchClasses(what, read, classNames, owner);
  // The class that makes its pieces: so programs without data sets do not carry their code.
  const Pieces = data.slice(0, 0).constructor as typeof Dataset;
  return new Pieces({
    ...data,
    labels: labels?.map((label) => order[label]),
    targets: targets && (single ? targets.map((target) => 1 - target) : movedColumns(targets, order, classes)),
    targetWidth: single ? 1 : classes,
    classes,
    classNames,
  });
}

/** Rows of shares [count, order.length] as rows [count, classes]: column i goes to column order[i], the others are 0. */
function movedColumns(targets: Float32Array, order: Int32Array, classes: number): Float32Array {
  const width = order.length;
  const moved = new Float32Array((targets.length / width) * classes);
  for (let from = 0, to = 0; from < targets.length; from += width, to += classes) {
    for (let column = 0; column < width; column++) moved[to + order[column]] = targets[from + column];
  }
  return moved;
}

function refusal(what: string, unknown: readonly string[], classNames: readonly string[], owner: string): string {
  const expected = `names that the ${owner} has, ${listed(classNames.map(describe))}`;
  const meant = unknown.length === 1 ? closest(unknown[0], classNames) : undefined;
  const slip = meant === undefined ? '' : `Did you mean ${describe(meant)}? `;
  const remedy =
    owner === 'classifier'
      ? 'Make the data with classes: classifier.classNames; new classes need a new network with an output for each.'
      : 'Make the data with classes: training.classNames, the names of the data it was trained on; new classes need a new network with an output for each.';
  return wording(`${what}.classNames`, expected, `also ${listed(unknown.map(describe))}`, slip + remedy);
}
