// What ONNX Runtime makes of our files: the same numbers, but for their last digits.
import { classifier, Network as Net, type Network, sigmoid, softmax } from 'glassbox-nn';
import { dataset, minMax, standardize } from 'glassbox-nn/data';
import { digitNetwork } from 'glassbox-nn/digits';
import { fromOnnx, toOnnx } from 'glassbox-nn/formats';
import { sampleDigits } from 'glassbox-nn/sample-digits';
import { env, InferenceSession, Tensor } from 'onnxruntime-web';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { elementwise } from '../../support/builtIns.js';

const CLOSE = 1e-5;

beforeAll(() => {
  env.wasm.numThreads = 1;
  env.logLevel = 'error';
});

// ONNX Runtime gives Node a Worker as pages have one. Later files look whether they are in a page.
afterAll(() => {
  delete (globalThis as { Worker?: unknown }).Worker;
});

/** What ONNX Runtime answers to a batch: [count x outputs]. */
async function answersOf(
  file: Uint8Array,
  batch: Float32Array,
  count: number,
  names = ['input', 'output'],
): Promise<Float32Array> {
  const session = await InferenceSession.create(file);
  const [input, output] = names as [string, string];
  const answer = await session.run({ [input]: new Tensor('float32', batch, [count, batch.length / count]) });
  await session.release();
  return answer[output]?.data as Float32Array;
}

/** How far the two answers are apart at the most, over a batch. */
async function distance(network: Network, file: Uint8Array, batch: Float32Array, count: number): Promise<number> {
  const theirs = await answersOf(file, batch, count);
  const width = batch.length / count;
  const ours = Array.from({ length: count }, (_, row) => [
    ...network.forward(batch.subarray(row * width, (row + 1) * width)),
  ]).flat();
  expect(theirs.length).toBe(ours.length);
  return Math.max(...ours.map((value, index) => Math.abs(value - (theirs[index] as number))));
}

describe('ONNX Runtime', () => {
  it('answers to real digits as the trained network does, in batches of any size', async () => {
    const { test } = sampleDigits();
    const network = digitNetwork();
    const file = toOnnx(network);
    for (const count of [1, 3, 50]) {
      const batch = Float32Array.from({ length: count * 784 }, (_, index) => (test.inputs[index] as number) / 255);
      expect(await distance(network, file, batch, count)).toBeLessThan(CLOSE);
    }
  });

  it('knows every built-in activation, hidden and at the output', async () => {
    const batch = Float32Array.from({ length: 60 }, (_, index) => ((index * 37) % 41) / 10 - 2);
    for (const [index, hidden] of elementwise.entries()) {
      const output = [softmax, ...elementwise][index] ?? sigmoid;
      const network: Network = new Net([6, 7, 5, 3], { hidden, output, seed: index }) as Network;
      expect(await distance(network, toOnnx(network), batch, 10), `${hidden.name}, ${output.name}`).toBeLessThan(CLOSE);
    }
  });

  it('scales as a classifier does, columns that never change included', async () => {
    const data = dataset({
      inputs: [
        [7, 1_000_180, 5],
        [8, 1_000_210, 5],
        [19, 1_000_120, 5],
        [21, 1_000_140, 5],
      ],
      labels: ['a', 'a', 'b', 'b'],
    });
    for (const scaling of [standardize(data), minMax(data)]) {
      const model = classifier(new Net([3, 4, 2], { output: softmax }), { scaling, classNames: data.classNames });
      const theirs = await answersOf(toOnnx(model), Float32Array.of(9, 1_000_150, 7, 20, 1_000_200, 5), 2);
      const ours = [...model.read([9, 1_000_150, 7]).outputs, ...model.read([20, 1_000_200, 5]).outputs];
      for (const [index, value] of ours.entries()) expect(Math.abs(value - (theirs[index] as number))).toBeLessThan(CLOSE);
    }
  });

  it('gives input and output the names of its options', async () => {
    const network = new Net([2, 1]);
    const file = toOnnx(network, { inputName: 'pixels', outputName: 'answer' });
    const [theirs] = await answersOf(file, Float32Array.of(0.5, -1), 1, ['pixels', 'answer']);
    expect(Math.abs((theirs as number) - (network.forward([0.5, -1])[0] as number))).toBeLessThan(CLOSE);
    expect(fromOnnx(file).forward([0.5, -1])).toEqual(network.forward([0.5, -1]));
  });
});
