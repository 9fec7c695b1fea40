// A fingerprint of every bit of some bytes: one that is changed always changes it.

/** Odd numbers whose bits are well mixed. */
const FACTORS = [0x9e3779b1, 0x85ebca6b] as const;

/** 64 bits in hexadecimal that depend on all bytes, their order and how many of them each part has; the same on every machine. */
export function hashOf(...parts: readonly ArrayBufferView[]): string {
  let [high, low] = [1, 2];
  const take = (word: number) => {
    high = stir(high, word, FACTORS[0]);
    low = stir(low, word, FACTORS[1]);
  };
  for (const { buffer, byteOffset, byteLength } of parts) {
    const view = new DataView(buffer, byteOffset, byteLength);
    const words = byteLength - (byteLength % 4);
    for (let at = 0; at < words; at += 4) take(view.getInt32(at, true));
    for (let at = words; at < byteLength; at++) take(view.getUint8(at));
    take(byteLength);
  }
  return [high, low].map((half) => (half >>> 0).toString(16).padStart(8, '0')).join('');
}

/** Two words that differ come to two hashes that differ: each of its steps can be undone. */
function stir(hash: number, word: number, factor: number): number {
  const mixed = Math.imul(((hash << 13) | (hash >>> 19)) ^ word, factor);
  return mixed ^ (mixed >>> 15);
}
