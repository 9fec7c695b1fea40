import { classCounts, meanOf, shareOf } from './classCounts.js';
import type { Measure } from './Measure.js';
import { readClasses } from './readClasses.js';

/**
 * Balanced accuracy: the mean of the recalls of the classes that have examples, from 0 to 1. Always answering the largest class gives
 * 1 / classes, however large it is.
 *
 * Source: K. H. Brodersen et al., "The balanced accuracy and its posterior distribution" (2010); as scikit-learn's
 * `balanced_accuracy_score`.
 *
 * @example
 * ```ts
 * import { accuracy, balancedAccuracy } from 'glassbox-nn';
 *
 * const labels = [0, 0, 0, 1];
 * const outputs = [0.1, 0.2, 0.1, 0.3]; // always class 0
 * [accuracy.of(labels, outputs), balancedAccuracy.of(labels, outputs)]; // => [ 0.75, 0.5 ]
 * ```
 */
export const balancedAccuracy: Measure = {
  name: 'balancedAccuracy',
  better: 'higher',
  truth: 'labels',
  of(truth, outputs, weights) {
    const counts = classCounts(readClasses('balancedAccuracy', truth, outputs, weights));
    return meanOf(counts.filter(({ isActual }) => isActual).map(({ right, actual }) => shareOf(right, actual)));
  },
};
