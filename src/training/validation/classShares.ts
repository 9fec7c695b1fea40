// Compares the classes of the training data with those of the validation data, by the probability of their split in random order.
import type { Dataset } from '../../data/Dataset.js';
import { describe, listed } from '../../support/wording.js';

/** The largest share of shuffled data sets that may be warned of wrongly. */
const CHANCE = 1e-3;
/** Shares are far apart if they differ by so much, or if one is so many times the other. */
const FAR = { difference: 0.1, times: 2 };
/**
 * By how many standard deviations `count` labels in order have fewer runs of equal ones than in random order, at least. Few labels
 * cannot have 4: 5 and 5 in order have 2.68, 6 and 6 have 3.03, and 10 and 10 have 4.13.
 */
const sortedFrom = (count: number) => Math.min(4, 1.3 + 0.135 * count);

/** How many examples of each class are in the training data and in the validation data: [classes]. */
interface Sides {
  readonly data: Dataset;
  readonly inTraining: Float64Array;
  readonly inValidation: Float64Array;
}

/** A sentence about a split: of classes that only the validation data have, or else of shares that are far apart. */
export function splitFault(training: Dataset, validation: Dataset): string | undefined {
  const sides = sidesOf(training, validation);
  if (sides === undefined) return undefined;
  const missing = classesWhere(sides, (inTraining, inValidation) => inTraining === 0 && inValidation > 0);
  if (missing.length > 0) return missingWords(sides, missing);
  const { inTraining, inValidation, data } = sides;
  const [least, count] = [validation.count, training.count + validation.count];
  const present = classesWhere(sides, (inTraining, inValidation) => inTraining + inValidation > 0);
  const far = present.filter((label) => {
    if (!isFar(inTraining[label] / training.count, inValidation[label] / least)) return false;
    return 2 * present.length * rareness(count, inTraining[label] + inValidation[label], least, inValidation[label]) < CHANCE;
  });
  const unvalidated = classesWhere(sides, (inTraining, inValidation) => inTraining > 1 && inValidation === 0);
  const label = far[0] ?? (unvalidated.length > 0 && isInOrder(training, validation, sides) ? unvalidated[0] : undefined);
  if (label === undefined) return undefined;
  const percent = (share: number) => `${Math.round(share * 1000) / 10}%`;
  return `class ${nameOf(data, label)} is ${percent(inTraining[label] / training.count)} of the training data and ${percent(inValidation[label] / least)} of the validation data`;
}

/**
 * A sentence about `validationData`: of classes that the training data lack, if the validation data have so many of them that this is
 * hardly chance. A small part of the data, as in training on one part after another, may well lack a class.
 */
export function missingFault(training: Dataset, validation: Dataset): string | undefined {
  const sides = sidesOf(training, validation);
  if (sides === undefined) return undefined;
  const { inTraining, inValidation } = sides;
  const total = training.count + validation.count;
  const missing = classesWhere(sides, (inTraining, inValidation) => inTraining === 0 && inValidation > 0);
  const unlikely = missing.filter(
    (label) => missing.length * rareness(total, inTraining[label] + inValidation[label], training.count, 0) < CHANCE,
  );
  return unlikely.length > 0 ? missingWords(sides, unlikely) : undefined;
}

function missingWords({ data }: Sides, missing: readonly number[]): string {
  const names = listed(missing.map((label) => nameOf(data, label)));
  return `${missing.length > 1 ? 'classes' : 'class'} ${names} ${missing.length > 1 ? 'are' : 'is'} in the validation data, but not in the training data`;
}

function nameOf({ classNames }: Dataset, label: number): string {
  const name = classNames?.[label];
  return name === undefined ? `${label}` : describe(name);
}

function isInOrder(training: Dataset, validation: Dataset, { inTraining, inValidation }: Sides): boolean {
  const labels = new Int32Array(training.count + validation.count);
  labels.set(training.labels as Int32Array);
  labels.set(validation.labels as Int32Array, training.count);
  const counts = inTraining.map((count, label) => count + inValidation[label]);
  return sortedness(labels, counts) >= sortedFrom(labels.length);
}

function isFar(one: number, other: number): boolean {
  return Math.abs(one - other) >= FAR.difference || Math.max(one, other) >= FAR.times * Math.min(one, other);
}

function sidesOf(training: Dataset, validation: Dataset): Sides | undefined {
  if (training.labels === undefined || validation.labels === undefined) return undefined;
  const classes = Math.max(training.classes ?? 0, validation.classes ?? 0);
  return { data: training, inTraining: countsOf(training.labels, classes), inValidation: countsOf(validation.labels, classes) };
}

function countsOf(labels: Int32Array, classes: number): Float64Array {
  const counts = new Float64Array(classes);
  for (const label of labels) counts[label] += 1;
  return counts;
}

function classesWhere(
  { inTraining, inValidation }: Sides,
  holds: (inTraining: number, inValidation: number) => boolean,
): number[] {
  return Array.from(inTraining.keys()).filter((label) => holds(inTraining[label], inValidation[label]));
}

/**
 * The probability that of `part` examples, drawn from `total` of which `members` are of one class, at most (or at least, whichever
 * is rarer) `seen` are of that class: a tail of the hypergeometric distribution.
 *
 * Probabilities relative to the likeliest number, from there outwards, by the ratio of neighbours
 * p(x + 1) / p(x) = (members - x) (part - x) / ((x + 1) (total - members - part + x + 1)).
 */
function rareness(total: number, members: number, part: number, seen: number): number {
  const least = Math.max(0, part - (total - members));
  const most = Math.min(members, part);
  const ratio = (x: number) => ((members - x) * (part - x)) / ((x + 1) * (total - members - part + x + 1));
  const mode = Math.min(Math.max(Math.floor(((part + 1) * (members + 1)) / (total + 2)), least), most);
  let [below, above, all] = [0, 0, 0];
  const count = (x: number, weight: number) => {
    all += weight;
    if (x <= seen) below += weight;
    if (x >= seen) above += weight;
  };
  count(mode, 1);
  for (let x = mode, weight = 1; x < most && weight > 0; x++) {
    weight *= ratio(x);
    count(x + 1, weight);
  }
  for (let x = mode, weight = 1; x > least && weight > 0; x--) {
    weight /= ratio(x - 1);
    count(x - 1, weight);
  }
  return Math.min(below, above) / all;
}

/**
 * By how many standard deviations the labels have fewer runs of equal ones than in random order: far above 0 for sorted data.
 *
 * Mean and variance of the number of runs of several kinds: A. M. Mood, "The distribution theory of runs" (1940). With counts c of n
 * labels, S = sum of c^2 and T = sum of c^3: the mean is 1 + (n^2 - S) / n, the variance (S (S + n (n + 1)) - 2 n T - n^3) / (n^2 (n - 1)).
 *
 * @param labels - [n], at least two.
 * @param counts - Of each class: [classes].
 */
function sortedness(labels: ArrayLike<number>, counts: Float64Array): number {
  const n = labels.length;
  let runs = 1;
  for (let index = 1; index < n; index++) if (labels[index] !== labels[index - 1]) runs += 1;
  const squares = counts.reduce((sum, count) => sum + count * count, 0);
  const cubes = counts.reduce((sum, count) => sum + count * count * count, 0);
  const mean = 1 + (n * n - squares) / n;
  const variance = (squares * (squares + n * (n + 1)) - 2 * n * cubes - n * n * n) / (n * n * (n - 1));
  return variance > 0 ? (mean - runs) / Math.sqrt(variance) : 0;
}
