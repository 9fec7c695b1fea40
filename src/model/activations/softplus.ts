import { exp } from '../../linalg/exp.js';
import { log1p } from '../../linalg/log.js';
import { orNaN } from '../../support/orNaN.js';
import { type Activation, makeActivation } from './activation.js';

/**
 * Softplus: ReLU without a corner. Its slope is the sigmoid.
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
    value: (sum) => (sum > 0 ? sum : 0) + log1p(exp(sum > 0 ? -sum : sum)),
    derivative: (sum) => 1 / (1 + exp(-orNaN(sum))),
    rectifier: true,
    range: 'any',
  },
  'softplus',
);
