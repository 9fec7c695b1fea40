// freeze and unfreeze: copies of a layer that do or do not learn, and layers made so.
import { adam, diagnose, freeze, Layer, Network, softmax, tanh, unfreeze } from 'glassbox-nn';
import { describe, expect, it } from 'vitest';
import { expectRefusal } from '../support/refusals.js';
import { randomExamples } from '../support/toyData.js';

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

  it('make copies that a network takes as they are, be it twice', () => {
    const { weights } = new Layer(3, 3);
    const frozen = new Network([new Layer(3, 3), freeze(new Layer(3, 3)), freeze(new Layer(3, 3))]);
    expect(frozen.layers[1].weights).toEqual(weights);
    expect(frozen.layers[2].weights).toEqual(weights);
    const thawed = new Network([new Layer(3, 3), unfreeze(new Layer(3, 3)), unfreeze(freeze(new Layer(3, 3)))]);
    expect(thawed.layers[1].weights).toEqual(weights);
    expect(thawed.layers[2].weights).toEqual(weights);
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
    expect(() => diagnose(network, randomExamples(20, 2, 2), { optimizer: adam() })).not.toThrow();
  });

  it('refuse what is no layer', async () => {
    await expectRefusal(() => freeze(undefined as never), 'ArgumentError', 'freeze: layer', 'a Layer', 'got undefined');
    await expectRefusal(() => unfreeze({} as never), 'ArgumentError', 'unfreeze: layer', 'a Layer', 'got an object');
  });

  it('a layer can be made so, and refuses what is neither true nor false', async () => {
    expect(new Layer(2, 2, { trainable: false }).trainable).toBe(false);
    await expectRefusal(() => new Layer(2, 2, { trainable: 0 } as never), 'ArgumentError', 'Layer trainable', 'got 0');
  });
});
