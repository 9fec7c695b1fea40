// A fingerprint of an array's bytes, by which one can tell, almost surely, whether any of them has changed.

/** An odd number whose bits are well mixed: 2^32 over the golden ratio. */
const FACTOR = 0x9e3779b1;

/** How many hashes run side by side, so that none waits for another: a multiplication takes a few turns of the processor. */
const LANES = 4;

/** 32 bits that depend on every byte and on its place. 47 MB take about 10 ms. */
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
  for (let i = 0; i < count; i += LANES) {
    a = stir(a, words[i] as number);
    b = stir(b, words[i + 1] as number);
    c = stir(c, words[i + 2] as number);
    d = stir(d, words[i + 3] as number);
  }
  let hash = stir(stir(stir(a, b), c), d);
  for (let i = 0; i < head; i++) hash = stir(hash, bytes[i] as number);
  for (let i = head + count * 4; i < byteLength; i++) hash = stir(hash, bytes[i] as number);
  return hash;
}

function stir(hash: number, word: number): number {
  return Math.imul(((hash << 13) | (hash >>> 19)) ^ word, FACTOR);
}
