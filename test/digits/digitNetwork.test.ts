// The trained networks, and the one that was set by hand.
import { evaluate, type Network } from 'glassbox-nn';
import { type Dataset, mnist } from 'glassbox-nn/data';
import { digitNetwork, handmadeNetwork } from 'glassbox-nn/digits';
import { beforeAll, describe, expect, expectTypeOf, it } from 'vitest';
import { expectRefusal } from '../support/refusals.js';
import { trainingDigits } from '../support/trainingDigits.js';

let digits: Dataset;
beforeAll(async () => {
  const { images, labels } = await trainingDigits(1000, 55_000);
  digits = mnist(images, labels);
});

describe.each(['default', 'classic'] as const)('digitNetwork(%j)', (kind) => {
  it('is a network of 784-16-16-10 that reads digits', () => {
    const network = digitNetwork(kind);
    expectTypeOf(network).toEqualTypeOf<Network<[784, 16, 16, 10]>>();
    expect(network.sizes).toEqual([784, 16, 16, 10]);
    expect(network.parameterCount).toBe(13_002);
    expect(evaluate(network, digits).accuracy).toBeGreaterThan(0.94);
  });

  it('is a fresh copy at each call', () => {
    const first = digitNetwork(kind);
    const second = digitNetwork(kind);
    expect(second.layers[0].weights).toEqual(first.layers[0].weights);
    first.layers[0].weights.fill(0);
    expect(digitNetwork(kind).layers[0].weights).toEqual(second.layers[0].weights);
  });
});

describe('digitNetwork', () => {
  it('is the default one if nothing is said, and classic has sigmoid everywhere', () => {
    expect(digitNetwork().layers[0].weights).toEqual(digitNetwork('default').layers[0].weights);
    expect(digitNetwork('classic').layers.map(({ activation }) => activation.name)).toEqual(['sigmoid', 'sigmoid', 'sigmoid']);
  });

  it('refuses another kind', async () => {
    await expectRefusal(() => digitNetwork('clasic' as never), 'ArgumentError', "'default' or 'classic'", "'clasic'");
  });
});

describe('handmadeNetwork', () => {
  it('reads some 80 % of the digits, which no learning went into', () => {
    expect(evaluate(handmadeNetwork(), digits).accuracy).toBeGreaterThan(0.78);
    expect(handmadeNetwork()).not.toBe(handmadeNetwork());
  });

  it('answers the digit whose average is nearest to the image', () => {
    const network = handmadeNetwork();
    const [templates] = network.layers;
    // A template is its average times some number, which its bias tells: bias = -number |m|^2 / 2, and weights = number m.
    const number = 0.05;
    let same = 0;
    for (const { input } of digits.take(200)) {
      const distances = Array.from({ length: 10 }, (_, digit) => {
        const { weights } = templates.neuron(digit);
        return input.reduce((sum, pixel, index) => sum + (pixel - (weights[index] as number) / number) ** 2, 0);
      });
      if (distances.indexOf(Math.min(...distances)) === network.predict(input)) same++;
    }
    // Not each of them, since the averages are kept in steps and sums are rounded.
    expect(same).toBeGreaterThanOrEqual(199);
  });

  it('has six neurons in each hidden layer that do nothing', () => {
    const [first, second] = handmadeNetwork().layers;
    for (const layer of [first, second])
      expect(layer.weights.subarray(10 * layer.inputs).every((weight) => weight === 0)).toBe(true);
  });
});
