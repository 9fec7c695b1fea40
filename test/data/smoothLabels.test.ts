// Labels as softer targets.
import { evaluate, Network, relu, sgd, softmax, train } from 'glassbox-nn';
import { dataset, smoothLabels } from 'glassbox-nn/data';
import { describe, expect, it } from 'vitest';
import { onBoth } from '../engine/onBoth.js';
import { hashOfNetwork } from '../support/hashOfNetwork.js';
import { expectRefusal } from '../support/refusals.js';
import { randomExamples, randomShares } from '../support/toyData.js';

const f = Math.fround;
const data = randomExamples(30, 4, 5, 2);

describe('smoothLabels', () => {
  it('spreads a share of each target evenly over all classes', () => {
    const soft = smoothLabels(data, 0.1);
    for (let index = 0; index < data.count; index++) {
      const { label, target } = soft.example(index);
      expect(label).toBe(data.example(index).label);
      expect([...target]).toEqual([0, 1, 2, 3, 4].map((place) => f(place === label ? 0.92 : 0.02)));
    }
  });

  it('of a share of 0 gives the bits of labels', () => {
    const hashes = [data, smoothLabels(data, 0)].map((examples) => trained(examples).hash);
    expect(hashes[0]).toBe(hashes[1]);
  });

  it('twice spreads what is left', () => {
    const [once, twice] = [smoothLabels(data, 0.75), smoothLabels(smoothLabels(data, 0.5), 0.5)];
    expect(twice.targets).toEqual(once.targets);
  });

  it('shares the inputs, and changes nothing', () => {
    expect(smoothLabels(data, 0.1).inputs).toBe(data.inputs);
    expect(data.targets).toBeUndefined();
  });

  it('teaches a network to be less sure, whose accuracy is still reported, on both backends', () => {
    const [hard, soft] = [data, smoothLabels(data, 0.3)].map((examples) => onBoth(() => trained(examples)));
    expect(soft?.accuracy).toBe(1);
    expect(soft?.accuracy).toBe(hard?.accuracy);
    expect(soft?.surest).toBeLessThan(0.85);
    expect(hard?.surest).toBeGreaterThan(0.95);
  });

  function trained(examples: typeof data) {
    const network = new Network([4, 32, 5], { hidden: relu, output: softmax, seed: 1 });
    const history = train(network, examples, { optimizer: sgd({ learningRate: 0.5, momentum: 0.9 }), epochs: 400 });
    expect(evaluate(network, data).accuracy).toBe(history.at(-1)?.accuracy);
    const surest = Math.max(...Array.from(examples, ({ input }) => Math.max(...network.forward(input))));
    return { hash: hashOfNetwork(network), accuracy: history.at(-1)?.accuracy, surest };
  }

  it('refuses data without labels or with one class, and shares that are none', async () => {
    await expectRefusal(() => smoothLabels(randomShares(4, 3, 2), 0.1), 'ArgumentError', 'with labels', 'got targets');
    const single = dataset({ inputs: [[1], [2]], labels: [0, 0] });
    await expectRefusal(() => smoothLabels(single, 0.1), 'OutOfRangeError', '2 classes or more', 'got 1');
    for (const share of [1, -0.1, Number.NaN]) {
      await expectRefusal(() => smoothLabels(data, share), 'OutOfRangeError', 'from 0 to below 1', `got ${share}`);
    }
    await expectRefusal(() => smoothLabels([[1]] as never, 0.1), 'ArgumentError', 'a Dataset', 'got an array of 1');
    await expectRefusal(() => smoothLabels(data, '0.1' as never), 'ArgumentError', "got '0.1'");
  });
});
