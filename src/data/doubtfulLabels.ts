// Labels that may not be what they seem: numbers that leave classes without an example, numbers that may be names, names that may be numbers.
import { ArgumentError } from '../support/errors.js';
import { describe, wording } from '../support/wording.js';

/** Labels that leave classes without an example, in words. */
export interface LabelGaps {
  /** One more than the largest label. */
  readonly classes: number;
  /** As "1 to 26, so that class 0 has no example". */
  readonly odd: string;
  /** The remedy. */
  readonly remedy: string;
  /** Whether it is likely to be a mistake, and no small part of a data set that has all classes. */
  readonly likely: boolean;
}

/**
 * The gaps in labels, or undefined if every class from 0 to the largest label has an example.
 *
 * A part of a data set may lack classes by chance. Of n examples over k classes, all alike, a given class is missing in a share of
 * about e^(-n / k) of all parts: 2 % at four examples a class. Class 0 alone is hardly missing by chance, however few they are.
 *
 * @param labels - Whole numbers from 0: [count].
 */
export function gapsIn(labels: ArrayLike<number>): LabelGaps | undefined {
  // Fewer classes than these may have gaps in a small data set.
  const manyClasses = 1000;
  // So many examples of each class, on average, and a class without any is hardly chance.
  const examplesOfEach = 4;
  const present = new Set<number>();
  let last = 0;
  for (let index = 0; index < labels.length; index++) {
    present.add(labels[index]);
    last = Math.max(last, labels[index]);
  }
  const classes = last + 1;
  const missing = classes - present.size;
  if (missing === 0 || present.size === 0) return undefined;
  const from = first((label) => present.has(label));
  const gap = first((label) => !present.has(label));
  const shifted = missing === from;
  const lack =
    missing === 1 ? `class ${gap} has no example` : `${missing} of ${classes} classes have no example, the first is ${gap}`;
  return {
    classes,
    odd: `${from === last ? `${last}` : `${from} to ${last}`}, so that ${lack}`,
    remedy: `${shifted && from === 1 ? 'Do they count from 1? Classes count from 0: labels.map((label) => label - 1). ' : ''}${NAMES_REMEDY}`,
    likely:
      (shifted && from === 1 && last > 1) ||
      (classes >= manyClasses ? missing > present.size : present.size > 1 && labels.length >= examplesOfEach * present.size),
  };
}

/** The remedy where numbers are names. */
export const NAMES_REMEDY = "If they are names, give them as text: labels.map(String), or labelKind: 'names' in parseCsv.";

function first(is: (label: number) => boolean): number {
  let label = 0;
  while (!is(label)) label++;
  return label;
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
