// Copies of networks: the same numbers in arrays of their own.
import {
  adam,
  classifier,
  copyOf,
  evaluate,
  freeze,
  heNormal,
  Layer,
  Network,
  Random,
  relu,
  softmax,
  tanh,
  train,
} from 'glassbox-nn';
import { spirals, xor } from 'glassbox-nn/data';
import { describe, expect, it } from 'vitest';
import { hashOfNetwork } from '../support/hashOfNetwork.js';
import { expectRefusal } from '../support/refusals.js';

describe('copyOf', () => {
  it('copies all numbers into arrays of its own, and what else a network has', () => {
    const network = new Network(
      [
        new Layer(2, 3, { activation: tanh, initializer: heNormal, seed: 5 }),
        freeze(new Layer(3, 2, { activation: softmax, biases: [1, -1] })),
      ],
      { classNames: ['no', 'yes'], columnNames: ['x', 'y'] },
    );
    const copy = copyOf(network);
    expect(hashOfNetwork(copy)).toBe(hashOfNetwork(network));
    expect([copy.sizes, copy.classNames, copy.columnNames]).toEqual([
      [2, 3, 2],
      ['no', 'yes'],
      ['x', 'y'],
    ]);
    for (const [index, layer] of network.layers.entries()) {
      const other: Layer = copy.layers[index] as Layer;
      expect(other).not.toBe(layer);
      expect(other.weights.buffer).not.toBe(layer.weights.buffer);
      expect(other.biases.buffer).not.toBe(layer.biases.buffer);
      expect([other.activation, other.initializer, other.seed, other.trainable]).toEqual([
        layer.activation,
        layer.initializer,
        layer.seed,
        layer.trainable,
      ]);
    }
  });

  it('changes nothing in the other when one is trained, changed or named', () => {
    const network = new Network([2, 8, 2], { hidden: relu, output: softmax });
    const copy = copyOf(network);
    const before = hashOfNetwork(network);
    train(copy, spirals(), { optimizer: adam(), epochs: 3 });
    copy.classNames = ['a', 'b'];
    expect(hashOfNetwork(network)).toBe(before);
    expect(network.classNames).toBeUndefined();
    const trained = hashOfNetwork(copy);
    network.layers[0].weights.fill(0);
    network.layers[1].biases.fill(1);
    expect(hashOfNetwork(copy)).toBe(trained);
  });

  it('is trained to the same bits as the network itself', () => {
    const network = new Network([2, 8, 2], { hidden: relu, output: softmax, seed: 2 });
    train(network, spirals(), { epochs: 2 });
    const copy = copyOf(network);
    train(network, spirals(), { epochs: 2, seed: 9 });
    train(copy, spirals(), { epochs: 2, seed: 9 });
    expect(hashOfNetwork(copy)).toBe(hashOfNetwork(network));
  });

  it('copies numbers that are not finite, and those of equal layers', () => {
    const network = new Network([2, 2, 2]);
    network.layers[1].weights.set(network.layers[0].weights);
    network.layers[0].biases[1] = Number.NaN;
    network.layers[1].biases[0] = Number.NEGATIVE_INFINITY;
    const copy = copyOf(network);
    expect([...copy.layers[0].biases]).toEqual([0, Number.NaN]);
    expect([...copy.layers[1].biases]).toEqual([Number.NEGATIVE_INFINITY, 0]);
    expect(copy.layers[1].weights).toEqual(copy.layers[0].weights);
  });

  it('draws nothing', () => {
    let draws = 0;
    const network = new Network([3, 2], { initializer: () => ++draws });
    expect(copyOf(network).layers[0].weights).toEqual(Float32Array.of(1, 2, 3, 4, 5, 6));
    expect(draws).toBe(6);
  });

  it('takes a layer of another version, which may not say that it is trainable', () => {
    const layer = new Layer(2, 1);
    const { trainable: _, ...fields } = { ...layer, parameterCount: 3, forward: layer.forward, neuron: layer.neuron };
    const network = new Network([fields as unknown as Layer<2, 1>]);
    expect(copyOf(network).layers[0].trainable).toBe(true);
  });

  it('keeps the best of networks that change at random', () => {
    const random = new Random(4);
    let best = new Network([2, 4, 1], { hidden: relu });
    const first = evaluate(best, xor()).loss;
    for (let generation = 0; generation < 50; generation++) {
      const child = copyOf(best);
      child.layers[0].weights.forEach((weight, i, all) => {
        all[i] = weight + 0.2 * random.normal();
      });
      if (evaluate(child, xor()).loss < evaluate(best, xor()).loss) best = child;
    }
    expect(evaluate(best, xor()).loss).toBeLessThan(first);
  });

  it('refuses what is no network', async () => {
    await expectRefusal(() => copyOf({} as never), 'ArgumentError', 'network', 'a Network');
    const known = classifier(new Network([2, 2]));
    await expectRefusal(() => copyOf(known as never), 'ArgumentError', 'Give classifier.network');
    await expectRefusal(() => copyOf({ ...new Network([2, 2]) } as never), 'ArgumentError', 'a copy of its fields');
  });
});
