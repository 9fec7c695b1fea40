import { type Activation, makeActivation } from './activation.js';
import { bounded } from './bounded.js';

const f = Math.fround;

/**
 * Softsign: from -1 to 1 as tanh, and much slower to come near them, so that large weighted sums keep a derivative.
 *
 * softsign(x) = x / (1 + |x|), with derivative (1 - |a|)^2
 *
 * Sources: D. L. Elliott, "A better activation function for artificial neural networks" (1993); J. Bergstra and others, "Quadratic polynomials
 * learn better image features" (2009), who named it.
 *
 * @example
 * ```ts
 * import { softsign } from 'glassbox-nn';
 *
 * softsign(1); // => 0.5
 * softsign(-3); // => -0.75
 * ```
 */
export const softsign: Activation = /* @__PURE__ */ makeActivation(
  {
    name: 'softsign',
    value: (sum) => bounded(sum) / (1 + Math.abs(bounded(sum))),
    derivative: (_sum, activation) => (1 - Math.abs(activation)) * (1 - Math.abs(activation)),
    range: 'any',
  },
  {
    value: (sum) => f(bounded(sum) / f(1 + Math.abs(bounded(sum)))),
    derivative(_sum, activation) {
      const left = f(1 - Math.abs(activation));
      return f(left * left);
    },
  },
);
