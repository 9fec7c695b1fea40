// SplitMix64 (Steele, Lea and Flood, 2014): turns one number into many that look unrelated. It seeds the generator proper.
//
// Its words have 64 bits, more than a number holds exactly, so they are BigInts, cut back to 64 bits after each step. None is a
// literal: tools that build for older browsers refuse those.

/** 2^64 divided by the golden ratio, made odd. */
const STEP = /* @__PURE__ */ BigInt('0x9e3779b97f4a7c15');

/** By how many bits words are stirred, and the factors between. */
const SHIFTS = /* @__PURE__ */ [30, 27, 31].map(BigInt);
const FACTORS = /* @__PURE__ */ ['0xbf58476d1ce4e5b9', '0x94d049bb133111eb'].map(BigInt);

/** The state that follows `state`. */
export function nextState(state: bigint): bigint {
  return BigInt.asUintN(64, state + STEP);
}

/** The output of a state: its bits stirred until each depends on all. */
export function mix(state: bigint): bigint {
  let word = BigInt.asUintN(64, (state ^ (state >> SHIFTS[0])) * FACTORS[0]);
  word = BigInt.asUintN(64, (word ^ (word >> SHIFTS[1])) * FACTORS[1]);
  return word ^ (word >> SHIFTS[2]);
}
