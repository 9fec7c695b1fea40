import { log } from '../linalg/expLog.js';
import type { Measure } from './Measure.js';
import { checkProbabilities, readClasses } from './readClasses.js';
import { sumOf } from './readRows.js';

/**
 * Log loss: the mean of -ln p, where p is the probability that the outputs give to the right class; from 0, and lower is better. It
 * punishes answers that are sure and wrong.
 *
 * As scikit-learn's `log_loss`: probabilities are kept by 2^-23 away from 0 and 1 where the outputs are float32, as those of a network,
 * and else by 2^-52, and rows are divided by their sums. Of a single output p, class 0 has 1 - p.
 *
 * @example
 * ```ts
 * import { logLoss } from 'glassbox-nn';
 *
 * logLoss.of([1, 0], [0.5, 0.5]); // => 0.6931471805599453
 * ```
 */
export const logLoss: Measure = {
  name: 'logLoss',
  better: 'lower',
  truth: 'labels',
  of(truth, given, weighted) {
    const { labels, outputs, weights } = readClasses('logLoss', truth, given, weighted);
    checkProbabilities('logLoss', outputs);
    const { numbers, width, rows } = outputs;
    const least = outputs.isFloat32 ? 1 / 2 ** 23 : Number.EPSILON;
    const clipped = (place: number) => Math.min(Math.max(numbers[place], least), 1 - least);
    let cost = 0;
    for (let example = 0; example < rows; example++) {
      const first = example * width;
      const own = width === 1 ? clipped(first) : clipped(first + labels[example]);
      let sum = width === 1 ? 1 : 0;
      for (let place = first; width > 1 && place < first + width; place++) sum += clipped(place);
      cost -= weights[example] * log(width === 1 && labels[example] === 0 ? 1 - own : own / sum);
    }
    return cost / sumOf(weights);
  },
};
