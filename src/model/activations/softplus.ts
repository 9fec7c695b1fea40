import { expFloat32 } from '../../linalg/expFloat32.js';
import { exp, log1p } from '../../linalg/expLog.js';
import { type Activation, makeActivation } from './activation.js';
import { sigmoidFloat32 } from './sigmoid.js';

const f = Math.fround;
const ODD_SHARES = /* @__PURE__ */ oddShares();

/** 1/15, 1/13, ..., 1/3, 1; in a function, since bundlers keep a division that stands at the top level. */
function oddShares(): readonly number[] {
  return [f(1 / 15), f(1 / 13), f(1 / 11), f(1 / 9), f(1 / 7), f(1 / 5), f(1 / 3), 1];
}

/**
 * Softplus: ReLU without a corner. Its derivative is the sigmoid.
 *
 * softplus(x) = ln(1 + e^x)
 *
 * Source: C. Dugas and others, "Incorporating second-order functional knowledge for better option pricing" (2001).
 *
 * @example
 * ```ts
 * import { softplus } from 'glassbox-nn';
 *
 * softplus(0); // => 0.6931471805599454
 * softplus(-800); // => 0
 * ```
 */
export const softplus: Activation = /* @__PURE__ */ makeActivation(
  {
    name: 'softplus',
    value: (sum) => (sum > 0 ? sum : 0) + log1p(exp(-Math.abs(sum))),
    derivative: (sum) => 1 / (1 + exp(-sum)),
    rectifier: true,
    range: 'any',
  },
  {
    value: softplusFloat32,
    derivative: sigmoidFloat32,
  },
);

/** Softplus in float32: max(x, 0) + ln(1 + p) with p = e^-|x|, and ln(1 + p) = 2 (s + s^3/3 + s^5/5 + ...) with s = p / (2 + p). */
export function softplusFloat32(sum: number): number {
  const power = expFloat32(-Math.abs(sum));
  const s = f(power / f(2 + power));
  const square = f(s * s);
  let series = 0;
  for (const share of ODD_SHARES) series = f(f(series * square) + share);
  return f((sum > 0 ? sum : 0) + f(f(2 * s) * series));
}
