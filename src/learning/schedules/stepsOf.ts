import { wholeNumber } from '../../support/checks.js';

/**
 * The number of steps of a training: one for every batch of every epoch, the short last ones included.
 *
 * @param count - Training examples, without those for validation; from 1.
 * @param epochs - How often to go over them; 1 if left out.
 * @param batchSize - Examples of a batch; 32 if left out.
 * @returns Whole number of steps.
 * @throws {@link OutOfRangeError} for any other number.
 *
 * @example
 * ```ts
 * import { stepsOf } from 'glassbox-nn';
 *
 * stepsOf(60_000, 10, 32); // => 18750
 * stepsOf(100, 3, 32); // => 12
 * ```
 */
export function stepsOf(count: number, epochs = 1, batchSize = 32): number {
  wholeNumber('stepsOf: count', count, 1);
  wholeNumber('stepsOf: epochs', epochs, 0);
  return epochs * Math.ceil(count / wholeNumber('stepsOf: batchSize', batchSize, 1));
}
