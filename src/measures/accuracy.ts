import type { Measure } from './Measure.js';
import { answerOf, readClasses } from './readClasses.js';
import { sumOf } from './readRows.js';

/**
 * Accuracy: the share of the examples that are answered right, from 0 to 1.
 *
 * The answer is the class of the largest output, the first of equal ones; of a single output it is class 1 above 0.5.
 *
 * @example
 * ```ts
 * import { accuracy } from 'glassbox-nn';
 *
 * accuracy.of([0, 1, 1, 0], [0.2, 0.9, 0.4, 0.1]); // => 0.75
 * ```
 */
export const accuracy: Measure = {
  name: 'accuracy',
  better: 'higher',
  truth: 'labels',
  of(truth, given, weighted) {
    const { labels, outputs, weights } = readClasses('accuracy', truth, given, weighted);
    let right = 0;
    for (let example = 0; example < outputs.rows; example++) {
      if (answerOf(outputs, example) === labels[example]) right += weights[example];
    }
    return right / sumOf(weights);
  },
};
