// Layers that do not learn: their bits, the gradient that goes through them, and what is kept of it.
import { freeze, type Layer, Network, softmax, type TrainingOptions, tanh, train, trainSteps } from 'glassbox-nn';
import { describe, expect, it } from 'vitest';
import { onBoth } from '../engine/onBoth.js';
import { optimizers } from '../engine/parts.js';
import { hashOfNetwork } from '../support/hashOfNetwork.js';
import { expectRefusal } from '../support/refusals.js';
import { randomExamples } from '../support/toyData.js';

const data = randomExamples(40, 9, 3);
const sizes = [9, 21, 6, 3] as const;

/** A network of which some layers are frozen. Weights of -0 and biases tell whether anything touches them. */
function made(frozen: readonly number[]): Network {
  const { layers } = new Network(sizes, { hidden: tanh, output: softmax, seed: 3 });
  for (const { biases, weights } of layers) {
    biases.fill(0.1);
    weights.fill(-0, 0, 3);
  }
  return new Network(layers.map((layer: Layer, index) => (frozen.includes(index) ? freeze(layer) : layer))) as Network;
}

const hashOfLayer = (network: Network, index: number) => hashOfNetwork({ layers: [network.layers[index] as Layer] });

const everything: TrainingOptions = {
  epochs: 3,
  batchSize: 8,
  l1: 1e-3,
  l2: 0.01,
  maxNorm: 0.3,
  dropout: 0.2,
  globalClipNorm: 0.5,
};

describe('a frozen layer', () => {
  it.each(Object.keys(optimizers))('keeps its bits, wherever it stands, on both backends: %s', (name) => {
    const optimizer = (optimizers[name] as (typeof optimizers)[string])(0.05);
    for (const frozen of [[0], [1], [2], [0, 1], [0, 2], [1, 2], [0, 1, 2]]) {
      for (const rest of [{ epochs: 3, batchSize: 8 }, everything]) {
        onBoth(() => {
          const network = made(frozen);
          const history = train(network, data, { ...rest, optimizer, onWarning: () => {} });
          const moved = [0, 1, 2].filter((index) => hashOfLayer(network, index) !== hashOfLayer(made([]), index));
          expect(moved).toEqual([0, 1, 2].filter((index) => !frozen.includes(index)));
          return [hashOfNetwork(network), history.map(({ loss }) => loss)];
        });
      }
    }
  });

  it('lets the gradient through: the others move as they would without it, in the first step', () => {
    const whole = made([]);
    const partly = made([1]);
    for (const network of [whole, partly]) train(network, data, { batchSize: 40 });
    for (const index of [0, 2]) expect(hashOfLayer(partly, index)).toBe(hashOfLayer(whole, index));
    expect(hashOfLayer(partly, 1)).not.toBe(hashOfLayer(whole, 1));
  });

  it('counts for no norm that gradients are clipped by', () => {
    const options = { batchSize: 40, globalClipNorm: 1e-3 };
    const [whole, partly] = [made([]), made([0, 1])];
    for (const network of [whole, partly]) train(network, data, options);
    expect(hashOfLayer(partly, 2)).not.toBe(hashOfLayer(whole, 2));
  });

  it('may be changed by hand at a pause, and is then computed with', () => {
    const hash = onBoth(() => {
      const network = made([0]);
      for (const { step } of trainSteps(network, data, { batchSize: 8 })) {
        if (step === 2) network.layers[0]?.weights.fill(0.25);
      }
      expect(network.layers[0]?.weights.every((weight) => weight === 0.25)).toBe(true);
      return hashOfNetwork(network);
    });
    const untouched = made([0]);
    train(untouched, data, { batchSize: 8 });
    expect(hashOfLayer(untouched, 2)).not.toBe(hash);
  });

  it('must be finite as any other', async () => {
    const network = made([0]);
    (network.layers[0] as Layer).weights[5] = Number.NaN;
    await expectRefusal(() => train(network, data), 'NumericError', 'layers[0].weights[5]', 'got NaN');
  });

  it('counts among the parameters', () => {
    expect(made([0, 1]).parameterCount).toBe(made([]).parameterCount);
  });

  it('warns where there is no other', () => {
    const warnings: string[] = [];
    train(made([0, 1, 2]), data, { onWarning: (warning) => warnings.push(warning) });
    expect(warnings).toEqual([expect.stringContaining('none is trainable')]);
  });
});
