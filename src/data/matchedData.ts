// Data as a network numbers it: its classes by name, its columns in the order that was learned. Names of columns are compared.
import { ArgumentError } from '../support/errors.js';
import { describe, listed, wording } from '../support/wording.js';
import { checkDataset } from './checkDataset.js';
import type { Dataset } from './Dataset.js';
import { checkNotNumbers, matchClasses } from './matchClasses.js';

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
