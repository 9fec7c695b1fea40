// The fingerprint of an array tells whether its bytes have changed.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fingerprint } from '../../src/engine/fingerprint.js';

it('depends on every byte of a small array and its place, wherever the array starts and however long it is', () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ minLength: 1, maxLength: 80 }),
      fc.nat(7),
      fc.nat(),
      fc.integer({ min: 1, max: 255 }),
      (numbers, offset, place, change) => {
        const buffer = new ArrayBuffer(numbers.length + 16);
        const bytes = new Uint8Array(buffer, offset, numbers.length);
        bytes.set(numbers);
        const before = fingerprint(bytes);
        expect(fingerprint(bytes)).toBe(before);
        bytes[place % bytes.length] = (bytes[place % bytes.length] as number) ^ change;
        expect(fingerprint(bytes)).not.toBe(before);
      },
    ),
    { numRuns: 2000 },
  );
});

it('tells arrays filled with one number from those filled with another, which sums do not', () => {
  const prints = [0, -0, 0.25, 0.5, 1, 2, -1, 1e-45].map((number) => fingerprint(new Float32Array(2 ** 16).fill(number)));
  expect(new Set(prints).size).toBe(prints.length);
  const swapped = fingerprint(Float32Array.of(2, 1, 3, 4));
  expect(swapped).not.toBe(fingerprint(Float32Array.of(1, 2, 3, 4)));
});

it('looks at the array alone, and not at what else its buffer holds', () => {
  const whole = Uint8Array.from({ length: 64 }, (_, i) => i * 37);
  const part = whole.subarray(5, 48);
  const before = fingerprint(part);
  whole[4] = 1;
  whole[48] = 1;
  expect(fingerprint(part)).toBe(before);
  expect(fingerprint(part)).not.toBe(fingerprint(whole.subarray(5, 47)));
});

it('tells of a large array whether a thousandth of it was exchanged', () => {
  const large = Uint8Array.from({ length: 2 ** 20 }, (_, i) => (i * 37) >> 3);
  const before = fingerprint(large);
  for (const start of [0, 1000, 500_000, 2 ** 20 - 1040]) {
    const changed = large.slice();
    changed.fill(7, start, start + 1040);
    expect(fingerprint(changed)).not.toBe(before);
  }
});
