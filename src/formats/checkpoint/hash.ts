// A fingerprint of bytes: a change of any one bit changes it.

/** Odd numbers whose bits are well mixed. */
const FACTORS = [0x9e3779b1, 0x85ebca6b] as const;

/** A fingerprint that takes its bytes in parts. */
export interface Hash {
  /** Takes all bytes of a part, and their number. */
  add(part: ArrayBufferView): void;
  /** Takes all bits of a number. */
  addNumber(number: number): void;
  /** The hash of everything so far: 64 bits in hexadecimal. */
  text(): string;
}

/** A new fingerprint. */
export function newHash(): Hash {
  let [high, low] = [1, 2];
  const number = new DataView(new ArrayBuffer(8));
  const take = (word: number) => {
    high = stir(high, word, FACTORS[0]);
    low = stir(low, word, FACTORS[1]);
  };
  return {
    add({ buffer, byteOffset, byteLength }) {
      const view = new DataView(buffer, byteOffset, byteLength);
      const words = byteLength - (byteLength % 4);
      for (let at = 0; at < words; at += 4) take(view.getInt32(at, true));
      for (let at = words; at < byteLength; at++) take(view.getUint8(at));
      take(byteLength);
    },
    addNumber(value) {
      number.setFloat64(0, value, true);
      take(number.getInt32(0, true));
      take(number.getInt32(4, true));
    },
    text: () => [high, low].map((half) => (half >>> 0).toString(16).padStart(8, '0')).join(''),
  };
}

/** 64 bits in hexadecimal that depend on all bytes, their order and their number in each part; the same on every machine. */
export function hashOf(...parts: readonly ArrayBufferView[]): string {
  const hash = newHash();
  for (const part of parts) hash.add(part);
  return hash.text();
}

/** Two words that differ give two hashes that differ, since each step can be undone. */
function stir(hash: number, word: number, factor: number): number {
  const mixed = Math.imul(((hash << 13) | (hash >>> 19)) ^ word, factor);
  return mixed ^ (mixed >>> 15);
}
