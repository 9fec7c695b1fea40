import { expFloat32 } from '../../linalg/expFloat32.js';
import { exp } from '../../linalg/expLog.js';
import { type Activation, makeActivation } from './activation.js';

const f = Math.fround;

/**
 * The sigmoid, or logistic curve, which maps every weighted sum into the range between 0 and 1.
 *
 * sigmoid(x) = 1 / (1 + e^-x), with derivative a (1 - a)
 *
 * Source: P.-F. Verhulst (1845), who named the curve logistic.
 *
 * @example
 * ```ts
 * import { sigmoid } from 'glassbox-nn';
 *
 * sigmoid(0); // => 0.5
 * sigmoid.derivative(0, 0.5); // => 0.25
 * ```
 */
export const sigmoid: Activation = /* @__PURE__ */ makeActivation(
  {
    name: 'sigmoid',
    value: (sum) => 1 / (1 + exp(-sum)),
    derivative: (_sum, activation) => activation * (1 - activation),
    range: 'fractions',
  },
  {
    value: sigmoidFloat32,
    derivative: (_sum, activation) => f(activation * f(1 - activation)),
  },
);

/** The sigmoid in float32. */
export function sigmoidFloat32(sum: number): number {
  // Of e^x and e^-x, the one that cannot overflow.
  const power = expFloat32(-Math.abs(sum));
  return f((sum > 0 ? 1 : power) / f(1 + power));
}
