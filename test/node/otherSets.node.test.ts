// A data set in MNIST's form that is not MNIST: it goes through the same doors, with no code of its own.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { adam, classifier, evaluate, Network, relu, softmax, train } from 'glassbox-nn';
import { mnist, parseIdx, toIdx } from 'glassbox-nn/data';
import { readMnist } from 'glassbox-nn/node';
import { afterAll, describe, expect, it } from 'vitest';
import { trainingDigits } from '../support/trainingDigits.js';

const folder = mkdtempSync(join(tmpdir(), 'other-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Real digits turned into something else: pictures upside down, and only whether they are even. */
async function otherSet() {
  const { images, labels } = await trainingDigits(1000);
  const { shape, data } = parseIdx(images);
  const kinds = Uint8Array.from(parseIdx(labels).data, (label) => label % 2);
  return { shape, pixels: Uint8Array.from(data).reverse(), kinds: kinds.reverse() };
}

describe('a set of 28 x 28 grey pictures that is not MNIST', () => {
  it('is read from its four files, trained on and evaluated on', async () => {
    const { shape, pixels, kinds } = await otherSet();
    const write = (name: string, from: number, to: number) => {
      const data = pixels.subarray(from * 784, to * 784);
      const [, rows = 0, columns = 0] = shape;
      const images = toIdx({ type: 'uint8', shape: [to - from, rows, columns], data });
      writeFileSync(join(folder, `${name}-images-idx3-ubyte.gz`), gzipSync(images));
      const labels = toIdx({ type: 'uint8', shape: [to - from], data: kinds.subarray(from, to) });
      writeFileSync(join(folder, `${name}-labels-idx1-ubyte`), labels);
    };
    write('train', 0, 800);
    write('t10k', 800, 1000);
    const { train: training, test } = await readMnist(folder, { verify: false });
    expect([training.count, test.count, training.width]).toEqual([800, 200, 784]);
    const network = new Network([784, 16, 10], { hidden: relu, output: softmax });
    train(network, training, { optimizer: adam({ learningRate: 0.005 }), epochs: 10 });
    expect(evaluate(network, test).accuracy).toBeGreaterThan(0.8);
    const { read } = classifier(network, { width: 28 });
    expect([0, 1]).toContain(read(test.example(0).input).index);
    await expect(readMnist(folder)).rejects.toThrow('expected');
  });

  it('has more classes than ten where its labels go further, as the letters of EMNIST', () => {
    const images = toIdx({ type: 'uint8', shape: [2, 28, 28], data: new Uint8Array(2 * 784) });
    const labels = toIdx({ type: 'uint8', shape: [2], data: Uint8Array.of(3, 25) });
    expect(mnist(images, labels).classes).toBe(26);
  });
});
