// A fingerprint of an array's bytes, which differs if they have changed.

/** An odd number whose bits are well mixed: 2^32 over the golden ratio. */
const FACTOR = 0x9e3779b1;

/** How many hashes run side by side, so that none waits for another: a multiplication takes a few turns of the processor. */
const LANES = 4;

/** Up to so many words are all looked at; of more, a run of 16 (a cache line) out of every 256. */
const ALL = 0x4000;
const RUN = 16;
const EVERY = 256;

/**
 * 32 bits that depend on the bytes and their places: on every byte of a small array, and on one in sixteen of a large one, which
 * tells whether images were exchanged or scaled, and not whether one pixel was changed. 47 MB take about a millisecond.
 */
export function fingerprint({ buffer, byteOffset, byteLength }: ArrayBufferView): number {
  const bytes = new Uint8Array(buffer, byteOffset, byteLength);
  // Words where they are aligned, and the few bytes before and after them one by one.
  const head = Math.min((4 - (byteOffset % 4)) % 4, byteLength);
  const count = Math.floor((byteLength - head) / 4 / LANES) * LANES;
  const words = count === 0 ? new Int32Array(0) : new Int32Array(buffer, byteOffset + head, count);
  let a = 1;
  let b = 2;
  let c = 3;
  let d = 4;
  const run = count <= ALL ? count : RUN;
  for (let start = 0; start < count; start += run === count ? run : EVERY) {
    const end = Math.min(start + run, count);
    for (let i = start; i < end; i += LANES) {
      a = stir(a, words[i]);
      b = stir(b, words[i + 1]);
      c = stir(c, words[i + 2]);
      d = stir(d, words[i + 3]);
    }
  }
  let hash = stir(stir(stir(a, b), c), d);
  for (let i = 0; i < head; i++) hash = stir(hash, bytes[i]);
  for (let i = head + count * 4; i < byteLength; i++) hash = stir(hash, bytes[i]);
  return hash;
}

function stir(hash: number, word: number): number {
  return Math.imul(((hash << 13) | (hash >>> 19)) ^ word, FACTOR);
}
