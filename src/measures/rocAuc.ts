import type { ClassMeasure } from './Measure.js';
import { overThresholds, type ThresholdCounts } from './thresholds.js';

/** The area under the ROC curve, by trapezoids; NaN where all examples are of one class. */
export function areaOf(counts: readonly ThresholdCounts[]): number {
  const { truePositives: positives, falsePositives: negatives } = counts[counts.length - 1];
  let area = 0;
  for (let place = 1; place < counts.length; place++) {
    const [before, now] = [counts[place - 1], counts[place]];
    area += ((now.falsePositives - before.falsePositives) * (now.truePositives + before.truePositives)) / 2;
  }
  return area / (positives * negatives);
}

/**
 * The area under the ROC curve: how likely an example of the class has a larger output than one of another class; 1 is the best, and
 * 0.5 is what chance gives. It does not depend on a threshold.
 *
 * Of two classes it is that of class 1. Of more it is the mean over the classes that have examples, each against all others, as
 * scikit-learn's `roc_auc_score` with `multi_class='ovr'`. NaN where all examples are of one class.
 *
 * Source: J. A. Hanley and B. J. McNeil, "The meaning and use of the area under a receiver operating characteristic (ROC) curve" (1982).
 *
 * @example
 * ```ts
 * import { rocAuc } from 'glassbox-nn';
 *
 * rocAuc.of([0, 0, 1, 1], [0.1, 0.4, 0.35, 0.8]); // => 0.75
 * ```
 */
export const rocAuc: ClassMeasure = /* @__PURE__ */ overThresholds('rocAuc', areaOf);
