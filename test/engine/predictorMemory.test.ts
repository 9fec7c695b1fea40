// Predictors share one memory: there may be any number of them, and more than it has room for.
import { identity, Network, predictor, relu } from 'glassbox-nn';
import { describe, expect, it } from 'vitest';
import { residence } from '../../src/engine/resident.js';
import { on } from '../support/backends.js';

const MEBIBYTE = 1 << 20;
const memoryBytes = () => residence().core.memory.buffer.byteLength;

/** A network of so many neurons throughout whose output says by which number it was made. */
function numbered(number: number, neurons: number): Network {
  const network: Network = new Network([neurons, neurons, 2], { hidden: relu, output: identity, initializer: () => 0 });
  network.layers[1]?.biases.set([number, -number]);
  network.layers[0]?.biases.fill(1);
  network.layers[1]?.weights.fill(0.5);
  return network;
}

describe('the memory of predictors', () => {
  it('serves in turn more networks than it has room for', () =>
    on('webassembly', () => {
      const neurons = 1000;
      // Each takes 4 MB, all of them 100 MB.
      const made = Array.from({ length: 25 }, (_, number) => predictor(numbered(number, neurons)));
      const before = residence().generation;
      for (let round = 0; round < 2; round++) {
        for (const [number, { forward }] of made.entries()) {
          const sum = neurons / 2;
          expect(forward(new Float32Array(neurons))).toEqual(Float32Array.of(sum + number, sum - number));
        }
      }
      expect(residence().generation).toBeGreaterThan(before);
      expect(memoryBytes()).toBeLessThanOrEqual(64 * MEBIBYTE);
    }));

  it('grows for a network that needs more, and others then go on as before', () =>
    on('webassembly', () => {
      const small = predictor(numbered(3, 4));
      const expected = small.forward([1, 2, 3, 4]);
      const network: Network = new Network([2048, 10_000, 2], { initializer: () => 0.125, output: identity });
      const large = predictor(network);
      const input = new Float32Array(2048);
      input[2047] = 1;
      expect(large.forward(input)).toEqual(network.forward(input));
      expect(memoryBytes()).toBeGreaterThan(80 * MEBIBYTE);
      expect(small.forward([1, 2, 3, 4])).toEqual(expected);
      expect(large.forward(input)).toEqual(network.forward(input));
    }));

  it('gives wider networks more of the part that all share, and narrower ones go on as before', () =>
    on('webassembly', () => {
      const made = [1, 30, 3000, 20_000].map((width) => {
        const network: Network = new Network([width, 3, 2], { seed: width });
        return { network, made: predictor(network), input: new Float32Array(width).fill(0.5) };
      });
      for (const { network, made: one, input } of [...made, ...[...made].reverse()]) {
        expect(one.forward(input)).toEqual(network.forward(input));
      }
    }));

  it(
    'is not used up by 10,000 predictors in turn',
    () =>
      on('webassembly', () => {
        const network: Network = new Network([784, 16, 16, 10]);
        const input = new Float32Array(784).fill(0.5);
        const expected = network.forward(input);
        const before = memoryBytes();
        for (let i = 0; i < 10_000; i++) {
          const { forward } = predictor(network);
          if (i % 1000 === 0) expect(forward(input)).toEqual(expected);
        }
        expect(memoryBytes()).toBeLessThanOrEqual(Math.max(before, 64 * MEBIBYTE));
      }),
    60_000,
  );

  it(
    'is not used up by many large predictors in turn',
    () =>
      on('webassembly', () => {
        const network: Network = new Network([784, 512, 512, 10], { hidden: relu });
        const input = new Float32Array(784).fill(0.5);
        const expected = network.forward(input);
        const before = memoryBytes();
        // 2.7 MB each.
        for (let i = 0; i < 500; i++) {
          const { forward } = predictor(network);
          if (i % 100 === 0) expect(forward(input)).toEqual(expected);
        }
        expect(memoryBytes()).toBeLessThanOrEqual(Math.max(before, 64 * MEBIBYTE));
      }),
    60_000,
  );
});
