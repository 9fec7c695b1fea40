// Labels as one-hot rows.
import { LimitError } from '../support/errors.js';
import { wording } from '../support/wording.js';
import { checkClassCount } from './classes.js';
import { indicesOfNumbers } from './labelNumbers.js';
import { listOf } from './rows.js';

/** The most numbers of the result: 2^28 of them take 1 GiB. */
const MOST_NUMBERS = 2 ** 28;

/**
 * Labels as rows with a 1 in the label's place and 0 in the others.
 *
 * @param labels - Whole numbers from 0 to classes - 1: [count].
 * @param classes - The number of classes.
 * @returns A new array, [count, classes], row by row.
 * @throws {@link OutOfRangeError} for a label that is no class, with its index.
 * @throws {@link LimitError} for more numbers than fit.
 *
 * @example
 * ```ts
 * import { oneHot } from 'glassbox-nn/data';
 *
 * oneHot([2, 0], 3); // => Float32Array(6) [ 0, 0, 1, 1, 0, 0 ]
 * ```
 */
export function oneHot(labels: ArrayLike<number> | Iterable<number>, classes: number): Float32Array {
  checkClassCount('oneHot: classes', classes);
  const indices = indicesOfNumbers('oneHot: labels', listOf('oneHot: labels', labels, 'whole numbers'), classes);
  const length = indices.length * classes;
  if (length > MOST_NUMBERS) {
    const remedy = 'A data set of labels needs no rows; give it the labels.';
    throw new LimitError(wording('oneHot', `at most ${MOST_NUMBERS} numbers`, `${length}`, remedy));
  }
  const rows = new Float32Array(length);
  indices.forEach((label, row) => {
    rows[row * classes + label] = 1;
  });
  return rows;
}
