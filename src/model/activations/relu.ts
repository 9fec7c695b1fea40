import { type Activation, makeActivation } from './activation.js';

/**
 * The rectified linear unit: a neuron is off until its weighted sum is over 0, and then as bright as the sum.
 *
 * relu(x) = max(0, x), with derivative 1 above 0, and 0 elsewhere
 *
 * Source: V. Nair and G. Hinton, "Rectified linear units improve restricted Boltzmann machines" (2010).
 *
 * @example
 * ```ts
 * import { relu } from 'glassbox-nn';
 *
 * relu(-2); // => 0
 * relu(3); // => 3
 * ```
 */
export const relu: Activation = /* @__PURE__ */ makeActivation(
  {
    name: 'relu',
    value: (sum) => Math.max(0, sum),
    derivative: (sum) => (sum > 0 ? 1 : 0),
    rectifier: true,
    range: 'any',
  },
  {
    value: (sum) => (sum > 0 || Number.isNaN(sum) ? sum : 0),
    derivative: (sum) => (sum > 0 ? 1 : 0),
  },
);
