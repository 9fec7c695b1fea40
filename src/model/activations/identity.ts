import { type Activation, makeActivation } from './activation.js';

/**
 * The weighted sum as it is: for outputs that are quantities. Layers of nothing else collapse into one.
 *
 * Source: linear regression.
 *
 * @example
 * ```ts
 * import { identity } from 'glassbox-nn';
 *
 * identity(-3); // => -3
 * ```
 */
export const identity: Activation = /* @__PURE__ */ makeActivation(
  {
    name: 'identity',
    value: (sum) => sum,
    derivative: () => 1,
    range: 'any',
  },
  { value: (sum) => sum, derivative: () => 1 },
);
