// SplitMix64 (Steele, Lea and Flood, 2014): turns one number into many that look unrelated. It seeds the generator proper.
//
// Its 64-bit words are held as two 32-bit halves, so that it runs on whole numbers every engine treats alike, and fast.

/** A 64-bit word: `high` x 2^32 + `low`, both halves from 0 to 2^32 - 1. */
export interface Word {
  readonly high: number;
  readonly low: number;
}

/** 2^64 divided by the golden ratio, made odd: the step from one state to the next. */
const GOLDEN: Word = { high: 0x9e3779b9, low: 0x7f4a7c15 };
const FIRST_FACTOR: Word = { high: 0xbf58476d, low: 0x1ce4e5b9 };
const SECOND_FACTOR: Word = { high: 0x94d049bb, low: 0x133111eb };

/** A whole number from 0 to 2^53 - 1 as a word. */
export function wordOf(value: number): Word {
  return { high: Math.floor(value / 2 ** 32), low: value >>> 0 };
}

/** The state that follows `state`. */
export function nextState(state: Word): Word {
  return add(state, GOLDEN);
}

/** The output of a state: its bits stirred until each depends on all. */
export function mix(state: Word): Word {
  let word = multiply(xorShifted(state, 30), FIRST_FACTOR);
  word = multiply(xorShifted(word, 27), SECOND_FACTOR);
  return xorShifted(word, 31);
}

/** Bit by bit, one or the other but not both. */
export function xor(left: Word, right: Word): Word {
  return { high: (left.high ^ right.high) >>> 0, low: (left.low ^ right.low) >>> 0 };
}

function add(left: Word, right: Word): Word {
  const low = left.low + right.low;
  return { high: (left.high + right.high + (low >= 2 ** 32 ? 1 : 0)) >>> 0, low: low >>> 0 };
}

/** word ^ (word >>> distance), for a distance below 32. */
function xorShifted(word: Word, distance: number): Word {
  const low = (word.low >>> distance) | (word.high << (32 - distance));
  return xor(word, { high: word.high >>> distance, low });
}

/** The low 64 bits of a product. */
function multiply(left: Word, right: Word): Word {
  const low = multiply32(left.low, right.low);
  const high = low.high + Math.imul(left.high, right.low) + Math.imul(left.low, right.high);
  return { high: high >>> 0, low: low.low };
}

/** The whole 64-bit product of two 32-bit numbers, from their 16-bit halves as one multiplies on paper. */
function multiply32(left: number, right: number): Word {
  const leftHigh = left >>> 16;
  const leftLow = left & 0xffff;
  const rightHigh = right >>> 16;
  const rightLow = right & 0xffff;
  const lowest = leftLow * rightLow;
  const middle = leftHigh * rightLow + Math.floor(lowest / 2 ** 16);
  const other = leftLow * rightHigh + (middle % 2 ** 16);
  return {
    high: (leftHigh * rightHigh + Math.floor(middle / 2 ** 16) + Math.floor(other / 2 ** 16)) >>> 0,
    low: (((other & 0xffff) << 16) | (lowest & 0xffff)) >>> 0,
  };
}
