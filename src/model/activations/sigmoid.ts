import { exp } from '../../linalg/exp.js';
import { orNaN } from '../../support/orNaN.js';
import { type Activation, makeActivation } from './activation.js';

/**
 * The sigmoid, or logistic curve: squishes every weighted sum into the range between 0 and 1.
 *
 * sigmoid(x) = 1 / (1 + e^-x), with slope a (1 - a)
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
    derivative: (_sum, activation) => orNaN(activation) * (1 - orNaN(activation)),
    range: 'fractions',
  },
  'sigmoid',
);
