// The brightest of some numbers.
import { ArgumentError } from '../support/errors.js';
import { lengthIn } from '../support/numbers.js';
import { describe, wording } from '../support/wording.js';

/**
 * The index of the largest number: the brightest neuron. The first one wins a tie.
 *
 * @param vector - [n], at least one number.
 * @returns A whole number from 0 to n - 1.
 * @throws {@link ArgumentError} if the vector is empty, or has anything but numbers.
 *
 * @example
 * ```ts
 * import { argmax } from 'glassbox-nn';
 *
 * argmax(Float32Array.of(0.1, 0.7, 0.2)); // => 1
 * ```
 */
export function argmax(vector: ArrayLike<number>): number {
  const length = lengthIn(vector) ?? 0;
  let best = 0;
  let i = 0;
  for (; i < length && typeof vector[i] === 'number'; i++) if (vector[i] > vector[best]) best = i;
  if (i === 0 || i < length)
    throw new ArgumentError(wording('argmax', 'at least one number, and nothing else', describe(vector)));
  return best;
}
