// The weights of each neuron held to a largest norm: by hand, to the bit, on both backends and with all else that moves weights.
import { adam, Network, type Optimizer, rmsprop, sgd, softmax, type TrainingOptions, tanh, train } from 'glassbox-nn';
import { dataset } from 'glassbox-nn/data';
import { describe, expect, it } from 'vitest';
import { customDescent } from '../engine/customFunctions.js';
import { onBoth } from '../engine/onBoth.js';
import { hashOfNetwork } from '../support/hashOfNetwork.js';
import { expectRefusalLeaving } from '../support/refusals.js';
import { randomExamples } from '../support/toyData.js';

const f = Math.fround;
const data = randomExamples(40, 9, 3);
const made = () => new Network([9, 21, 6, 3] as number[], { hidden: tanh, output: softmax, seed: 3 });

/** |w| of every neuron. */
const normsOf = ({ layers }: Network) =>
  layers.flatMap(({ weights, inputs, outputs }) =>
    Array.from({ length: outputs }, (_, neuron) =>
      Math.sqrt(weights.subarray(neuron * inputs, (neuron + 1) * inputs).reduce((sum, weight) => sum + weight * weight, 0)),
    ),
  );

function trained(options: TrainingOptions) {
  const network = made();
  train(network, data, { optimizer: sgd({ learningRate: 1 }), epochs: 5, batchSize: 8, ...options });
  return network;
}

/** The steps of the source, written out. */
function held(network: Network, limit: number): void {
  for (const { weights, inputs } of network.layers) {
    for (let start = 0; start < weights.length; start += inputs) {
      const row = weights.subarray(start, start + inputs);
      let squares = 0;
      for (const weight of row) squares += weight * weight;
      const factor = f(limit / Math.sqrt(squares));
      if (Math.sqrt(squares) > limit) row.set(row.map((weight) => weight * factor));
    }
  }
}

describe('maxNorm', () => {
  it('holds every neuron, of which some would be longer, and leaves biases free', () => {
    const limit = 0.8;
    expect(normsOf(trained({})).filter((norm) => norm > limit).length).toBeGreaterThan(10);
    const network = trained({ maxNorm: limit });
    const norms = normsOf(network);
    expect(Math.max(...norms)).toBeLessThan(limit * (1 + 1e-6));
    expect(norms.filter((norm) => norm > limit * (1 - 1e-6)).length).toBeGreaterThan(5);
  });

  it.each<[string, Optimizer]>([
    ['sgd', sgd({ learningRate: 0.5 })],
    ['nesterov with decay', sgd({ learningRate: 0.5, momentum: 0.9, nesterov: true, weightDecay: 0.01 })],
    ['rmsprop', rmsprop({ learningRate: 0.02 })],
    ['adam', adam({ learningRate: 0.02 })],
    ['one of your own', { ...customDescent, learningRate: 0.5 }],
  ])('is the last thing that a step does, to the bit: %s', (_, optimizer) => {
    const options = { optimizer, epochs: 1, batchSize: 40, l2: 0.01, clipNorm: 1 };
    const hash = onBoth(() => hashOfNetwork(trained({ ...options, maxNorm: 0.7 })));
    const byHand = trained(options);
    held(byHand, 0.7);
    expect(hash).toBe(hashOfNetwork(byHand));
    expect(hash).not.toBe(hashOfNetwork(trained(options)));
    // And over many steps, the backends agree.
    onBoth(() => hashOfNetwork(trained({ ...options, epochs: 6, batchSize: 7, maxNorm: 0.7, dropout: 0.3 })));
  });

  it('changes nothing where no neuron is longer', () => {
    expect(hashOfNetwork(trained({ maxNorm: 1e6 }))).toBe(hashOfNetwork(trained({})));
  });

  it('shortens also the weights of inputs that are always 0, of which the core keeps off otherwise', () => {
    const hash = onBoth(() => {
      const sparse = randomExamples(20, 3, 3);
      const network = new Network([40, 5, 3] as number[], { output: softmax, seed: 1 });
      const inputs = Array.from(sparse, ({ input }) => [...input, ...new Array(37).fill(0)]);
      train(network, dataset({ inputs, labels: sparse.labels as Int32Array, classes: 3 }), {
        maxNorm: 0.3,
        epochs: 2,
        batchSize: 5,
      });
      expect(Math.max(...normsOf(network))).toBeLessThan(0.3001);
      return hashOfNetwork(network);
    });
    expect(hash).toMatch(/^[0-9a-f]{8}$/);
  });

  it('refuses what is no length', async () => {
    const network = made();
    for (const [maxNorm, got] of [
      [0, '0'],
      [-1, '-1'],
      [Number.NaN, 'NaN'],
      [1e99, '1e+99'],
    ] as const) {
      const run = () => train(network, data, { maxNorm });
      await expectRefusalLeaving(network, run, 'OutOfRangeError', 'maxNorm', 'above 0', `got ${got}`);
    }
    const run = () => train(network, data, { maxNorm: '3' } as never);
    await expectRefusalLeaving(network, run, 'ArgumentError', 'maxNorm', "got '3'");
  });
});
