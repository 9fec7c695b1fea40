// The learning rate range test, and its picture.
import { adam, identity, learningRateSweep, Network, type Optimizer, relu, sgd, softmax, trainSteps } from 'glassbox-nn';
import { dataset, spirals } from 'glassbox-nn/data';
import { learningRateCurve, toSvg } from 'glassbox-nn/pictures';
import { sampleDigits } from 'glassbox-nn/sample-digits';
import { describe, expect, it } from 'vitest';
import { onBoth } from '../engine/onBoth.js';
import { hashOfNetwork } from '../support/hashOfNetwork.js';
import { expectRefusal } from '../support/refusals.js';

const digits = sampleDigits().train.take(640);
const fresh = () => new Network([784, 16, 10], { hidden: relu, output: softmax, seed: 1 });

describe('learningRateSweep', () => {
  it('finds where the loss of real digits falls and where it runs away, and suggests a rate that learns', () => {
    const { steps, suggested } = onBoth(() => learningRateSweep(fresh(), digits, { optimizer: adam() }));
    const lowest = steps.reduce((one, other) => (other.smoothedLoss < one.smoothedLoss ? other : one));
    expect(suggested).toBe(lowest.learningRate / 10);
    expect(suggested).toBeGreaterThan(1e-3);
    expect(suggested).toBeLessThan(0.05);
    expect(steps[0]?.smoothedLoss).toBeCloseTo(Math.log(10), 0);
    expect(steps.at(-1)?.smoothedLoss).toBeGreaterThan(2 * lowest.smoothedLoss);
  });

  it('raises the rate by the same factor at each step, from the first to the last', () => {
    const { steps } = learningRateSweep(fresh(), digits, { optimizer: sgd(), from: 1e-4, to: 1e-2, steps: 21 });
    expect(steps).toHaveLength(21);
    for (const [index, { learningRate }] of steps.entries()) {
      expect(learningRate / (1e-4 * 10 ** (index / 10))).toBeCloseTo(1, 12);
    }
  });

  it('makes the steps of a training with such rates, and leaves the network as it was', () => {
    const network = fresh();
    const options = { batchSize: 50, seed: 3, dropout: 0.1, l2: 0.01, classWeights: 'balanced' as const };
    const { steps } = learningRateSweep(network, digits, { optimizer: adam(), steps: 20, to: 0.1, ...options });
    expect(hashOfNetwork(network)).toBe(hashOfNetwork(fresh()));
    const learningRate = (step: number) => steps[step]?.learningRate ?? 1;
    const losses = [...trainSteps(fresh(), digits, { optimizer: adam({ learningRate }), epochs: 2, ...options })];
    expect(steps.map(({ loss }) => loss)).toEqual(losses.slice(0, 20).map(({ loss }) => loss));
    // Each loss is a tenth of the running mean, which is made up for where it starts at 0.
    const [first = { loss: 0 }, second = { loss: 0 }] = losses;
    expect(steps[0]?.smoothedLoss).toBeCloseTo(first.loss, 12);
    expect(steps[1]?.smoothedLoss).toBeCloseTo((0.9 * first.loss + second.loss) / 1.9, 12);
  });

  it('ends where numbers run away, and takes custom optimizers of a class', () => {
    class Descent implements Optimizer {
      name = 'descent';
      learningRate = 1;
      slots = 0;
      update(parameters: Float32Array, gradient: Float32Array, _slots: unknown, moment: { learningRate: number }): void {
        for (let i = 0; i < parameters.length; i++) {
          parameters[i] = (parameters[i] as number) - moment.learningRate * (gradient[i] as number);
        }
      }
    }
    const data = dataset({ inputs: [[1e18], [2e18]], targets: [[1], [2]] });
    const { steps } = learningRateSweep(new Network([1, 1], { output: identity, seed: 1 }), data, {
      optimizer: new Descent(),
      from: 1e-3,
      to: 1e38,
      steps: 10,
    });
    expect(steps.length).toBeLessThan(10);
  });

  it.each<[string, object, Parameters<typeof expectRefusal>[1], ...string[]]>([
    [
      'a last rate that is not above the first',
      { from: 0.1, to: 0.1 },
      'OutOfRangeError',
      'learningRateSweep: to',
      'above from, 0.1',
    ],
    ['a rate of 0', { from: 0 }, 'OutOfRangeError', 'learningRateSweep: from', '0'],
    ['a rate that is none', { to: '1' }, 'ArgumentError', 'learningRateSweep: to', "'1'"],
    ['few steps', { steps: 9 }, 'OutOfRangeError', 'learningRateSweep: steps', '9'],
    ['options of a loop', { epochs: 3 }, 'ArgumentError', "'epochs'"],
    ['an optimizer that was not called', { optimizer: adam }, 'ArgumentError', 'optimizer'],
    ['a batch of none', { batchSize: 0 }, 'OutOfRangeError', 'batchSize', '0'],
  ])('refuses %s (case 467)', async (_what, options, kind, ...words) => {
    await expectRefusal(() => learningRateSweep(fresh(), digits, options), kind, ...words);
  });
});

describe('learningRateCurve', () => {
  const network = new Network([2, 8, 2], { output: softmax, seed: 1 });
  const sweep = learningRateSweep(network, spirals({ count: 60 }), { steps: 30, to: 100 });

  it('draws the losses over powers of ten, and marks the suggested rate', () => {
    const drawing = learningRateCurve(sweep);
    const texts = drawing.shapes.flatMap((shape) => (shape.kind === 'text' ? [shape.text] : []));
    expect(texts).toEqual(expect.arrayContaining(['Loss', 'learning rate', '1e-4', '1e-2', '1e0', '1e2']));
    expect(sweep.suggested).toBeUndefined();
    expect(texts).toContain('suggested: none');
    expect(drawing.shapes.some((shape) => shape.kind === 'line' && shape.paint === 'negative')).toBe(false);
    const learnt = learningRateCurve(learningRateSweep(fresh(), digits));
    expect(learnt.shapes.some((shape) => shape.kind === 'line' && shape.paint === 'negative')).toBe(true);
    expect(learnt.description).toMatch(/suggested: 0\.0/);
    expect(drawing.description).toContain('The smoothed loss is lowest');
    expect(toSvg(drawing)).not.toContain('NaN');
    const one = learningRateCurve({ steps: sweep.steps.slice(0, 1), suggested: 1 });
    expect(toSvg(one)).not.toContain('NaN');
  });

  it('refuses what is no sweep (case 467)', async () => {
    for (const given of [undefined, [], { steps: [] }, { steps: [{ loss: 1 }], suggested: 1 }, { ...sweep, suggested: -1 }]) {
      await expectRefusal(() => learningRateCurve(given as never), 'ArgumentError', 'sweep', 'learningRateSweep');
    }
  });
});
