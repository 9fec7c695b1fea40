// The worst mistakes of a network.
import { mistakes, Network } from 'glassbox-nn';
import { dataset, xor } from 'glassbox-nn/data';
import { describe, expect, it } from 'vitest';
import { expectRefusal } from '../support/refusals.js';

const network = new Network([1, 2]);
network.layers[0].weights.set([1, -1]);
const data = dataset({ inputs: [[1], [5], [-3], [2], [-1], [0]], labels: [1, 1, 0, 0, 1, 0] });

describe('mistakes', () => {
  it('come with the worst first', () => {
    const found = mistakes(network, data);
    expect(found.map(({ index, label, answer }) => [index, label, answer])).toEqual([
      [1, 1, 0],
      [2, 0, 1],
      [0, 1, 0],
    ]);
    expect(found[0]?.input).toEqual(Float32Array.of(5));
    expect(found.map(({ margin }) => margin)).toEqual(found.map(({ margin }) => margin).sort((a, b) => b - a));
  });

  it('are as many as asked for, and the worst of all', () => {
    expect(mistakes(network, data, { count: 2 }).map(({ index }) => index)).toEqual([1, 2]);
  });

  it('of a single output go by its threshold', () => {
    const one = new Network([2, 1]);
    one.layers[0].weights.fill(0);
    one.layers[0].biases.fill(1);
    expect(mistakes(one, xor()).map(({ index, answer }) => [index, answer])).toEqual([
      [0, 1],
      [3, 1],
    ]);
  });

  it('are refused without labels, or for data that does not fit', async () => {
    await expectRefusal(() => mistakes(network, dataset({ inputs: [[1]], targets: [[0.5, 0.25]] })), 'ArgumentError', 'labels');
    await expectRefusal(() => mistakes(network, xor()), 'ShapeError', 'expected 1 number ');
    await expectRefusal(() => mistakes(network, data, { count: 0 }), 'OutOfRangeError', 'count');
  });
});
