// e^x and tanh x for four floats at once: the steps of linalg/expLog.ts and linalg/tanh.ts, one instruction each.

/**
 * e^x = 2^k e^r with k = round(x / ln 2), and e^r = 1 + (r + rc / (2 - c)) with c = r - r^2 / (6 + r^2 / 10).
 * See expFloat32.
 */
// @ts-ignore: decorator
@inline
export function exponential(x: v128): v128 {
  const clipped = f32x4.pmax(f32x4.pmin(x, f32x4.splat(89)), f32x4.splat(-104));
  // Adding and taking away 1.5 x 2^23 rounds to a whole number, which the low bits of the sum also hold.
  const shifted = f32x4.add(f32x4.mul(clipped, f32x4.splat(<f32>1.4426950408889634)), f32x4.splat(12582912));
  const k = f32x4.sub(shifted, f32x4.splat(12582912));
  const high = f32x4.sub(clipped, f32x4.mul(k, f32x4.splat(<f32>0.693359375)));
  const low = f32x4.mul(k, f32x4.splat(<f32>-2.1219444e-4));
  const r = f32x4.sub(high, low);
  const square = f32x4.mul(r, r);
  const tail = f32x4.add(f32x4.splat(6), f32x4.mul(square, f32x4.splat(<f32>0.1)));
  const c = f32x4.sub(r, f32x4.div(square, tail));
  const middle = f32x4.sub(f32x4.div(f32x4.mul(r, c), f32x4.sub(f32x4.splat(2), c)), low);
  const power = f32x4.add(f32x4.splat(1), f32x4.add(high, middle));
  // 2^k in two factors, since 2^128 is no float32 and 2^-127 not a normal one: only the second product rounds.
  const exponent = i32x4.sub(shifted, i32x4.splat(0x4b400000));
  const half = i32x4.shr_s(exponent, 1);
  const rest = i32x4.sub(exponent, half);
  return f32x4.mul(f32x4.mul(power, powerOfTwo(half)), powerOfTwo(rest));
}

/** 2^k for whole k from -126 to 127: a float32 keeps its exponent, plus 127, from its bit 23 on. */
// @ts-ignore: decorator
@inline
function powerOfTwo(k: v128): v128 {
  return i32x4.shl(i32x4.add(k, i32x4.splat(127)), 23);
}

/**
 * tanh x = x - x^3 / (t + x^2) with t = 3 + x^2 / (5 + x^2 / (7 + x^2 / 9)) near 0, and 1 - 2 / (e^2|x| + 1) with the sign of x
 * elsewhere. See tanhFloat32.
 */
export function hyperbolicTangent(x: v128): v128 {
  const one = f32x4.splat(1);
  const two = f32x4.splat(2);
  const size = f32x4.abs(x);
  const square = f32x4.mul(x, x);
  const seventh = f32x4.add(f32x4.splat(7), f32x4.mul(square, f32x4.splat(<f32>0.1111111111111111)));
  const fifth = f32x4.add(f32x4.splat(5), f32x4.div(square, seventh));
  const tail = f32x4.add(f32x4.splat(3), f32x4.div(square, fifth));
  const near = f32x4.sub(x, f32x4.div(f32x4.mul(x, square), f32x4.add(tail, square)));
  const above = f32x4.sub(one, f32x4.div(two, f32x4.add(exponential(f32x4.mul(two, size)), one)));
  const signed = v128.bitselect(f32x4.neg(above), above, f32x4.lt(x, f32x4.splat(0)));
  return v128.bitselect(near, signed, f32x4.lt(size, f32x4.splat(<f32>0.5625)));
}
