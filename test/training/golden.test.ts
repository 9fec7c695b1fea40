// The same bits on every engine and on both backends: fingerprints of the weights after training on real digits.
import { expect, it } from 'vitest';
import { GOLDEN_DIGITS, GOLDENS, goldenHashes } from '../support/goldens.js';
import { trainingDigits } from '../support/trainingDigits.js';

it.each(GOLDENS)('%s by %s: weights after 100 and after 1,000 steps', async (...golden) => {
  const [, , ...hashes] = golden;
  expect(goldenHashes(golden, await trainingDigits(GOLDEN_DIGITS))).toEqual(hashes);
});
