// The natural logarithm, from + - x / alone, so that every engine gives the same bits.
import { orNaN } from '../support/checks.js';
import { LN2_HIGH, LN2_LOW } from './exp.js';
import { powerOfTwo } from './powerOfTwo.js';

/**
 * The natural logarithm in double precision, with the same bits on every engine.
 *
 * At most 1.23 units in the last place from the exact value (measured over a million x of all sizes, and a million from 1/2 to 2).
 *
 * @param x - Any number; 0 gives -Infinity, a negative number and anything but a number give NaN.
 * @returns ln x.
 *
 * Source: x = 2^k m with m from sqrt(1/2) to sqrt(2), and ln m = 2 artanh((m - 1) / (m + 1)) by artanh's own series.
 *
 * @example
 * ```ts
 * import { log } from 'glassbox-nn';
 *
 * log(1); // => 0
 * log(2); // => 0.6931471805599453
 * ```
 */
export function log(x: number): number {
  x = orNaN(x);
  if (!(x > 0) || x === Number.POSITIVE_INFINITY) return x === 0 ? Number.NEGATIVE_INFINITY : x > 0 ? x : Number.NaN;
  let k = 0;
  let m = x;
  for (let step = 512; step >= 1; step /= 2) {
    while (m >= powerOfTwo(step)) {
      m *= powerOfTwo(-step);
      k += step;
    }
    while (m < powerOfTwo(-step)) {
      m *= powerOfTwo(step);
      k -= step;
    }
  }
  // Here m lies from 1/2 up to 2; one more step brings it round 1.
  if (m > Math.SQRT2) {
    m /= 2;
    k += 1;
  } else if (m < Math.SQRT1_2) {
    m *= 2;
    k -= 1;
  }
  return k * LN2_HIGH + (log1p(m - 1) + k * LN2_LOW);
}

/**
 * ln(1 + x) for x from -0.3 to 1, exact to the last places where 1 + x itself would round x away.
 *
 * With s = x / (2 + x):   ln(1 + x) = 2 artanh s = x - s (x - R)   with   R = 2 (s^2/3 + s^4/5 + s^6/7 + ...).
 */
export function log1p(x: number): number {
  const s = x / (2 + x);
  const square = s * s;
  let series = 0;
  for (let n = 37; n >= 3; n -= 2) series = (series + 1 / n) * square;
  return x - s * (x - 2 * series);
}
