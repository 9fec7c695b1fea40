// Labels that are whole numbers: the indices of classes.
import { ArgumentError, LimitError, OutOfRangeError } from '../support/errors.js';
import { isList } from '../support/views.js';
import { describe, wording } from '../support/wording.js';
import { MOST_CLASSES } from './classes.js';
import { NAMES_REMEDY } from './labelGaps.js';

/** A whole number as programs write it when they count: 7, but not 07, 7.0, +7 or 7e0. */
export const PLAIN_NUMBER = /^(?:0|[1-9]\d*)$/;

const MISSING = 'Leave the example out, or give it a class.';

/** Whole numbers from 0 to `classes` - 1, or as far as they go. */
export function indicesOfNumbers(labels: string, list: readonly unknown[], classes: number | undefined): Int32Array {
  return Int32Array.from(list, (label, index) => {
    const what = `${labels}[${index}]`;
    if (typeof label !== 'number') {
      throw new ArgumentError(wording(what, 'a whole number, the index of a class', describe(label), kindRemedy(label)));
    }
    if (!Number.isInteger(label) || label < 0 || (classes !== undefined && label >= classes)) {
      const expected = classes === undefined ? 'a whole number from 0' : `a whole number from 0 to ${classes - 1}`;
      throw new OutOfRangeError(wording(what, expected, describe(label), rangeRemedy(list, label, classes)));
    }
    if (classes === undefined && label >= MOST_CLASSES) {
      const expected = `at most ${MOST_CLASSES} classes, numbered from 0 without gaps`;
      throw new LimitError(wording(what, expected, `number ${label}`, `${NAMES_REMEDY} Numbers to answer are targets.`));
    }
    return label;
  });
}

/** The remedy for a label that is no number, or for one that is no name. */
export function kindRemedy(label: unknown): string {
  if (label === undefined || label === null || Number.isNaN(label)) return MISSING;
  if (typeof label === 'boolean') return 'labels.map(Number) makes false class 0 and true class 1.';
  if (typeof label === 'bigint') return 'Array.from(labels, Number) makes numbers of them.';
  if (typeof label === 'number' || typeof label === 'string') return 'labels.map(String) makes names of all of them.';
  if (isList(label) || ArrayBuffer.isView(label)) {
    return 'Rows of numbers, as [0, 1, 0], are targets: dataset({ inputs, targets }).';
  }
  return '';
}

function rangeRemedy(list: readonly unknown[], label: number, classes: number | undefined): string {
  if (Number.isNaN(label)) return MISSING;
  const countFromOne = label === classes && !list.includes(0);
  const shift = countFromOne ? ' They seem to count from 1: labels.map((label) => label - 1).' : '';
  return `A label is the index of a class; count from 0.${shift}`;
}

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
