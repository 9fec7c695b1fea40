// Biases that are drawn, and not 0.
import { adam, constant, copyOf, evaluate, freeze, identity, Layer, Network, Random, tanh, train, uniform } from 'glassbox-nn';
import { dataset } from 'glassbox-nn/data';
import { fromJson, toJson } from 'glassbox-nn/formats';
import { describe, expect, it } from 'vitest';
import { expectRefusal } from '../support/refusals.js';

const biasInitializer = uniform(-1, 1);
const biasesIn = ({ layers }: { readonly layers: readonly Layer[] }) => layers.map(({ biases }) => [...biases]);
const weightsIn = ({ layers }: { readonly layers: readonly Layer[] }) => layers.map(({ weights }) => [...weights]);

describe('biasInitializer', () => {
  it('draws the biases of every layer, by the seed and the place, and changes no weight', () => {
    const network = new Network([3, 4, 4, 4], { biasInitializer, seed: 7 });
    expect(weightsIn(network)).toEqual(weightsIn(new Network([3, 4, 4, 4], { seed: 7 })));
    expect(biasesIn(new Network([3, 4, 4, 4], { biasInitializer, seed: 7 }))).toEqual(biasesIn(network));
    expect(biasesIn(new Network([3, 4, 4, 4], { biasInitializer, seed: 8 }))).not.toEqual(biasesIn(network));
    const [, second, third] = biasesIn(network);
    expect(second).not.toEqual(third);
    for (const bias of biasesIn(network).flat()) expect(Math.abs(bias)).toBeLessThanOrEqual(1);
    const random = Random.stream(7, 'biases 1');
    expect(second).toEqual(Array.from({ length: 4 }, () => Math.fround(random.uniform(-1, 1))));
  });

  it('leaves biases at 0 where it is left out', () => {
    expect(biasesIn(new Network([2, 3, 1]))).toEqual([[0, 0, 0], [0]]);
    expect(new Layer(2, 2)).toHaveProperty('biasInitializer', undefined);
  });

  it('draws those of layers as those of the network of their sizes, and of a layer by itself as of a first', () => {
    const layers = [new Layer(3, 4, { biasInitializer, seed: 7 }), new Layer(4, 2, { biasInitializer, seed: 7 })] as const;
    const network = new Network([3, 4, 2], { biasInitializer, seed: 7 });
    expect(biasesIn(new Network([...layers] as [Layer<3, 4>, Layer<4, 2>]))).toEqual(biasesIn(network));
    const alone = new Layer(3, 4, { biasInitializer, seed: 7 });
    expect([...alone.biases]).toEqual(biasesIn(network)[0]);
    alone.biases[0] = 5;
    expect(new Network([alone]).layers[0].biases[0]).toBe(5);
    const given = new Layer(3, 2, { biasInitializer, biases: [1, 2], weights: [1, 2, 3, 4, 5, 6] });
    expect([...given.biases]).toEqual([1, 2]);
    const later = new Network([new Layer(1, 1), new Layer(1, 2, { biasInitializer, weights: [1, 2], seed: 7 })]);
    expect([...later.layers[1].biases]).toEqual([...new Network([1, 1, 2], { biasInitializer, seed: 7 }).layers[1].biases]);
  });

  it('is kept by copies, and what was drawn by files', () => {
    const network = new Network([2, 3, 1], { biasInitializer });
    const copy = copyOf(network);
    expect(biasesIn(copy)).toEqual(biasesIn(network));
    expect(copy.layers[0].biasInitializer).toBe(biasInitializer);
    expect(biasesIn({ layers: [freeze(network.layers[0])] })[0]).toEqual(biasesIn(network)[0]);
    expect(biasesIn(fromJson(toJson(network)))).toEqual(biasesIn(network));
  });

  it('helps to follow a curve of one input: 300 epochs on a sine', () => {
    const inputs = Array.from({ length: 200 }, (_, index) => [(index / 199) * 6 - 3]);
    const sine = dataset({ inputs, targets: inputs.map(([x = 0]) => [Math.sin(x)]) });
    const [zeros = 0, drawn = 0] = [undefined, biasInitializer].map((initializer) => {
      const network = new Network([1, 32, 1], { hidden: tanh, output: identity, biasInitializer: initializer });
      train(network, sine, { optimizer: adam({ learningRate: 0.01 }), epochs: 300 });
      return Math.sqrt(evaluate(network, sine).loss);
    });
    expect(zeros).toBeCloseTo(0.033, 3);
    expect(drawn).toBeCloseTo(0.006, 3);
  });

  it('refuses what is no initializer, and one that draws no number (case 468)', async () => {
    await expectRefusal(() => new Layer(2, 2, { biasInitializer: 0 as never }), 'ArgumentError', 'Layer biasInitializer', '0');
    await expectRefusal(() => new Network([2, 2], { biasInitializer: 'zeros' as never }), 'ArgumentError', 'biasInitializer');
    const wrong = () => new Network([2, 2], { biasInitializer: () => Number.NaN });
    await expectRefusal(wrong, 'OutOfRangeError', 'bias drawn by the initializer', 'NaN');
    const beside = () => new Network([new Layer(2, 2)], { biasInitializer: constant(1) } as never);
    await expectRefusal(beside, 'ArgumentError', "'biasInitializer'", 'Give each Layer its own.');
    expect(() => Object.assign(new Layer(2, 2), { biasInitializer })).toThrow('expected no assignment');
  });
});
