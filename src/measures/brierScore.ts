import type { Measure } from './Measure.js';
import { checkProbabilities, readClasses } from './readClasses.js';
import { sumOf } from './readRows.js';

/**
 * The Brier score: the mean squared distance of the probabilities from what happened; lower is better. Of two classes it is
 * (p - y)^2, where p is the probability of class 1, from 0 to 1; of more, the sum over the classes, from 0 to 2.
 *
 * Source: G. W. Brier, "Verification of forecasts expressed in terms of probability" (1950); of two classes as scikit-learn's
 * `brier_score_loss`.
 *
 * @example
 * ```ts
 * import { brierScore } from 'glassbox-nn';
 *
 * brierScore.of([1, 0], [0.5, 0.25]); // => 0.15625
 * ```
 */
export const brierScore: Measure = {
  name: 'brierScore',
  better: 'lower',
  truth: 'labels',
  of(truth, given, weighted) {
    const { labels, outputs, weights } = readClasses('brierScore', truth, given, weighted);
    checkProbabilities('brierScore', outputs);
    const { numbers, width, rows } = outputs;
    // The outputs from this one on: of two classes the second alone.
    const from = width === 2 ? 1 : 0;
    let sum = 0;
    for (let example = 0; example < rows; example++) {
      for (let column = from; column < width; column++) {
        const label = width === 1 ? 1 : column;
        const off = numbers[example * width + column] - Number(labels[example] === label);
        sum += weights[example] * off * off;
      }
    }
    return sum / sumOf(weights);
  },
};
