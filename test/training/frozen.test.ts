// Layers that do not learn: their bits, the slopes that go through them, and what is kept of it.
import {
  adam,
  diagnose,
  freeze,
  Layer,
  Network,
  softmax,
  type TrainingOptions,
  tanh,
  train,
  trainSteps,
  unfreeze,
} from 'glassbox-nn';
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
  const layers = sizes.slice(1).map((outputs, index) => {
    const activation = index === 2 ? softmax : tanh;
    const layer = new Layer<number, number>(sizes[index] as number, outputs, { activation, place: index, seed: 3 });
    layer.biases.fill(0.1);
    layer.weights.fill(-0, 0, 3);
    return frozen.includes(index) ? freeze(layer) : layer;
  });
  return new Network(layers) as Network;
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

  it('lets slopes through: the others move as they would without it, in the first step', () => {
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

describe('freeze and unfreeze', () => {
  it('make copies with the same numbers', () => {
    const layer = new Layer(4, 3, { activation: tanh, seed: 5 });
    layer.biases.fill(0.5);
    const frozen = freeze(layer);
    expect([layer.trainable, frozen.trainable, unfreeze(frozen).trainable]).toEqual([true, false, true]);
    expect([frozen.weights, frozen.biases]).toEqual([layer.weights, layer.biases]);
    frozen.weights[0] = 9;
    expect(layer.weights[0]).not.toBe(9);
    expect([frozen.activation, frozen.initializer, frozen.seed]).toEqual([layer.activation, layer.initializer, layer.seed]);
  });

  it('make copies that no network draws anew, and neither does it a layer that was made frozen', () => {
    const drawn = () => new Layer(3, 3);
    const { weights } = drawn();
    const frozen = new Network([drawn(), freeze(drawn()), new Layer(3, 3, { trainable: false })]);
    expect(frozen.layers[1].weights).toEqual(weights);
    expect(frozen.layers[2].weights).toEqual(weights);
    const thawed = new Network([drawn(), unfreeze(drawn()), unfreeze(freeze(drawn()))]);
    expect(thawed.layers[1].weights).toEqual(weights);
    expect(thawed.layers[2].weights).toEqual(weights);
    expect(new Network([drawn(), drawn()]).layers[1].weights).not.toEqual(weights);
  });

  it('do not ask the initializer again', () => {
    const numbers = [0.5, -1, 2, 0.25];
    const fromList = () => {
      const next = numbers.shift();
      if (next === undefined) throw new Error('The list is at its end.');
      return next;
    };
    const layer = new Layer(2, 2, { initializer: fromList, activation: softmax });
    expect(unfreeze(freeze(layer)).weights).toEqual(Float32Array.of(0.5, -1, 2, 0.25));
    const network = new Network([layer]);
    expect(diagnose(network, randomExamples(20, 2, 2), { optimizer: adam() })).toEqual([]);
  });

  it('refuse what is no layer', async () => {
    await expectRefusal(() => freeze(undefined as never), 'ArgumentError', 'freeze: layer', 'a Layer', 'got undefined');
    await expectRefusal(() => unfreeze({} as never), 'ArgumentError', 'unfreeze: layer', 'a Layer', 'got an object');
  });

  it('a layer that is not drawn starts at 0 and is taken as it is', async () => {
    const layer = new Layer(3, 3, { drawn: false });
    expect([layer.drawn, layer.weights]).toEqual([false, new Float32Array(9)]);
    expect(new Network([new Layer(3, 3), layer]).layers[1].weights).toEqual(new Float32Array(9));
    await expectRefusal(() => new Layer(2, 2, { drawn: 1 } as never), 'ArgumentError', 'Layer drawn', 'got 1');
  });

  it('a layer can be made so, and refuses what is neither true nor false', async () => {
    expect(new Layer(2, 2, { trainable: false }).trainable).toBe(false);
    await expectRefusal(() => new Layer(2, 2, { trainable: 0 } as never), 'ArgumentError', 'Layer trainable', 'got 0');
  });
});
