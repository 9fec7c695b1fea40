import { type Activation, makeActivation } from './activation.js';

const f = Math.fround;
const LEAK = /* @__PURE__ */ f(0.01);

/**
 * ReLU with a leak: below 0 it lets a hundredth through, so that a neuron that is off can still learn.
 *
 * leakyRelu(x) = x above 0, 0.01 x elsewhere
 *
 * Source: A. Maas, A. Hannun and A. Ng, "Rectifier nonlinearities improve neural network acoustic models" (2013).
 *
 * @example
 * ```ts
 * import { leakyRelu } from 'glassbox-nn';
 *
 * leakyRelu(-2); // => -0.02
 * leakyRelu(3); // => 3
 * ```
 */
export const leakyRelu: Activation = /* @__PURE__ */ makeActivation(
  {
    name: 'leakyRelu',
    value: (sum) => (sum > 0 ? sum : 0.01 * sum),
    derivative: (sum) => (sum > 0 ? 1 : 0.01),
    rectifier: true,
    range: 'any',
  },
  {
    value: (sum) => (sum > 0 ? sum : f(LEAK * sum)),
    derivative: (sum) => (sum > 0 ? 1 : LEAK),
  },
);
