// What every threshold of one class's outputs makes of the examples: ROC and precision-recall curves are read from it.
import { ArgumentError } from '../support/errors.js';
import { wording } from '../support/wording.js';
import { meanOf } from './classCounts.js';
import { classMeasure } from './classMeasure.js';
import type { ClassMeasure } from './Measure.js';
import { type Classes, readLabel, scoresOf } from './readClasses.js';

/** Sums of the weights of the examples that a threshold takes for the class, and of those that it leaves out. */
export interface ThresholdCounts {
  /** Examples whose output is this or larger are taken for the class; the first is Infinity, which takes none. */
  readonly threshold: number;
  /** Of the class, and taken for it. */
  readonly truePositives: number;
  /** Of another class, and taken for it. */
  readonly falsePositives: number;
  /** Of the class, and left out. */
  readonly falseNegatives: number;
  /** Of another class, and left out. */
  readonly trueNegatives: number;
}

/** The counts at every threshold that makes a difference, from the highest to the lowest. */
export function thresholdCounts({ labels, outputs, weights }: Classes, positive: number): ThresholdCounts[] {
  const scores = scoresOf(outputs, positive);
  // An example that weighs nothing makes no threshold.
  const order = Uint32Array.from(scores.keys())
    .filter((example) => weights[example] > 0)
    .sort((one, other) => scores[other] - scores[one]);
  let [taken, others, positives, negatives] = [0, 0, 0, 0];
  for (let example = 0; example < scores.length; example++) {
    if (labels[example] === positive) positives += weights[example];
    else negatives += weights[example];
  }
  const countsAt = (threshold: number): ThresholdCounts => ({
    threshold,
    truePositives: taken,
    falsePositives: others,
    falseNegatives: positives - taken,
    trueNegatives: negatives - others,
  });
  const counts = [countsAt(Number.POSITIVE_INFINITY)];
  order.forEach((example, place) => {
    if (labels[example] === positive) taken += weights[example];
    else others += weights[example];
    // Equal outputs stand and fall together.
    if (scores[example] !== scores[order[place + 1]]) counts.push(countsAt(scores[example]));
  });
  // Sums in another order may differ in the last bit.
  const last = counts[counts.length - 1];
  counts[counts.length - 1] = { ...last, falseNegatives: 0, trueNegatives: 0 };
  return counts;
}

/** The class that a curve is about: of two classes, class 1 if left out. Which one of more is meant, nothing says. */
export function readPositive(what: string, positive: number | undefined, classes: number): number {
  if (positive === undefined && classes > 2) {
    const remedy = 'One class is measured beside all others. Say which: positive: classNames.indexOf(name).';
    throw new ArgumentError(
      wording(`${what}: positive`, `one of ${classes} classes, from 0 to ${classes - 1}`, 'undefined', remedy),
    );
  }
  return readLabel(`${what}: positive`, positive ?? 1, classes);
}

/** The mean over the classes of what is read from the counts at all thresholds; of two classes that of class 1. */
export function overThresholds(name: string, read: (counts: readonly ThresholdCounts[]) => number): ClassMeasure {
  const ofOne = (given: Classes, label: number) => read(thresholdCounts(given, label));
  const ofAll = (given: Classes) => {
    if (given.classes === 2) return ofOne(given, 1);
    const actual = [...new Set(Array.from(given.labels))].sort((a, b) => a - b);
    return meanOf(actual.map((label) => ofOne(given, label)));
  };
  return classMeasure(name, ofAll, ofOne);
}
