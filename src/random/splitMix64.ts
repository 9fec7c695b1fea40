// SplitMix64 (Steele, Lea and Flood, 2014): turns one number into many that look unrelated. It seeds the generator proper.
//
// Its words have 64 bits, more than a number holds exactly, so they are BigInts, cut back to 64 bits after each step.

/** The state that follows `state`: 2^64 divided by the golden ratio, made odd, is the step. */
export function nextState(state: bigint): bigint {
  return BigInt.asUintN(64, state + 0x9e3779b97f4a7c15n);
}

/** The output of a state: its bits stirred until each depends on all. */
export function mix(state: bigint): bigint {
  let word = BigInt.asUintN(64, (state ^ (state >> 30n)) * 0xbf58476d1ce4e5b9n);
  word = BigInt.asUintN(64, (word ^ (word >> 27n)) * 0x94d049bb133111ebn);
  return word ^ (word >> 31n);
}
