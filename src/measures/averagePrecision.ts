import type { ClassMeasure } from './Measure.js';
import { overThresholds, type ThresholdCounts } from './thresholds.js';

/** The sum of the precisions, each times what the recall gains there; 0 where no example is of the class. */
export function averageOf(counts: readonly ThresholdCounts[]): number {
  const positives = counts[counts.length - 1].truePositives;
  if (positives === 0) return 0;
  let sum = 0;
  for (let place = 1; place < counts.length; place++) {
    const { truePositives, falsePositives } = counts[place];
    const gained = truePositives - counts[place - 1].truePositives;
    if (gained > 0) sum += (gained / positives) * (truePositives / (truePositives + falsePositives));
  }
  return sum;
}

/**
 * Average precision: the area under the precision-recall curve, from 0 to 1; the share of the class is what chance gives. Where the class
 * is rare, it tells more than `rocAuc`.
 *
 * The sum over the thresholds of precision times the recall gained, as scikit-learn's `average_precision_score`: no straight lines are
 * drawn between the points, which would promise too much. Of two classes it is that of class 1; of more the mean over the classes that
 * have examples, each against all others.
 *
 * Source: J. Davis and M. Goadrich, "The relationship between precision-recall and ROC curves" (2006).
 *
 * @example
 * ```ts
 * import { averagePrecision } from 'glassbox-nn';
 *
 * averagePrecision.of([0, 0, 1, 1], [0.1, 0.4, 0.35, 0.8]); // => 0.8333333333333333
 * ```
 */
export const averagePrecision: ClassMeasure = /* @__PURE__ */ overThresholds('averagePrecision', averageOf);
