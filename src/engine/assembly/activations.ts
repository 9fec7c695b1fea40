// The activations and their derivatives, four neurons at once: the steps of the float32 kernels in model/activations, one
// instruction each.
import { exponential, hyperbolicTangent } from './exponential';

// The numbers of the activations. `npm run build:engine` hands their names over to the host.
/** A JavaScript function of the user. */
export const CUSTOM: u32 = 0;
export const SOFTMAX: u32 = 1;
export const IDENTITY: u32 = 2;
export const RELU: u32 = 3;
export const LEAKY_RELU: u32 = 4;
export const SIGMOID: u32 = 5;
export const TANH: u32 = 6;
export const ELU: u32 = 7;
export const SOFTPLUS: u32 = 8;
export const GELU: u32 = 9;
export const SOFTSIGN: u32 = 10;
export const MISH: u32 = 11;

const LEAK: f32 = 0.01;
const ROOT_2_OVER_PI: f32 = 0.7978845608028654;
const CUBIC: f32 = 0.044715;
const FAR: f32 = 1e30;

/** The activation of four weighted sums. */
// @ts-ignore: decorator
@inline
export function valueOf(activation: u32, sum: v128): v128 {
  switch (activation) {
    case RELU:
      return v128.andnot(sum, f32x4.le(sum, f32x4.splat(0)));
    case LEAKY_RELU:
      return v128.bitselect(sum, f32x4.mul(f32x4.splat(LEAK), sum), positive(sum));
    case SIGMOID:
      return sigmoid(sum);
    case TANH:
      return hyperbolicTangent(sum);
    case ELU: {
      // e^x - 1 = 2t / (1 - t) with t = tanh(x / 2)
      const half = hyperbolicTangent(f32x4.mul(sum, f32x4.splat(0.5)));
      const below = f32x4.div(f32x4.mul(f32x4.splat(2), half), f32x4.sub(f32x4.splat(1), half));
      return v128.bitselect(sum, below, positive(sum));
    }
    case SOFTPLUS:
      return softplus(sum);
    case GELU: {
      const gate = f32x4.add(f32x4.splat(1), geluTanh(sum));
      const gated = f32x4.mul(f32x4.mul(f32x4.splat(0.5), sum), gate);
      // Where the gate is shut the product is -0, and for -Infinity it would be NaN.
      return v128.bitselect(f32x4.splat(-0.0), gated, f32x4.eq(gate, f32x4.splat(0)));
    }
    case SOFTSIGN: {
      const large = bounded(sum);
      return f32x4.div(large, f32x4.add(f32x4.splat(1), f32x4.abs(large)));
    }
    case MISH:
      return mish(sum);
    default:
      return sum;
  }
}

/** The derivative of the activation at four weighted sums, of which it made `activated`. */
// @ts-ignore: decorator
@inline
export function derivativeOf(activation: u32, sum: v128, activated: v128): v128 {
  const one = f32x4.splat(1);
  switch (activation) {
    case RELU:
      return v128.and(one, positive(activated));
    case LEAKY_RELU:
      return v128.bitselect(one, f32x4.splat(LEAK), positive(activated));
    case SIGMOID:
      return f32x4.mul(activated, f32x4.sub(one, activated));
    case TANH:
      return f32x4.sub(one, f32x4.mul(activated, activated));
    case ELU:
      return v128.bitselect(one, f32x4.add(activated, one), positive(activated));
    case SOFTPLUS:
      return softplusDerivative(sum);
    case GELU: {
      const tanh = geluTanh(sum);
      const half = f32x4.splat(0.5);
      const cubic = f32x4.mul(f32x4.splat(<f32>3 * CUBIC), f32x4.mul(sum, sum));
      const inner = f32x4.mul(f32x4.splat(ROOT_2_OVER_PI), f32x4.add(one, cubic));
      const flat = f32x4.sub(one, f32x4.mul(tanh, tanh));
      const bend = f32x4.mul(f32x4.mul(f32x4.mul(half, sum), flat), inner);
      // Where the gate no longer moves, x^2 may be Infinity, and 0 times it NaN.
      const bent = v128.andnot(bend, f32x4.eq(flat, f32x4.splat(0)));
      return f32x4.add(f32x4.mul(half, f32x4.add(one, tanh)), bent);
    }
    case SOFTSIGN: {
      const left = f32x4.sub(one, f32x4.abs(activated));
      return f32x4.mul(left, left);
    }
    case MISH:
      return mishDerivative(sum);
    default:
      return one;
  }
}

