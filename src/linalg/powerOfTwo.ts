// Exact powers of two. `2 ** k` is left to each engine by the language's standard, so it is not used where bits must repeat.

/** Exponent of the smallest positive double, 2^-1074. */
const LEAST = -1074;
/** Exponent of the largest power of two that a double holds. */
const MOST = 1023;

let powers: Float64Array | undefined;

/** 2^`exponent`, exactly, for a whole `exponent` from -1074 to 1023. */
export function powerOfTwo(exponent: number): number {
  if (powers === undefined) {
    powers = new Float64Array(MOST - LEAST + 1);
    for (let index = -LEAST, power = 1; index < powers.length; index++, power *= 2) powers[index] = power;
    for (let index = -LEAST, power = 1; index >= 0; index--, power /= 2) powers[index] = power;
  }
  return powers[exponent - LEAST];
}
