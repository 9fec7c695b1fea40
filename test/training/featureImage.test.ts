// The input that lights a neuron most, and the examples that do.
import { featureImage, heNormal, Network, relu, sigmoid, softmax, topExamples, train } from 'glassbox-nn';
import { dataset, mnist } from 'glassbox-nn/data';
import { describe, expect, it } from 'vitest';
import { hashOfNetwork } from '../support/hashOfNetwork.js';
import { expectRefusal, expectRefusalLeaving } from '../support/refusals.js';
import { trainingDigits } from '../support/trainingDigits.js';

describe('the image that lights a neuron most', () => {
  it('of a first layer is bright where its weights are positive, and dark where not', () => {
    const network = new Network([4, 1]);
    network.layers[0].weights.set([1, -1, 2, -3]);
    expect([...featureImage(network, 0, 0)].map((value) => value > 0.5)).toEqual([true, false, true, false]);
  });

  it('lights its neuron of a trained network more than any digit does, and changes nothing', async () => {
    const { images, labels } = await trainingDigits(600);
    const digits = mnist(images, labels);
    const network = new Network([784, 16, 10], { hidden: sigmoid, output: softmax });
    train(network, digits, { epochs: 4 });
    const before = hashOfNetwork(network);
    for (const [layer, neuron] of [
      [0, 5],
      [1, 3],
    ] as const) {
      const image = featureImage(network, layer, neuron);
      expect(Math.min(...image)).toBeGreaterThanOrEqual(0);
      expect(Math.max(...image)).toBeLessThanOrEqual(1);
      const [best] = topExamples(network, layer, neuron, digits, { count: 1 });
      const sum = (input: Float32Array) => network.trace(input).layers[layer]?.weightedSums[neuron] as number;
      expect(sum(image)).toBeGreaterThan(sum(best?.input as Float32Array));
    }
    expect(hashOfNetwork(network)).toBe(before);
  });

  it('is the same for the same seed, and another for another', () => {
    const network = new Network([9, 8, 4], { hidden: relu, initializer: heNormal });
    const image = featureImage(network, 1, 2, { seed: 4, steps: 20 });
    expect(featureImage(network, 1, 2, { seed: 4, steps: 20 })).toEqual(image);
    expect(featureImage(network, 1, 2, { seed: 5, steps: 20 })).not.toEqual(image);
    expect(Math.max(...featureImage(network, 1, 2, { steps: 0 }))).toBeLessThanOrEqual(0.1);
  });

  it('of a dead neuron is the noise it began with', () => {
    const network = new Network([4, 2, 1], { hidden: relu });
    network.layers[0].biases.fill(-100);
    expect(featureImage(network, 1, 0)).toEqual(featureImage(network, 1, 0, { steps: 0 }));
  });

  it('is refused where there is no such neuron, and for options that cannot be', async () => {
    const network = new Network([4, 2, 1]);
    await expectRefusalLeaving(network, () => featureImage(network, 2, 0), 'OutOfRangeError', 'layer');
    await expectRefusal(() => featureImage(network, 0, 2), 'OutOfRangeError', 'neuron');
    await expectRefusal(() => featureImage(network, 0, 0, { rate: 0 }), 'OutOfRangeError', 'rate');
    await expectRefusal(() => featureImage(network, 0, 0, { decay: 1 }), 'OutOfRangeError', 'decay');
    await expectRefusal(() => featureImage(network, 0, 0, { learningRate: 1 } as never), 'ArgumentError', 'rate');
  });
});

describe('the examples that light a neuron most', () => {
  const network = new Network([1, 2]);
  network.layers[0].weights.set([1, -1]);
  const data = dataset({ inputs: [[1], [5], [-3], [5], [2]], labels: [0, 0, 0, 0, 0] });

  it('come with the brightest first, and the earlier of two that are the same', () => {
    expect(topExamples(network, 0, 0, data).map(({ index }) => index)).toEqual([1, 3, 4, 0, 2]);
    expect(topExamples(network, 0, 0, data, { count: 3 }).map(({ input }) => [...input])).toEqual([[5], [5], [2]]);
    const [first] = topExamples(network, 0, 1, data, { count: 1 });
    expect(first).toEqual({ index: 2, input: Float32Array.of(-3), activation: network.forward([-3])[1] });
  });

  it('are refused for data that does not fit', async () => {
    await expectRefusal(() => topExamples(new Network([2, 1]), 0, 0, data), 'ShapeError', '2 numbers');
    await expectRefusal(() => topExamples(network, 0, 2, data), 'OutOfRangeError', 'neuron');
    await expectRefusal(() => topExamples(network, 0, 0, data, { count: 0 }), 'OutOfRangeError', 'count');
    await expectRefusal(() => topExamples(network, 0, 0, [[1]] as never), 'ArgumentError', 'a Dataset');
  });
});
