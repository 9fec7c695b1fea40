// exp and log in double precision, of which the costs are made: the steps of linalg/expLog.ts.

const LN2_HIGH: f64 = 0.6931471803691238;
const LN2_LOW: f64 = 1.9082149292705877e-10;
const ONE_OVER_LN2: f64 = 1.4426950408889634;
const ROOT_2: f64 = 1.4142135623730951;
const ROOT_HALF: f64 = 0.7071067811865476;

/** 2^k for whole k from -1022 to 1023. */
// @ts-ignore: decorator
@inline
function powerOfTwo(k: i32): f64 {
  return reinterpret<f64>((<u64>(k + 1023)) << 52);
}

/** e^x. See `exp`. */
export function exp(x: f64): f64 {
  const clipped: f64 = x > 710 ? 710 : x < -746 ? -746 : x;
  // Rounded to the nearest whole number, halves up, as JavaScript does.
  const scaled = clipped * ONE_OVER_LN2;
  const below = floor(scaled);
  const k = scaled - below >= 0.5 ? below + 1 : below;
  const high = clipped - k * LN2_HIGH;
  const low = k * LN2_LOW;
  const r = high - low;
  const square = r * r;
  let tail: f64 = 22;
  for (let n: f64 = 18; n >= 6; n -= 4) tail = n + square / tail;
  const c = r - square / tail;
  const power = 1 + (high + ((r * c) / (2 - c) - low));
  const whole = <i32>k;
  const half = whole >> 1;
  return power * powerOfTwo(half) * powerOfTwo(whole - half);
}

/** ln x. See `log`. */
export function log(x: f64): f64 {
  if (!(x > 0) || x == Infinity) return x == 0 ? -Infinity : x > 0 ? x : NaN;
  let k: f64 = 0;
  let m = x;
  for (let step: i32 = 512; step >= 1; step >>= 1) {
    while (m >= powerOfTwo(step)) {
      m *= powerOfTwo(-step);
      k += step;
    }
    while (m < powerOfTwo(-step)) {
      m *= powerOfTwo(step);
      k -= step;
    }
  }
  if (m > ROOT_2) {
    m /= 2;
    k += 1;
  } else if (m < ROOT_HALF) {
    m *= 2;
    k -= 1;
  }
  return k * LN2_HIGH + (log1p(m - 1) + k * LN2_LOW);
}

/** ln(1 + x) for x from -0.3 to 1. See `log1p`. */
export function log1p(x: f64): f64 {
  const s = x / (2 + x);
  const square = s * s;
  let series: f64 = 0;
  for (let n: f64 = 37; n >= 3; n -= 2) series = (series + 1 / n) * square;
  return x - s * (x - 2 * series);
}
