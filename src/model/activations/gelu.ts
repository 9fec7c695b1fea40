import { tanh, tanhFloat32 } from '../../linalg/tanh.js';
import { type Activation, makeActivation } from './activation.js';

const ROOT_2_OVER_PI = 0.7978845608028654;
const CUBIC = 0.044715;

/** The tanh in both the value and the derivative. */
function bend(sum: number): number {
  return tanh(ROOT_2_OVER_PI * (sum + CUBIC * sum * sum * sum));
}

const f = Math.fround;
const F_ROOT_2_OVER_PI = /* @__PURE__ */ f(ROOT_2_OVER_PI);
const F_CUBIC = /* @__PURE__ */ f(CUBIC);

/** The same in float32. */
function bendFloat32(sum: number): number {
  return tanhFloat32(f(F_ROOT_2_OVER_PI * f(sum + f(F_CUBIC * f(f(sum * sum) * sum)))));
}

/**
 * The Gaussian error linear unit, in its tanh form, as GPT-2 has it: a smooth ReLU that dips a little below 0.
 *
 * gelu(x) = x/2 (1 + tanh(sqrt(2/pi) (x + 0.044715 x^3)))
 *
 * It stays within 0.0005 of the form by the error function, which some libraries take when asked for nothing else.
 *
 * Source: D. Hendrycks and K. Gimpel, "Gaussian error linear units" (2016).
 *
 * @example
 * ```ts
 * import { gelu } from 'glassbox-nn';
 *
 * gelu(0); // => 0
 * gelu(10); // => 10
 * ```
 */
export const gelu: Activation = /* @__PURE__ */ makeActivation(
  {
    name: 'gelu',
    value(sum) {
      const gate = 1 + bend(sum);
      // Where the gate is shut the product is -0, and for -Infinity it would be NaN.
      return gate === 0 ? -0 : 0.5 * sum * gate;
    },
    derivative(sum) {
      const tanh = bend(sum);
      const flat = 1 - tanh * tanh;
      // Where the gate no longer moves, x^2 may be Infinity, and 0 times it NaN.
      if (flat === 0) return 0.5 * (1 + tanh);
      const inner = ROOT_2_OVER_PI * (1 + 3 * CUBIC * sum * sum);
      return 0.5 * (1 + tanh) + 0.5 * sum * flat * inner;
    },
    rectifier: true,
    range: 'any',
  },
  {
    value(sum) {
      const gate = f(1 + bendFloat32(sum));
      return gate === 0 ? -0 : f(f(0.5 * sum) * gate);
    },
    derivative(sum) {
      const tanh = bendFloat32(sum);
      const flat = f(1 - f(tanh * tanh));
      if (flat === 0) return f(0.5 * f(1 + tanh));
      const inner = f(F_ROOT_2_OVER_PI * f(1 + f(f(3 * F_CUBIC) * f(sum * sum))));
      return f(f(0.5 * f(1 + tanh)) + f(f(f(0.5 * sum) * flat) * inner));
    },
  },
);
