import { tanh as tangent, tanhFloat32 } from '../../linalg/tanh.js';
import { type Activation, makeActivation } from './activation.js';

const f = Math.fround;

/**
 * The hyperbolic tangent: a sigmoid from -1 to 1.
 *
 * tanh(x) = (e^x - e^-x) / (e^x + e^-x), with derivative 1 - a^2
 *
 * At most 1.41 units in the last place from the exact value (measured over a million x from 2^-30 to 32, and a million from -1 to 1).
 *
 * Source: Y. LeCun, L. Bottou, G. Orr and K.-R. Mueller, "Efficient BackProp" (1998), who advise it for hidden layers.
 *
 * @example
 * ```ts
 * import { tanh } from 'glassbox-nn';
 *
 * tanh(0); // => 0
 * tanh(20); // => 1
 * ```
 */
export const tanh: Activation = /* @__PURE__ */ makeActivation(
  {
    name: 'tanh',
    value: tangent,
    derivative: (_sum, activation) => 1 - activation * activation,
    range: 'any',
  },
  {
    value: tanhFloat32,
    derivative: (_sum, activation) => f(1 - f(activation * activation)),
  },
);
