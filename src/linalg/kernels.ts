// The activations in float32, each step rounded, as every network computes them: the value and, beside it, the derivative.
//
// An activation names its kernel here. These bits are the arithmetic contract: another backend repeats them step by step.
import { expFloat32 } from './exp.js';
import { tanhFloat32 } from './tanh.js';

/** One activation in float32. */
export interface Kernel {
  /** The activation of a weighted sum. */
  readonly value: (sum: number) => number;
  /** Its slope there, given the sum and the activation that `value` made of it. */
  readonly derivative: (sum: number, activation: number) => number;
}

const f = Math.fround;

const identity: Kernel = {
  value: (sum) => sum,
  derivative: () => 1,
};

const relu: Kernel = {
  value: (sum) => (sum > 0 || Number.isNaN(sum) ? sum : 0),
  derivative: (sum) => (sum > 0 ? 1 : 0),
};

const LEAK = /* @__PURE__ */ f(0.01);
const leakyRelu: Kernel = {
  value: (sum) => (sum > 0 ? sum : f(LEAK * sum)),
  derivative: (sum) => (sum > 0 ? 1 : LEAK),
};

const sigmoid: Kernel = {
  // Of e^x and e^-x, the one that cannot overflow.
  value(sum) {
    const power = expFloat32(sum > 0 ? -sum : sum);
    return f((sum > 0 ? 1 : power) / f(1 + power));
  },
  derivative: (_sum, activation) => f(activation * f(1 - activation)),
};

const tanh: Kernel = {
  value: tanhFloat32,
  derivative: (_sum, activation) => f(1 - f(activation * activation)),
};

const elu: Kernel = {
  // e^x - 1 = 2t / (1 - t) with t = tanh(x / 2), which loses nothing near 0.
  value(sum) {
    if (sum > 0) return sum;
    const half = tanhFloat32(f(sum * 0.5));
    return f(f(2 * half) / f(1 - half));
  },
  derivative: (sum, activation) => (sum > 0 ? 1 : f(activation + 1)),
};

const softplus: Kernel = {
  // max(x, 0) + ln(1 + e^-|x|), and ln(1 + p) = 2 artanh s = 2 (s + s^3/3 + s^5/5 + ...) with s = p / (2 + p).
  value(sum) {
    const power = expFloat32(sum > 0 ? -sum : sum);
    const s = f(power / f(2 + power));
    const square = f(s * s);
    let series = 0;
    for (const share of ODD_SHARES) series = f(f(series * square) + share);
    return f((sum > 0 ? sum : 0) + f(f(2 * s) * series));
  },
  derivative: (sum) => sigmoid.value(sum),
};
const ODD_SHARES = /* @__PURE__ */ oddShares();
/** 1/15, 1/13, ..., 1/3, 1; in a function, since bundlers keep a division that stands at the top level. */
function oddShares(): readonly number[] {
  return [f(1 / 15), f(1 / 13), f(1 / 11), f(1 / 9), f(1 / 7), f(1 / 5), f(1 / 3), 1];
}

const ROOT_2_OVER_PI = /* @__PURE__ */ f(0.7978845608028654);
const CUBIC = /* @__PURE__ */ f(0.044715);
const gelu: Kernel = {
  value(sum) {
    const gate = f(1 + geluTanh(sum));
    // Where the gate is shut the product is -0, and for -Infinity it would be NaN.
    return gate === 0 ? -0 : f(f(0.5 * sum) * gate);
  },
  derivative(sum) {
    const tanh = geluTanh(sum);
    const flat = f(1 - f(tanh * tanh));
    // Where the gate no longer moves, x^2 may be Infinity, and 0 times it NaN.
    if (flat === 0) return f(0.5 * f(1 + tanh));
    const inner = f(ROOT_2_OVER_PI * f(1 + f(f(3 * CUBIC) * f(sum * sum))));
    const bend = f(f(f(0.5 * sum) * flat) * inner);
    return f(f(0.5 * f(1 + tanh)) + bend);
  },
};
function geluTanh(sum: number): number {
  return tanhFloat32(f(ROOT_2_OVER_PI * f(sum + f(CUBIC * f(f(sum * sum) * sum)))));
}

/** Every element-wise kernel by its name. */
export const kernels: Readonly<Record<string, Kernel>> = { identity, relu, leakyRelu, sigmoid, tanh, elu, softplus, gelu };
