// What starts anew when a training is called again, as docs/faq.md says.
import { adam, evaluate, exponentialDecay, Network, type Optimizer, sgd, train } from 'glassbox-nn';
import { sampleDigits } from 'glassbox-nn/sample-digits';
import { describe, expect, it } from 'vitest';
import { hashOfNetwork } from '../support/hashOfNetwork.js';
import { randomExamples } from '../support/toyData.js';

describe('train called again', () => {
  const data = randomExamples(20, 3, 2);

  it('begins with the weights there are, so that plain sgd in two calls is one, to the bit', () => {
    const [once, twice] = [new Network([3, 4, 2]), new Network([3, 4, 2])];
    const options = { optimizer: sgd({ learningRate: 0.5 }), shuffle: false, batchSize: 4 };
    train(once, data, { ...options, epochs: 2 });
    train(twice, data, options);
    train(twice, data, options);
    expect(hashOfNetwork(twice)).toBe(hashOfNetwork(once));
  });

  it("begins anew with the optimizer's memory and its count of steps", () => {
    const seen: [step: number, remembered: number][] = [];
    const remembering: Optimizer = {
      name: 'remembering',
      learningRate: 0.1,
      slots: 1,
      update(_parameters, _gradient, [memory], { step }) {
        seen.push([step, memory?.[0] as number]);
        (memory as Float32Array).fill(step);
      },
    };
    const network = new Network([3, 2]);
    for (let call = 0; call < 2; call++) train(network, data, { optimizer: remembering, batchSize: 10 });
    // Weights and biases are moved in each of the two steps.
    expect(seen).toEqual([[1, 0], [1, 0], [2, 1], [2, 1], [1, 0], [1, 0], [2, 1], [2, 1]]); // biome-ignore format: a table
  });

  it('begins anew with the schedule and the epochs', () => {
    const network = new Network([3, 2]);
    const learningRate = exponentialDecay({ from: 0.1, factor: 0.5, steps: 2 });
    const options = { optimizer: sgd({ learningRate }), batchSize: 10, epochs: 2 };
    const numbers = () => train(network, data, options).map(({ epoch, learningRate: rate }) => [epoch, rate]);
    const first = numbers();
    expect(numbers()).toEqual(first);
    expect(first.map(([epoch]) => epoch)).toEqual([1, 2]);
  });

  it('begins anew with the order of the examples, unless another seed is given', () => {
    const firstLosses = (seed?: number) => {
      const losses: number[] = [];
      // A rate that moves nothing: the loss of a batch then says which examples were in it.
      const options = { optimizer: sgd({ learningRate: 1e-30 }), batchSize: 2, ...(seed === undefined ? {} : { seed }) };
      train(network, data, { ...options, onBatch: ({ loss }) => void losses.push(loss) });
      return losses;
    };
    const network = new Network([3, 4, 2]);
    const first = firstLosses();
    expect(firstLosses()).toEqual(first);
    expect(firstLosses(1)).not.toEqual(first);
  });
});

it('three passes over a thousand digits by adam: 0.80 in one call, 0.76 in calls of a hundred, 0.46 in calls of one', () => {
  const { train: all, test } = sampleDigits();
  const digits = all.take(1000);
  const accuracyBy = (size: number) => {
    const network = new Network([784, 16, 10]);
    const options = { optimizer: adam(), batchSize: 1, shuffle: false };
    if (size === digits.count) train(network, digits, { ...options, epochs: 3 });
    else {
      for (let epoch = 0; epoch < 3; epoch++) {
        for (let at = 0; at < digits.count; at += size) train(network, digits.slice(at, at + size), options);
      }
    }
    return Math.round((evaluate(network, test).accuracy as number) * 100) / 100;
  };
  expect([1000, 100, 1].map(accuracyBy)).toEqual([0.8, 0.76, 0.46]);
});
