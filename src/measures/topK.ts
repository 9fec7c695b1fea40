import { wholeNumber } from '../support/checks.js';
import type { Measure } from './Measure.js';
import { answerOf, readClasses } from './readClasses.js';
import { sumOf } from './readRows.js';

/**
 * Top-k accuracy: the share of the examples whose class is among the k largest outputs, from 0 to 1.
 *
 * Of equal outputs the first ones are taken, so that `topK(1)` is the accuracy; scikit-learn's `top_k_accuracy_score` takes the last.
 *
 * @param k - A whole number from 1.
 * @returns A measure named `top5` for k of 5.
 * @throws {@link OutOfRangeError} for any other number.
 *
 * @example
 * ```ts
 * import { topK } from 'glassbox-nn';
 *
 * const outputs = [
 *   [0.5, 0.3, 0.2],
 *   [0.1, 0.3, 0.6],
 * ];
 * topK(2).of([1, 0], outputs); // => 0.5
 * ```
 */
export function topK(k: number): Measure {
  wholeNumber('topK: k', k, 1);
  const name = `top${k}`;
  return {
    name,
    better: 'higher',
    truth: 'labels',
    of(truth, given, weighted) {
      const { labels, outputs, weights } = readClasses(name, truth, given, weighted);
      const { numbers, width } = outputs;
      let right = 0;
      for (let example = 0; example < outputs.rows; example++) {
        const own = example * width + labels[example];
        // A single output stands for both classes.
        let before = Number(width === 1 && answerOf(outputs, example) !== labels[example]);
        for (let place = example * width; width > 1 && place < (example + 1) * width; place++) {
          if (numbers[place] > numbers[own] || (numbers[place] === numbers[own] && place < own)) before += 1;
        }
        if (before < k) right += weights[example];
      }
      return right / sumOf(weights);
    },
  };
}
