// The seeded generator: the steps of random/Random.ts and random/seeding.ts, in words of 32 and 64 bits.

let word0: u32 = 0;
let word1: u32 = 0;
let word2: u32 = 0;
let word3: u32 = 0;

// @ts-ignore: decorator
@inline
function nextState(state: u64): u64 {
  return state + 0x9e3779b97f4a7c15;
}

// @ts-ignore: decorator
@inline
function mix(state: u64): u64 {
  let word = (state ^ (state >> 30)) * 0xbf58476d1ce4e5b9;
  word = (word ^ (word >> 27)) * 0x94d049bb133111eb;
  return word ^ (word >> 31);
}

/** Starts the stream of a hash and one more key. */
export function startStream(hash: u64, key: u32): void {
  const first = nextState(mix(nextState(hash ^ <u64>key)));
  const lower = mix(first);
  const upper = mix(nextState(first));
  word0 = <u32>lower;
  word1 = <u32>(lower >> 32);
  word2 = <u32>upper;
  word3 = <u32>(upper >> 32);
}

/** The next 32 random bits. */
export function next(): u32 {
  const scrambled = rotl<u32>(word1 * 5, 7) * 9;
  const shifted = word1 << 9;
  word2 ^= word0;
  word3 ^= word1;
  word1 ^= word2;
  word0 ^= word3;
  word2 ^= shifted;
  word3 = rotl<u32>(word3, 11);
  return scrambled;
}
