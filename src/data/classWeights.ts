// How much each class counts, and the same examples weighted by their classes.
import { numberWhere } from '../support/checks.js';
import { ArgumentError } from '../support/errors.js';
import { type Numbers, readNumbers } from '../support/numbers.js';
import { isHollow, isList } from '../support/views.js';
import { closest, describe, listed, wording } from '../support/wording.js';
import { checkMemory, isPlain } from './checkDataset.js';
import type { Dataset } from './Dataset.js';
import type { DatasetFields } from './datasetFields.js';

/**
 * How much each class counts: a number from 0 for each, in the order of the labels; or numbers by the names of classes, of which those
 * that are left out count 1 (classes without names are called '0', '1', ...); or `'balanced'`, by which all classes count alike in all:
 * n / (k n_c), of n examples over k classes, n_c of them of the class.
 */
export type ClassWeights = 'balanced' | Numbers | Readonly<Record<string, number>>;

const WHAT = 'classWeights';

/** The weight of an example or of a class, rounded to float32. */
export function checkWeight(what: string, weight: unknown): number {
  return Math.fround(numberWhere(what, weight, 'a number from 0 that fits a float32', (value) => isWeight(Math.fround(value))));
}

/** Throws unless all are weights. */
export function checkWeights(what: string, weights: Float32Array | undefined): void {
  const wrong = weights?.findIndex((weight) => !isWeight(weight)) ?? -1;
  if (wrong >= 0) checkWeight(`${what}[${wrong}]`, weights?.[wrong]);
}

function isWeight(value: number): boolean {
  return value >= 0 && value < Number.POSITIVE_INFINITY;
}

/** The same examples, each with its own weight x that of its class; of data with a custom reader, what it reads. */
export function weightedByClass(
  given: Dataset,
  classWeights: ClassWeights,
  classes: number | readonly string[] = given.classNames ?? given.classes ?? 0,
): DatasetFields {
  checkMemory('dataset', given);
  const data = isPlain(given) ? given : given.slice(0);
  const { labels, sampleWeights } = data;
  if (labels === undefined) {
    const remedy = 'Give the data set sampleWeights, a number for each example.';
    throw new ArgumentError(wording(WHAT, 'data with labels', 'data with targets', remedy));
  }
  // A single output tells two classes apart.
  const count = typeof classes === 'number' ? Math.max(2, classes, data.classes ?? 0) : classes.length;
  const names = typeof classes === 'number' ? Array.from({ length: count }, (_, label) => `${label}`) : classes;
  const weights = classWeights === 'balanced' ? balanced(labels) : readClassWeights(classWeights, names);
  const weighted = Float32Array.from(labels, (label, example) => (sampleWeights?.[example] ?? 1) * weights[label]);
  checkWeights(`${WHAT} x sampleWeights`, weighted);
  return { ...data, sampleWeights: weighted };
}

/**
 * n / (k n_c) for each class, [classes], where k classes have examples.
 *
 * Source: G. King and L. Zeng, "Logistic regression in rare events data" (2001), as scikit-learn's `class_weight='balanced'`.
 */
function balanced(labels: Int32Array): Float32Array {
  const counts = new Float32Array(labels.reduce((most, label) => Math.max(most, label), -1) + 1);
  for (const label of labels) counts[label] += 1;
  const present = counts.reduce((classes, count) => classes + (count > 0 ? 1 : 0), 0);
  // A class without examples has no use for its weight.
  return counts.map((count) => labels.length / (present * Math.max(count, 1)));
}

/** Weights as they were given: one for each of `names`. */
function readClassWeights(given: Numbers | Readonly<Record<string, number>>, names: readonly string[]): Float32Array {
  const weights = new Float32Array(names.length).fill(1);
  if (isList(given) || ArrayBuffer.isView(given)) {
    weights.set(readNumbers(WHAT, given, names.length, 'Give one for each class.'));
  } else if (typeof given === 'object' && given !== null && !isHollow(given)) {
    const places = new Map(names.map((name, place) => [name, place]));
    for (const [name, weight] of Object.entries(given)) {
      const place = places.get(name);
      if (place === undefined) throw new ArgumentError(unknownClass(name, names));
      weights[place] = checkWeight(`${WHAT}[${describe(name)}]`, weight);
    }
  } else {
    const expected = "'balanced', a number for each class, or numbers by names of classes";
    throw new ArgumentError(wording(WHAT, expected, describe(given)));
  }
  checkWeights(WHAT, weights);
  if (weights.some((weight) => weight > 0)) return weights;
  throw new ArgumentError(wording(WHAT, 'at least one above 0', '0 for every class', 'Nothing would be learnt.'));
}

function unknownClass(name: string, names: readonly string[]): string {
  const meant = closest(name, names);
  const remedy = meant === undefined ? 'Leave it out: the data has no such class.' : `Did you mean ${describe(meant)}?`;
  return wording(WHAT, `names of classes, ${listed(names.map(describe))}`, describe(name), remedy);
}
