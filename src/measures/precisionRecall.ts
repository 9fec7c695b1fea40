// Precision, recall and F1 of classes.
import { type ClassCounts, classCounts, meanOf, shareOf } from './classCounts.js';
import { classMeasure } from './classMeasure.js';
import type { ClassMeasure } from './Measure.js';

/** A measure of each class by its counts, and its mean over the classes. */
function byClass(name: string, read: (counts: ClassCounts) => number): ClassMeasure {
  const mean = (all: readonly ClassCounts[]) =>
    meanOf(all.filter(({ isActual, isAnswered }) => isActual || isAnswered).map(read));
  return classMeasure(
    name,
    (given) => mean(classCounts(given)),
    (given, label) => read(classCounts(given)[label]),
  );
}

/**
 * Precision: the share of the answers of a class that are right, from 0 to 1; the mean over the classes. Of two classes one often
 * wants that of class 1: `precision.ofClass(1)`.
 *
 * As scikit-learn's `precision_score` with `average='macro'`: the mean is over the classes that have examples or answers, and a class
 * that is never answered counts 0. `ofClass(1)` is its default for two classes.
 *
 * @example
 * ```ts
 * import { precision } from 'glassbox-nn';
 *
 * precision.of([0, 1, 1, 0], [0.2, 0.9, 0.4, 0.1]); // => 0.8333333333333333
 * precision.ofClass(1).of([0, 1, 1, 0], [0.2, 0.9, 0.4, 0.1]); // => 1
 * ```
 */
export const precision: ClassMeasure = /* @__PURE__ */ byClass('precision', ({ right, answered }) => shareOf(right, answered));

/**
 * Recall: the share of the examples of a class that are answered right, from 0 to 1; the mean over the classes. Of two classes one
 * often wants that of class 1: `recall.ofClass(1)`.
 *
 * As scikit-learn's `recall_score` with `average='macro'`; see {@link precision}.
 *
 * @example
 * ```ts
 * import { recall } from 'glassbox-nn';
 *
 * recall.of([0, 1, 1, 0], [0.2, 0.9, 0.4, 0.1]); // => 0.75
 * recall.ofClass(1).of([0, 1, 1, 0], [0.2, 0.9, 0.4, 0.1]); // => 0.5
 * ```
 */
export const recall: ClassMeasure = /* @__PURE__ */ byClass('recall', ({ right, actual }) => shareOf(right, actual));

/**
 * F1: the harmonic mean of precision and recall, 2 right / (answered + actual), from 0 to 1; the mean over the classes, so that rare
 * classes count as much as others. Of two classes one often wants that of class 1: `f1.ofClass(1)`.
 *
 * As scikit-learn's `f1_score` with `average='macro'`; `f1.ofClass(1)` is its default for two classes. See {@link precision}.
 *
 * Source: C. J. van Rijsbergen, "Information Retrieval" (1979).
 *
 * @example
 * ```ts
 * import { f1 } from 'glassbox-nn';
 *
 * f1.of([0, 1, 1, 0], [0.2, 0.9, 0.4, 0.1]); // => 0.7333333333333334
 * f1.ofClass(1).of([0, 1, 1, 0], [0.2, 0.9, 0.4, 0.1]); // => 0.6666666666666666
 * ```
 */
export const f1: ClassMeasure = /* @__PURE__ */ byClass('f1', ({ right, actual, answered }) =>
  shareOf(2 * right, actual + answered),
);
