// What the elementary functions should give: fixed-point numbers of 256 binary places, in BigInt. Slow, and plainly right.

/** Binary places of every number here. */
const PLACES = 256;
const ONE = 1n << BigInt(PLACES);

/** A real number, exactly `mantissa` x 2^`exponent`. */
export interface Real {
  readonly mantissa: bigint;
  readonly exponent: number;
}

/** The double as an exact product of a whole number and a power of two. */
function realOf(value: number): Real {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, value);
  const bits = view.getBigUint64(0);
  const power = Number((bits >> 52n) & 0x7ffn);
  const fraction = bits & 0xfffffffffffffn;
  const size = power === 0 ? fraction : fraction | (1n << 52n);
  return { mantissa: bits >> 63n ? -size : size, exponent: Math.max(power, 1) - 1075 };
}

/** How far `value` lies from `exact`, in units in the last place of a double of the size of `exact`, or of `unit` if one is given. */
export function ulpsBetween(value: number, exact: Real, unit = lastPlace(exact)): number {
  const approximate = realOf(value);
  // 40 more places than the unit has, so that a fraction of a unit is seen.
  const difference = shifted(approximate, unit - 40) - shifted(exact, unit - 40);
  return Math.abs(Number(difference)) / 2 ** 40;
}

/** The exponent of the last place of a double of the size of `exact`. */
function lastPlace({ mantissa, exponent }: Real): number {
  const size = mantissa < 0n ? -mantissa : mantissa;
  return Math.max(size.toString(2).length - 1 + exponent - 52, -1074);
}

/** The number in units of 2^`exponent`, the rest cut off. */
function shifted(real: Real, exponent: number): bigint {
  const distance = real.exponent - exponent;
  return distance >= 0 ? real.mantissa << BigInt(distance) : real.mantissa >> BigInt(-distance);
}

/** e^x, for any finite double. */
export function preciseExp(x: number): Real {
  const { power, k } = expParts(fixed(x));
  return { mantissa: power, exponent: k - PLACES };
}

/** ln x, for a double above 0. */
export function preciseLog(x: number): Real {
  return logOf(realOf(x));
}

/** ln(1 + x), for |x| below 1 and from 2^-40. */
export function preciseLog1p(x: number): Real {
  return logOf({ mantissa: ONE + fixed(x), exponent: -PLACES });
}

/** tanh x, for |x| from 2^-40 to 40. */
export function preciseTanh(x: number): Real {
  const { power, k } = expParts(2n * fixed(x));
  const e = k >= 0 ? power << BigInt(k) : power >> BigInt(-k);
  return { mantissa: ((e - ONE) << BigInt(PLACES)) / (e + ONE), exponent: -PLACES };
}

/** sin x, for |x| up to a million. */
export function preciseSin(x: number): Real {
  return { mantissa: turned(fixed(x)), exponent: -PLACES };
}

/** cos x, for |x| up to a million. */
export function preciseCos(x: number): Real {
  return { mantissa: turned(fixed(x) + PI / 2n), exponent: -PLACES };
}

function fixed(x: number): bigint {
  return shifted(realOf(x), -PLACES);
}

function times(a: bigint, b: bigint): bigint {
  return (a * b) >> BigInt(PLACES);
}

/** e^x = power x 2^k. */
function expParts(x: bigint): { power: bigint; k: number } {
  const k = (2n * x + LN2) / (2n * LN2);
  return { power: taylorExp(x - k * LN2), k: Number(k) };
}

/** e^x for x from -1 to 1: the series for x / 256, then squared eight times. */
function taylorExp(x: bigint): bigint {
  const small = x >> 8n;
  let total = ONE;
  let term = ONE;
  for (let n = 1n; term !== 0n && term !== -1n; n++) {
    term = times(term, small) / n;
    total += term;
  }
  for (let squaring = 0; squaring < 8; squaring++) total = times(total, total);
  return total;
}

/** ln x by Halley's method on e^y = x, which trebles the right digits with every step. */
function logOf({ mantissa, exponent }: Real): Real {
  const length = mantissa.toString(2).length;
  // x = m 2^k with m from 1 up to 2.
  const m = shifted({ mantissa, exponent: PLACES - length + 1 }, 0);
  const k = exponent + length - 1;
  let y = fixed(Math.log(Number(m >> BigInt(PLACES - 60)) / 2 ** 60));
  for (let step = 0; step < 2; step++) y += (2n * ONE * (m - taylorExp(y))) / (m + taylorExp(y));
  return { mantissa: y + BigInt(k) * LN2, exponent: -PLACES };
}

/** sin x by its series, after whole half turns are taken away. */
function turned(x: bigint): bigint {
  const half = (2n * x + (x < 0n ? -PI : PI)) / (2n * PI);
  const r = x - half * PI;
  const square = times(r, r);
  let total = r;
  let term = r;
  for (let n = 2n; term !== 0n && term !== -1n; n += 2n) {
    term = -times(term, square) / (n * (n + 1n));
    total += term;
  }
  return half % 2n === 0n ? total : -total;
}

/** artanh(1 / n) or, alternating, arctan(1 / n). */
function inverseSeries(n: bigint, alternating: boolean): bigint {
  let total = 0n;
  let power = ONE / n;
  for (let odd = 1n, sign = 1n; power !== 0n; odd += 2n, sign = alternating ? -sign : sign) {
    total += (sign * power) / odd;
    power /= n * n;
  }
  return total;
}

/** ln 2 = 2 artanh(1/3). */
const LN2 = 2n * inverseSeries(3n, false);
/** pi = 16 arctan(1/5) - 4 arctan(1/239), by Machin (1706). */
const PI = 16n * inverseSeries(5n, true) - 4n * inverseSeries(239n, true);
