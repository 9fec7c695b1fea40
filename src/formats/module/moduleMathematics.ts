// The mathematics of written modules as text: the same steps in the same order as those of linalg, so that the bits are the same.
//
// A comment /*: type*/ becomes the type itself in TypeScript, and nothing in JavaScript: see inLanguage.

export const POWER_OF_TWO = `
const eight = new DataView(new ArrayBuffer(8));

/** 2^exponent, exactly: a double keeps its exponent, plus 1023, from its bit 52 on. */
function powerOfTwo(exponent/*: number*/)/*: number*/ {
  eight.setUint32(0, (exponent + 1023) << 20);
  return eight.getFloat64(0);
}
`;

export const EXP = `
const LN2_HIGH = f(0.693359375);
const LN2_LOW = f(-2.1219444e-4);
const ONE_OVER_LN2 = f(1.4426950408889634);
const TENTH = f(0.1);

/** e^x in float32, from + - x / alone, so that every engine gives the same bits: 2^k e^r, and e^r by Lambert's continued fraction. */
function exp(x/*: number*/)/*: number*/ {
  const clipped = x > 89 ? 89 : x < -104 ? -104 : x;
  const k = f(f(f(clipped * ONE_OVER_LN2) + 12582912) - 12582912);
  const high = f(clipped - f(k * LN2_HIGH));
  const low = f(k * LN2_LOW);
  const r = f(high - low);
  const square = f(r * r);
  const c = f(r - f(square / f(6 + f(square * TENTH))));
  const power = f(1 + f(high + f(f(f(r * c) / f(2 - c)) - low)));
  return f(power * powerOfTwo(k));
}
`;

export const TANH = `
const NINTH = f(0.1111111111111111);

/** tanh x in float32, from + - x / alone: Lambert's continued fraction near 0, and by e^2x elsewhere. */
function tanh(x/*: number*/)/*: number*/ {
  const size = Math.abs(x);
  if (size < 0.5625) {
    const square = f(x * x);
    const tail = f(3 + f(square / f(5 + f(square / f(7 + f(square * NINTH))))));
    return f(x - f(f(x * square) / f(tail + square)));
  }
  const above = f(1 - f(2 / f(exp(f(2 * size)) + 1)));
  return x < 0 ? -above : above;
}
`;