// @ts-ignore: decorator
@inline
function positive(x: v128): v128 {
  return f32x4.gt(x, f32x4.splat(0));
}

/** 1 / (1 + e^-x); of e^x and e^-x, the one that cannot overflow. */
// @ts-ignore: decorator
@inline
function sigmoid(sum: v128): v128 {
  const one = f32x4.splat(1);
  const power = exponential(f32x4.neg(f32x4.abs(sum)));
  return f32x4.div(v128.bitselect(one, power, positive(sum)), f32x4.add(one, power));
}

function softplusDerivative(sum: v128): v128 {
  const one = f32x4.splat(1);
  const power = shrunk(sum);
  return f32x4.div(v128.bitselect(one, power, positive(sum)), f32x4.add(one, power));
}

/** e^-|x|, which cannot overflow. */
function shrunk(sum: v128): v128 {
  return exponential(f32x4.neg(f32x4.abs(sum)));
}

/** max(x, 0) + ln(1 + e^-|x|), and ln(1 + p) = 2 (s + s^3/3 + s^5/5 + ...) with s = p / (2 + p). */
function softplus(sum: v128): v128 {
  const power = shrunk(sum);
  const s = f32x4.div(power, f32x4.add(f32x4.splat(2), power));
  const square = f32x4.mul(s, s);
  let series = f32x4.splat(0);
  series = f32x4.add(f32x4.mul(series, square), f32x4.splat(<f32>(1.0 / 15.0)));
  series = f32x4.add(f32x4.mul(series, square), f32x4.splat(<f32>(1.0 / 13.0)));
  series = f32x4.add(f32x4.mul(series, square), f32x4.splat(<f32>(1.0 / 11.0)));
  series = f32x4.add(f32x4.mul(series, square), f32x4.splat(<f32>(1.0 / 9.0)));
  series = f32x4.add(f32x4.mul(series, square), f32x4.splat(<f32>(1.0 / 7.0)));
  series = f32x4.add(f32x4.mul(series, square), f32x4.splat(<f32>(1.0 / 5.0)));
  series = f32x4.add(f32x4.mul(series, square), f32x4.splat(<f32>(1.0 / 3.0)));
  series = f32x4.add(f32x4.mul(series, square), f32x4.splat(1));
  const logarithm = f32x4.mul(f32x4.mul(f32x4.splat(2), s), series);
  return f32x4.add(v128.and(sum, positive(sum)), logarithm);
}

/** tanh(sqrt(2/pi) (x + 0.044715 x^3)) */
function geluTanh(sum: v128): v128 {
  const cube = f32x4.mul(f32x4.splat(CUBIC), f32x4.mul(f32x4.mul(sum, sum), sum));
  return hyperbolicTangent(f32x4.mul(f32x4.splat(ROOT_2_OVER_PI), f32x4.add(sum, cube)));
}

/** The sum, or one so large that it makes no difference: Infinity times 0, and Infinity / Infinity, would be NaN. */
function bounded(sum: v128): v128 {
  return f32x4.pmax(f32x4.pmin(sum, f32x4.splat(FAR)), f32x4.splat(-FAR));
}

function mish(sum: v128): v128 {
  return f32x4.mul(f32x4.pmax(sum, f32x4.splat(-FAR)), hyperbolicTangent(softplus(sum)));
}

function mishDerivative(sum: v128): v128 {
  const gate = hyperbolicTangent(softplus(sum));
  const flat = f32x4.sub(f32x4.splat(1), f32x4.mul(gate, gate));
  return f32x4.add(gate, f32x4.mul(f32x4.mul(bounded(sum), flat), softplusDerivative(sum)));
}
