// The support for tests that need real digits.
import { expect, it } from 'vitest';
import { testDigits } from './testDigits.js';
import { trainingDigits } from './trainingDigits.js';

it('reads the first training digits, in Node and in Chromium', async () => {
  const { images, labels } = await trainingDigits(5);
  expect(images.length).toBe(16 + 5 * 784);
  expect([...images.subarray(0, 16)]).toEqual([0, 0, 8, 3, 0, 0, 0, 5, 0, 0, 0, 28, 0, 0, 0, 28]);
  expect([...labels]).toEqual([0, 0, 8, 1, 0, 0, 0, 5, 5, 0, 4, 1, 9]);
});

it('reads the first test digits likewise, which are others', async () => {
  const { images, labels } = await testDigits(5);
  expect(images.length).toBe(16 + 5 * 784);
  expect([...labels]).toEqual([0, 0, 8, 1, 0, 0, 0, 5, 7, 2, 1, 0, 4]);
});
