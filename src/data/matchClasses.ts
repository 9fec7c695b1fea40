// Numbers the classes of data as the network does, by their names; and refuses names that may be numbers.
import { ArgumentError } from '../support/errors.js';
import { closest, describe, listed, wording } from '../support/wording.js';
import { isPlain } from './checkDataset.js';
import type { Dataset } from './Dataset.js';

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

/** A whole number as programs write it when they count: 7, but not 07, 7.0, +7 or 7e0. */
export const PLAIN_NUMBER = /^(?:0|[1-9]\d*)$/;

/**
 * Throws for numbers that are all among the names, each in another place than its own: [1, 2] with the names '1', '2', '3' may mean
 * the names '1' and '2', or those in the places 1 and 2.
 */
export function checkNotNames(labels: string, list: readonly unknown[], names: readonly string[]): void {
  const places = new Map(names.map((name, place) => [name, place]));
  const other = list.find((label) => typeof label !== 'number' || places.get(String(label)) !== label);
  if (other === undefined || !list.every((label) => typeof label === 'number' && places.has(String(label)))) return;
  const got = `${other}, and the name ${describe(String(other))} in place ${places.get(String(other))}`;
  const remedy =
    'If they are names, give them as text: labels.map(String), or parseCsv(text, { label, classes }). ' +
    'If they are indices: labels.map((label) => classes[label]).';
  throw new ArgumentError(wording(labels, 'numbers that are not names of classes as well', got, remedy));
}

/**
 * Throws for names that are numbers of a nameless network's outputs, and have other places: '2' and '10' are places 0 and 1, and a network
 * of 12 outputs that was trained on numbers answers 2 and 10. As many names as outputs are the names of all, in their order.
 *
 * @param outputs - The number of the network's classes.
 */
export function checkNotNumbers(what: string, names: readonly string[], outputs: number): void {
  const place = names.findIndex((name, index) => name !== String(index));
  const areOutputs = names.every((name) => PLAIN_NUMBER.test(name) && Number(name) < outputs);
  if (place < 0 || names.length >= outputs || !areOutputs) return;
  const expected = `names that are not numbers of outputs as well, for a network of ${outputs} outputs without names`;
  const got = `the name ${describe(names[place])} in place ${place}`;
  const remedy =
    "If they are numbers of outputs, give them as numbers: labels.map(Number), or labelKind: 'numbers' in parseCsv. " +
    'If they are names, give the network those of all its outputs: network.classNames = [...].';
  throw new ArgumentError(wording(what, expected, got, remedy));
}
