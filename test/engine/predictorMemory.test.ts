// Predictors share one memory: there may be any number of them, and more than it has room for.
import { identity, Network, predictor, relu } from 'glassbox-nn';
import { describe, expect, it } from 'vitest';
import { residence } from '../../src/engine/resident.js';
import { on } from '../support/backends.js';

const MEBIBYTE = 1 << 20;
const memoryBytes = () => residence().core.memory.buffer.byteLength;

/** Changes the last biases, which tell a predictor made of the network then from others. */
function renumber(network: Network, number: number): Network {
  network.layers[network.layers.length - 1]?.biases.set([number, -number]);
  return network;
}

describe('the memory of predictors', () => {
  it('serves in turn more networks than it has room for', () =>
    on('webassembly', () => {
      // Each takes 4 MB, all of them 100 MB.
      const network: Network = new Network([1000, 1000, 2], { hidden: relu, output: identity });
      const input = new Float32Array(1000).fill(0.5);
      const made = Array.from({ length: 25 }, (_, number) => predictor(renumber(network, number)));
      const before = residence().generation;
      for (let round = 0; round < 2; round++) {
        for (const [number, { forward }] of made.entries()) {
          expect(forward(input)).toEqual(renumber(network, number).forward(input));
        }
      }
      expect(residence().generation).toBeGreaterThan(before);
      expect(memoryBytes()).toBeLessThanOrEqual(64 * MEBIBYTE);
    }));

  it('gives wider networks more of the part that all share, and narrower ones go on as before', () =>
    on('webassembly', () => {
      const made = [1, 30, 3000, 20_000].map((width) => {
        const network: Network = new Network([width, 3, 2], { seed: width });
        return { network, forward: predictor(network).forward, input: new Float32Array(width).fill(0.5) };
      });
      for (const { network, forward, input } of [...made, ...[...made].reverse()]) {
        expect(forward(input)).toEqual(network.forward(input));
      }
    }));

  it.each([
    ['10,000 predictors', 10_000, [784, 16, 16, 10]],
    ['many large predictors, of 2.7 MB', 100, [784, 512, 512, 10]],
  ])('is not used up by %s in turn', (_, count, sizes) =>
    on('webassembly', () => {
      const network: Network = new Network(sizes, { hidden: relu });
      const input = new Float32Array(784).fill(0.5);
      const expected = network.forward(input);
      for (let i = 0; i < count; i++) {
        const { forward } = predictor(network);
        if (i % (count / 10) === 0) expect(forward(input)).toEqual(expected);
      }
      expect(memoryBytes()).toBeLessThanOrEqual(64 * MEBIBYTE);
    }),
  );

  it('grows for a network that needs more, and others then go on as before', () =>
    on('webassembly', () => {
      const network: Network = new Network([2048, 9000, 2], { initializer: () => 0.125, output: identity });
      const small: Network = new Network([4, 4, 2]);
      const made = [small, network, small].map((one) => ({
        one,
        forward: predictor(one).forward,
        input: new Float32Array(one.sizes[0] as number).fill(0.5),
      }));
      expect(memoryBytes()).toBeGreaterThan(70 * MEBIBYTE);
      for (const { one, forward, input } of [...made, ...made]) expect(forward(input)).toEqual(one.forward(input));
    }));
});
