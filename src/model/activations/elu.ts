import { exp } from '../../linalg/exp.js';
import { type Activation, makeActivation } from './activation.js';

/**
 * The exponential linear unit: ReLU with a soft floor at -1.
 *
 * elu(x) = x above 0, e^x - 1 elsewhere, with slope 1 above 0, and a + 1 elsewhere
 *
 * Source: D.-A. Clevert, T. Unterthiner and S. Hochreiter, "Fast and accurate deep network learning by exponential linear units" (2016), with alpha = 1.
 *
 * @example
 * ```ts
 * import { elu } from 'glassbox-nn';
 *
 * elu(3); // => 3
 * elu(-800); // => -1
 * ```
 */
export const elu: Activation = /* @__PURE__ */ makeActivation(
  {
    name: 'elu',
    value: (sum) => (sum > 0 ? sum : exp(sum) - 1),
    derivative: (sum, activation) => (sum > 0 ? 1 : activation + 1),
    rectifier: true,
  },
  'elu',
);
