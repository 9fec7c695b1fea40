// The hyperbolic tangent, from + - x / alone, so that every engine gives the same bits. In two precisions.
//
// Near 0, where 1 - 2 / (e^2x + 1) would cancel, Lambert's continued fraction (1766) takes over:
//   tanh x = x / (1 + x^2 / (3 + x^2 / (5 + ...))).
import { orNaN } from '../support/checks.js';
import { expFloat32 } from './expFloat32.js';
import { exp } from './expLog.js';

/** Where the two forms meet: tanh is 1/2 near here, so that 1 - 2 / (e^2x + 1) loses nothing above. */
const NEAR_ZERO = 0.5625;

/** tanh x in double precision. The activation `tanh` is this function. */
export function tanh(x: number): number {
  x = orNaN(x);
  const size = Math.abs(x);
  if (size < NEAR_ZERO) {
    const square = x * x;
    let tail = 17;
    for (let n = 15; n >= 3; n -= 2) tail = n + square / tail;
    return x - (x * square) / (tail + square);
  }
  const above = 1 - 2 / (exp(2 * size) + 1);
  return x < 0 ? -above : above;
}

const f = Math.fround;
const F_NINTH = /* @__PURE__ */ f(0.1111111111111111);

/**
 * tanh x in float32: every step is rounded to float32, as the activations of a layer are.
 *
 * At most 1.41 units in the last place from the exact value (measured over every float32 x from -20 to 20 whose size is at
 * least 2^-26; below, the result is x).
 *
 * @param x - A float32.
 * @returns tanh x, a float32 from -1 to 1; NaN of anything but a number.
 *
 * Source: Lambert's continued fraction near 0, the definition by e^2x elsewhere; the fraction cut after its fifth step.
 *
 * @example
 * ```ts
 * import { tanhFloat32 } from 'glassbox-nn';
 *
 * tanhFloat32(0); // => 0
 * tanhFloat32(-20); // => -1
 * ```
 */
export function tanhFloat32(x: number): number {
  x = orNaN(x);
  const size = Math.abs(x);
  if (size < NEAR_ZERO) {
    const square = f(x * x);
    const tail = f(3 + f(square / f(5 + f(square / f(7 + f(square * F_NINTH))))));
    return f(x - f(f(x * square) / f(tail + square)));
  }
  const above = f(1 - f(2 / f(expFloat32(f(2 * size)) + 1)));
  return x < 0 ? -above : above;
}
