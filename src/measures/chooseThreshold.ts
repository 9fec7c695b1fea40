import { functionValue, numberBetween, numberWhere } from '../support/checks.js';
import { ArgumentError } from '../support/errors.js';
import { readOptions } from '../support/options.js';
import { describe, wording } from '../support/wording.js';
import { shareOf } from './classCounts.js';
import { type CurveOptions, checkBoth, countsOf } from './curves.js';
import type { ExampleNumbers } from './Measure.js';
import type { ThresholdCounts } from './thresholds.js';

/** Options of {@link chooseThreshold}. */
export interface ChooseThresholdOptions extends CurveOptions {
  /**
   * What the threshold is to make as large as possible, from the counts that it leads to; F1 if left out. Costs are given as
   * `({ falsePositives, falseNegatives }) => -(falsePositives + 20 * falseNegatives)`.
   */
  readonly maximize?: ((counts: ThresholdCounts) => number) | undefined;
  /** The least recall, from 0 to 1; 0 if left out. */
  readonly minRecall?: number | undefined;
  /** The least precision, from 0 to 1; 0 if left out. */
  readonly minPrecision?: number | undefined;
}

/** A threshold, and what comes of it on the examples by which it was chosen. */
export interface ChosenThreshold extends ThresholdCounts {
  /** The share of those taken for the class that are of it; 0 where none are taken. */
  readonly precision: number;
  /** The share of the class's examples that are taken for it. */
  readonly recall: number;
  /** The harmonic mean of both. */
  readonly f1: number;
}

/**
 * Chooses the threshold of a class: above it an output is taken for the class. It is 0.5 only where both mistakes are equally bad and
 * the probabilities are right. Choose it on validation data: on test data it would flatter itself.
 *
 * The threshold lies half way between two neighbouring outputs. Of equally good ones it is the highest.
 *
 * It is of the outputs of class 1, the second of `classNames`, unless `positive` says another class. A single output is that of
 * class 1: the threshold of class 0 is then of 1 - output.
 *
 * @param labels - The class of each example: [examples].
 * @param outputs - The outputs for each example, as for {@link rocCurve}.
 * @param options - `maximize`, `minRecall`, `minPrecision`, `positive`, `weights`.
 * @returns The threshold, with precision, recall, F1 and the counts.
 * @throws {@link ArgumentError} where no threshold has such a precision and recall, or all examples are of one class, and
 * for more than two classes without `positive`; {@link ShapeError} or {@link OutOfRangeError} for what does not fit.
 *
 * @example
 * ```ts
 * import { chooseThreshold } from 'glassbox-nn';
 *
 * const labels = [0, 0, 1, 0, 1, 1];
 * const outputs = [0.1, 0.2, 0.25, 0.3, 0.35, 0.5];
 * const { threshold, precision, recall } = chooseThreshold(labels, outputs, { minPrecision: 1 });
 * [threshold, precision, recall]; // => [ 0.32499999999999996, 1, 0.6666666666666666 ]
 * ```
 *
 * @example Of class 0, where each example has a single output
 * ```ts
 * import { chooseThreshold } from 'glassbox-nn';
 *
 * const outputs = [0.125, 0.25, 0.75, 0.875]; // class 0 has 0.875, 0.75, 0.25 and 0.125
 * const { threshold } = chooseThreshold([0, 0, 1, 1], outputs, { positive: 0 });
 * threshold; // => 0.5
 * outputs.map((output) => 1 - output >= threshold); // => [ true, true, false, false ]
 * ```
 */
export function chooseThreshold(
  labels: ArrayLike<number>,
  outputs: ExampleNumbers,
  options?: ChooseThresholdOptions,
): ChosenThreshold {
  const known = ['maximize', 'minRecall', 'minPrecision', 'positive', 'weights'] as const;
  const { maximize = f1Of, minRecall = 0, minPrecision = 0, ...rest } = readOptions('chooseThreshold options', options, known);
  functionValue('chooseThreshold: maximize', maximize, 'a function of the counts');
  numberBetween('chooseThreshold: minRecall', minRecall, 0, 1);
  numberBetween('chooseThreshold: minPrecision', minPrecision, 0, 1);
  const counts = countsOf('chooseThreshold', labels, outputs, rest);
  checkBoth('chooseThreshold', counts[counts.length - 1]);
  let best: { readonly place: number; readonly value: number } | undefined;
  counts.forEach((one, place) => {
    if (recallOf(one) < minRecall || precisionOf(one) < minPrecision) return;
    const value = numberWhere('chooseThreshold: maximize(counts)', maximize(one), 'a finite number', Number.isFinite);
    if (best === undefined || value > best.value) best = { place, value };
  });
  if (best === undefined) throw unreachable(minRecall, minPrecision);
  const chosen = counts[best.place];
  const next = counts[best.place + 1]?.threshold;
  const threshold = next === undefined ? chosen.threshold : halfWay(chosen.threshold, next);
  return { ...chosen, threshold, precision: precisionOf(chosen), recall: recallOf(chosen), f1: f1Of(chosen) };
}

/** Between two outputs; where they are neighbours among float64, the higher. Infinity, which takes none, stays. */
function halfWay(high: number, low: number): number {
  const middle = low + (high - low) / 2;
  return middle > low ? middle : high;
}

function precisionOf({ truePositives, falsePositives }: ThresholdCounts): number {
  return shareOf(truePositives, truePositives + falsePositives);
}

function recallOf({ truePositives, falseNegatives }: ThresholdCounts): number {
  return shareOf(truePositives, truePositives + falseNegatives);
}

function f1Of({ truePositives, falsePositives, falseNegatives }: ThresholdCounts): number {
  return shareOf(2 * truePositives, 2 * truePositives + falsePositives + falseNegatives);
}

function unreachable(minRecall: number, minPrecision: number): ArgumentError {
  const expected = `a threshold with recall ${minRecall} and precision ${minPrecision} or more`;
  return new ArgumentError(wording('chooseThreshold', expected, describe(undefined), 'Ask for less of one of them.'));
}
