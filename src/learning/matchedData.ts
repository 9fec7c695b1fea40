// Data as a network numbers it: its classes by name, its columns in the order that was learned.
import { checkDataset } from '../data/checkDataset.js';
import { checkSameColumns } from '../data/columnNames.js';
import type { Dataset } from '../data/Dataset.js';
import { checkNotNumbers, matchClasses } from '../data/matchClasses.js';

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
