import { tanh, tanhFloat32 } from '../../linalg/tanh.js';
import { type Activation, makeActivation } from './activation.js';
import { bounded } from './bounded.js';
import { sigmoidFloat32 } from './sigmoid.js';
import { softplus, softplusFloat32 } from './softplus.js';

const f = Math.fround;

/**
 * Mish: a smooth ReLU that dips to -0.31 below 0.
 *
 * mish(x) = x tanh(softplus(x)), with derivative g + x (1 - g^2) / (1 + e^-x), where g = tanh(softplus(x))
 *
 * Source: D. Misra, "Mish: a self regularized non-monotonic activation function" (2019).
 *
 * @example
 * ```ts
 * import { mish } from 'glassbox-nn';
 *
 * mish(0); // => 0
 * mish(20); // => 20
 * ```
 */
export const mish: Activation = /* @__PURE__ */ makeActivation(
  {
    name: 'mish',
    value: (sum) => Math.max(-1e30, sum) * tanh(softplus(sum)),
    derivative(sum) {
      const gate = tanh(softplus(sum));
      return gate + bounded(sum) * (1 - gate * gate) * softplus.derivative(sum, 0);
    },
    rectifier: true,
    range: 'any',
  },
  {
    value: (sum) => f(Math.max(-1e30, sum) * tanhFloat32(softplusFloat32(sum))),
    derivative(sum) {
      const gate = tanhFloat32(softplusFloat32(sum));
      return f(gate + f(f(bounded(sum) * f(1 - f(gate * gate))) * sigmoidFloat32(sum)));
    },
  },
);
