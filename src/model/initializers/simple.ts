// Initializers that do not look at the sizes of a layer.
import { numberWhere } from '../../support/checks.js';
import { OutOfRangeError } from '../../support/errors.js';
import { wording } from '../../support/wording.js';
import { checkDraw } from './checkDraw.js';
import type { Initializer } from './initializer.js';

/**
 * Every weight 0. In a hidden layer all neurons then stay alike for ever; training warns about it.
 *
 * @example
 * ```ts
 * import { Layer, zeros } from 'glassbox-nn';
 *
 * new Layer(3, 1, { initializer: zeros }).weights; // => Float32Array(3) [ 0, 0, 0 ]
 * ```
 */
export const zeros: Initializer = () => 0;

/**
 * Every weight the same.
 *
 * @param value - The weight, finite.
 * @returns An initializer.
 * @throws {@link OutOfRangeError} if the value is not finite.
 *
 * @example
 * ```ts
 * import { constant, Layer } from 'glassbox-nn';
 *
 * new Layer(3, 1, { initializer: constant(0.5) }).weights; // => Float32Array(3) [ 0.5, 0.5, 0.5 ]
 * ```
 */
export function constant(value: number): Initializer {
  numberWhere('constant: value', value, 'a finite number', () => true);
  return () => value;
}

/**
 * Weights from `low` up to `high`, each as likely as the other.
 *
 * @param low - -0.05 if left out.
 * @param high - 0.05 if left out.
 * @returns An initializer.
 * @throws {@link OutOfRangeError} if the bounds are not finite, or `high` is below `low`.
 *
 * @example
 * ```ts
 * import { Layer, uniform } from 'glassbox-nn';
 *
 * new Layer(100, 1, { initializer: uniform(-1, 1) }).weights.every((weight) => weight >= -1 && weight <= 1); // => true
 * ```
 */
export function uniform(low = -0.05, high = 0.05): Initializer {
  numberWhere('uniform: low', low, 'a finite number', () => true);
  numberWhere('uniform: high', high, `a finite number from ${low}`, () => true);
  if (high < low) throw new OutOfRangeError(wording('uniform: high', `a number from ${low}`, String(high)));
  return (random) => {
    checkDraw(random);
    return random.uniform(low, high);
  };
}

/**
 * Weights from the normal distribution, the bell curve, not truncated.
 *
 * @param mean - 0 if left out.
 * @param deviation - Standard deviation, 0.05 if left out; 0 or more.
 * @returns An initializer.
 * @throws {@link OutOfRangeError} if the mean is not finite, or the deviation is negative.
 *
 * @example
 * ```ts
 * import { Layer, normal } from 'glassbox-nn';
 *
 * new Layer(2, 1, { initializer: normal(3, 0) }).weights; // => Float32Array(2) [ 3, 3 ]
 * ```
 */
export function normal(mean = 0, deviation = 0.05): Initializer {
  numberWhere('normal: mean', mean, 'a finite number', () => true);
  numberWhere('normal: deviation', deviation, 'a number from 0', (value) => value >= 0);
  return (random) => {
    checkDraw(random);
    return random.normal(mean, deviation);
  };
}
