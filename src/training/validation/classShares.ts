// Whether the classes of what is learned from and of what is validated on go together.
import type { Dataset } from '../../data/Dataset.js';
import { describe, listed } from '../../support/wording.js';
import { rareness, sortedness } from './chance.js';

/** A share of all shuffled data sets that may be warned of wrongly, at most. */
const CHANCE = 1e-3;
/** Shares are far apart if they differ by so much, or if one is so many times the other. */
const FAR = { difference: 0.1, times: 2 };
/**
 * By how many standard deviations `count` labels in order have fewer runs of equal ones than in random order, at least. Few labels
 * cannot have 4: 5 and 5 in order have 2.68, 6 and 6 have 3.03, and 10 and 10 have 4.13.
 */
const sortedFrom = (count: number) => Math.min(4, 1.3 + 0.135 * count);

/** Labels of both sides, and how many there are of each class: [classes]. */
interface Sides {
  readonly data: Dataset;
  readonly learned: Float64Array;
  readonly judged: Float64Array;
}

/** What is to be said of the classes of a split: of those that only validation has, or else of shares that are far apart. */
export function splitFault(training: Dataset, validation: Dataset): string | undefined {
  const sides = sidesOf(training, validation);
  if (sides === undefined) return undefined;
  const missing = classesWhere(sides, (learned, judged) => learned === 0 && judged > 0);
  if (missing.length > 0) return missingWords(sides, missing);
  const { learned, judged, data } = sides;
  const [least, count] = [validation.count, training.count + validation.count];
  const present = classesWhere(sides, (inTraining, inValidation) => inTraining + inValidation > 0);
  const far = present.filter((label) => {
    if (!isFar(learned[label] / training.count, judged[label] / least)) return false;
    return 2 * present.length * rareness(count, learned[label] + judged[label], least, judged[label]) < CHANCE;
  });
  const unjudged = classesWhere(sides, (inTraining, inValidation) => inTraining > 1 && inValidation === 0);
  const label = far[0] ?? (unjudged.length > 0 && isInOrder(training, validation, sides) ? unjudged[0] : undefined);
  if (label === undefined) return undefined;
  const percent = (share: number) => `${Math.round(share * 1000) / 10}%`;
  return `class ${nameOf(data, label)} is ${percent(learned[label] / training.count)} of what is learned from and ${percent(judged[label] / least)} of what is validated on`;
}

/**
 * What is to be said of validation data that were given: of classes that the training data lack although validation has so many
 * that they are hardly lacking by chance. A small part of the data, as in learning piece by piece, may well lack a class.
 */
export function missingFault(training: Dataset, validation: Dataset): string | undefined {
  const sides = sidesOf(training, validation);
  if (sides === undefined) return undefined;
  const { learned, judged } = sides;
  const total = training.count + validation.count;
  const missing = classesWhere(sides, (inTraining, inValidation) => inTraining === 0 && inValidation > 0);
  const unlikely = missing.filter(
    (label) => missing.length * rareness(total, learned[label] + judged[label], training.count, 0) < CHANCE,
  );
  return unlikely.length > 0 ? missingWords(sides, unlikely) : undefined;
}

function missingWords({ data }: Sides, missing: readonly number[]): string {
  const names = listed(missing.map((label) => nameOf(data, label)));
  return `${missing.length > 1 ? 'classes' : 'class'} ${names} ${missing.length > 1 ? 'are' : 'is'} in what is validated on, but not in what is learned from`;
}

function nameOf({ classNames }: Dataset, label: number): string {
  const name = classNames?.[label];
  return name === undefined ? `${label}` : describe(name);
}

function isInOrder(training: Dataset, validation: Dataset, { learned, judged }: Sides): boolean {
  const labels = new Int32Array(training.count + validation.count);
  labels.set(training.labels as Int32Array);
  labels.set(validation.labels as Int32Array, training.count);
  const counts = learned.map((count, label) => count + judged[label]);
  return sortedness(labels, counts) >= sortedFrom(labels.length);
}

function isFar(one: number, other: number): boolean {
  return Math.abs(one - other) >= FAR.difference || Math.max(one, other) >= FAR.times * Math.min(one, other);
}

function sidesOf(training: Dataset, validation: Dataset): Sides | undefined {
  if (training.labels === undefined || validation.labels === undefined) return undefined;
  const classes = Math.max(training.classes ?? 0, validation.classes ?? 0);
  return { data: training, learned: countsOf(training.labels, classes), judged: countsOf(validation.labels, classes) };
}

function countsOf(labels: Int32Array, classes: number): Float64Array {
  const counts = new Float64Array(classes);
  for (const label of labels) counts[label] += 1;
  return counts;
}

function classesWhere({ learned, judged }: Sides, holds: (learned: number, judged: number) => boolean): number[] {
  return Array.from(learned.keys()).filter((label) => holds(learned[label], judged[label]));
}
