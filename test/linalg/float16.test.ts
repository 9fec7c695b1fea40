// float16 and bfloat16: the numbers that 16 bits stand for.
import { expect, it } from 'vitest';
import { bfloat16, float16 } from '../../src/linalg/float16.js';

// From the table of examples of IEEE 754-2019 binary16, and by hand.
it.each([
  [0x0001, 2 ** -24],
  [0x03ff, 1023 * 2 ** -24],
  [0x0400, 2 ** -14],
  [0x3555, 0.333251953125],
  [0x7bff, 65504],
  [0xc000, -2],
  [0x8000, -0],
  [0x7c00, Number.POSITIVE_INFINITY],
  [0xfc00, Number.NEGATIVE_INFINITY],
  [0x7e00, Number.NaN],
])('float16 reads %i as %d', (bits, value) => {
  expect(float16(bits)).toBe(value);
});

// By hand: seven bits of fraction, and the exponents of float32.
it.each([
  [0x0001, 2 ** -133],
  [0x0080, 2 ** -126],
  [0x3f80, 1],
  [0x3fc0, 1.5],
  [0x7f7f, (2 - 2 ** -7) * 2 ** 127],
  [0xc040, -3],
  [0x8000, -0],
  [0x7f80, Number.POSITIVE_INFINITY],
  [0xff80, Number.NEGATIVE_INFINITY],
  [0x7fc0, Number.NaN],
])('bfloat16 reads %i as %d', (bits, value) => {
  expect(bfloat16(bits)).toBe(value);
});
