import { exp } from '../../linalg/expLog.js';
import { tanh, tanhFloat32 } from '../../linalg/tanh.js';
import { type Activation, makeActivation } from './activation.js';

const f = Math.fround;

/**
 * The exponential linear unit: ReLU with a soft floor at -1.
 *
 * elu(x) = x above 0, e^x - 1 elsewhere, with derivative 1 above 0, and e^x = a + 1 elsewhere
 *
 * e^x - 1 is worked out as 2t / (1 - t) with t = tanh(x / 2), which loses nothing near 0.
 *
 * Source: D.-A. Clevert, T. Unterthiner and S. Hochreiter, "Fast and accurate deep network learning by exponential linear units" (2016), with alpha = 1.
 *
 * @example
 * ```ts
 * import { elu } from 'glassbox-nn';
 *
 * elu(3); // => 3
 * elu(-800); // => -1
 * elu(-1e-20); // => -1e-20
 * ```
 */
export const elu: Activation = /* @__PURE__ */ makeActivation(
  {
    name: 'elu',
    value(sum) {
      if (sum > 0) return sum;
      const half = tanh(sum * 0.5);
      return (2 * half) / (1 - half);
    },
    derivative: (sum) => (sum > 0 ? 1 : exp(sum)),
    rectifier: true,
    range: 'any',
  },
  {
    value(sum) {
      if (sum > 0) return sum;
      const half = tanhFloat32(f(sum * 0.5));
      return f(f(2 * half) / f(1 - half));
    },
    derivative: (sum, activation) => (sum > 0 ? 1 : f(activation + 1)),
  },
);
