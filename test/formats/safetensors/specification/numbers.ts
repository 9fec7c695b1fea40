// Floating-point numbers by their bits: IEEE 754-2019, section 3.4, once for every width. bfloat16 is the upper half of a binary32.
import * as fc from 'fast-check';

/** How a type divides its bits, beside the one of the sign. */
interface Division {
  readonly exponentBits: number;
  readonly fractionBits: number;
}

/** The types that are read. */
const DIVISIONS = {
  F64: { exponentBits: 11, fractionBits: 52 },
  F32: { exponentBits: 8, fractionBits: 23 },
  F16: { exponentBits: 5, fractionBits: 10 },
  BF16: { exponentBits: 8, fractionBits: 7 },
} satisfies Record<string, Division>;

/** The name of such a type. */
export type FloatName = keyof typeof DIVISIONS;

/** The names of all. */
export const FLOAT_NAMES = Object.keys(DIVISIONS) as FloatName[];

/** How many bytes a number has. */
export function sizeOf(dtype: FloatName): number {
  const { exponentBits, fractionBits } = DIVISIONS[dtype];
  return (1 + exponentBits + fractionBits) / 8;
}

/** The number that bits stand for. No step of it rounds: every one is a doubling or a halving of what a float64 holds. */
export function numberOf(dtype: FloatName, bits: bigint): number {
  const { exponentBits, fractionBits } = DIVISIONS[dtype];
  const fraction = bits & ((1n << BigInt(fractionBits)) - 1n);
  const exponent = Number((bits >> BigInt(fractionBits)) & ((1n << BigInt(exponentBits)) - 1n));
  const sign = bits >> BigInt(exponentBits + fractionBits) === 0n ? 1 : -1;
  const highest = 2 ** exponentBits - 1;
  if (exponent === highest) return fraction === 0n ? sign * Number.POSITIVE_INFINITY : Number.NaN;
  const whole = exponent === 0 ? fraction : fraction + (1n << BigInt(fractionBits));
  const bias = (highest - 1) / 2;
  return sign * doubled(Number(whole), Math.max(1, exponent) - bias - fractionBits);
}

function doubled(number: number, times: number): number {
  let result = number;
  for (let time = 0; time < times; time++) result *= 2;
  for (let time = 0; time > times; time--) result /= 2;
  return result;
}

/** Bits of a type: all of them may come, and those at the edges often: zeros, subnormals, the largest, infinities and NaNs. */
export function bitsOf(dtype: FloatName): fc.Arbitrary<bigint> {
  const { exponentBits, fractionBits } = DIVISIONS[dtype];
  const highest = 2 ** exponentBits - 1;
  const bias = (highest - 1) / 2;
  const exponent = fc.oneof(
    fc.constantFrom(0, 1, highest - 1, highest),
    fc.integer({ min: bias - 10, max: bias + 10 }),
    fc.nat(highest),
  );
  const ones = (1n << BigInt(fractionBits)) - 1n;
  const fraction = fc.oneof(fc.constantFrom(0n, 1n, ones), fc.bigInt({ min: 0n, max: ones }));
  return fc
    .tuple(fc.constantFrom(0n, 1n), exponent, fraction)
    .map(([sign, power, rest]) => (((sign << BigInt(exponentBits)) | BigInt(power)) << BigInt(fractionBits)) | rest);
}
