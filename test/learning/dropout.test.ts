// Dropout: the mask, the scale of what is kept, and a step on it, to the bit.
import * as fc from 'fast-check';
import { gelu, Network, Random, relu, sigmoid, tanh } from 'glassbox-nn';
import { type Dataset, dataset } from 'glassbox-nn/data';
import { describe, expect, it } from 'vitest';
import { readDropout } from '../../src/learning/parts/dropout.js';
import { TrainingStep } from '../../src/learning/TrainingStep.js';
import { expectRefusal } from '../support/refusals.js';
import { masksOf } from './masksOf.js';
import { naiveDroppingStep } from './naiveDroppingStep.js';
import { stepPlan } from './stepPlan.js';

const f = Math.fround;

/** Ones in and nothing else, so that only dropout tells examples apart. */
const alike = (count: number, width = 4): Dataset =>
  dataset({ inputs: new Float32Array(count * width).fill(1), width, labels: new Uint8Array(count) });

/** The masks of an example: 1 for a neuron that is kept, 0 for one that is dropped, in each layer of which some are dropped. */
function keptIn(step: TrainingStep, position: number): number[][] {
  step.addExamples(position, position + 1);
  return masksOf(step).flatMap((dropped) => (dropped === undefined ? [] : [[...dropped.mask]]));
}

describe('the dropout mask', () => {
  const network = () => new Network([4, 6, 5, 2] as number[]);

  it('is drawn from a stream of the seed, the epoch and the example, layer by layer from the input', () => {
    const step = new TrainingStep(stepPlan({ network: network(), data: alike(3), seed: 7, dropout: [0.3, 0, 0.6] }));
    for (const epoch of [1, 2]) {
      step.beginEpoch(epoch, Uint32Array.of(2, 0, 1));
      [2, 0, 1].forEach((example, position) => {
        const random = Random.stream(7, 'dropout', epoch, example);
        const draw = (count: number, rate: number) =>
          Array.from({ length: count }, () => Number(random.next() >= Math.round(rate * 2 ** 32)));
        expect(keptIn(step, position)).toEqual([draw(4, 0.3), draw(5, 0.6)]);
      });
    }
  });

  it('does not depend on the order of the examples, nor on the batch they are in', () => {
    const plan = stepPlan({ network: network(), data: alike(4), dropout: [0.5, 0.5, 0.5] });
    const [one, other] = [new TrainingStep(plan), new TrainingStep(plan)];
    one.beginEpoch(3, Uint32Array.of(0, 1, 2, 3));
    other.beginEpoch(3, Uint32Array.of(2, 3, 0, 1));
    const first = [0, 1, 2, 3].map((position) => keptIn(one, position));
    const second = [0, 1, 2, 3].map((position) => {
      const kept = keptIn(other, position);
      if (position === 1) other.update(0.1);
      return kept;
    });
    expect([...second.slice(2), ...second.slice(0, 2)]).toEqual(first);
  });

  it('differs from epoch to epoch, from example to example and from seed to seed', () => {
    const draws = new Set<string>();
    for (const seed of [0, 1]) {
      const step = new TrainingStep(stepPlan({ network: network(), data: alike(2), seed, dropout: [0.5, 0.5, 0.5] }));
      for (const epoch of [1, 2]) {
        step.beginEpoch(epoch, Uint32Array.of(0, 1));
        for (const position of [0, 1]) draws.add(String(keptIn(step, position)));
      }
    }
    expect(draws.size).toBe(8);
  });

  it('is the share that the rate says, within four standard deviations', () => {
    const count = 500;
    const wide = new Network([20, 20, 1] as number[]);
    const step = new TrainingStep(stepPlan({ network: wide, data: alike(count, 20), dropout: [0.1, 0.8] }));
    step.beginEpoch(
      1,
      Uint32Array.from({ length: count }, (_, index) => index),
    );
    const totals = [0, 0];
    for (let position = 0; position < count; position++) {
      keptIn(step, position).forEach((kept, column) => {
        totals[column] += kept.reduce((a, b) => a + b);
      });
    }
    const draws = count * 20;
    [0.9, 0.2].forEach((share, column) => {
      expect(Math.abs(totals[column] / draws - share)).toBeLessThan(4 * Math.sqrt((share * (1 - share)) / draws));
    });
  });
});

describe('what is left', () => {
  it('is scaled by 1 / (1 - rate), or 0, while derivatives are taken from the activations as they were', () => {
    const network = new Network([2, 8, 1] as number[]);
    const step = new TrainingStep(stepPlan({ network, data: alike(1, 2), dropout: [0, 0.75] }));
    step.beginEpoch(1, Uint32Array.of(0));
    const [kept] = keptIn(step, 0);
    expect(new Set(kept).size).toBe(2);
    const { activations } = step.pass.layers[0];
    expect([...activations].every((activation) => activation > 0)).toBe(true);
    expect([...step.pass.layers[1].inputs]).toEqual(kept.map((stays, i) => stays * 4 * activations[i]));
    // The gradient of the weights that see a dropped neuron, and of those that lead to it, is 0.
    kept.forEach((stays, i) => {
      expect(step.pass.layers[1].weights.gradient[i] !== 0).toBe(stays === 1);
      expect(step.pass.layers[0].biases.gradient[i] !== 0).toBe(stays === 1);
    });
  });

  it('is nothing at a rate of almost 1, and all at one of almost 0', () => {
    for (const [rate, expected] of [
      [1 - 2 ** -53, 0],
      [2 ** -53, 1],
    ]) {
      const network = new Network([2, 3, 1] as number[]);
      const step = new TrainingStep(stepPlan({ network, data: alike(1, 2), dropout: [0, rate] }));
      step.beginEpoch(1, Uint32Array.of(0));
      expect(keptIn(step, 0)).toEqual([[expected, expected, expected]]);
      expect([...step.pass.layers[1].inputs]).toEqual(
        [...step.pass.layers[0].activations].map((activation) => expected * activation),
      );
      step.update(0.1);
    }
  });
});

const problems = fc.record({
  hidden: fc.constantFrom('relu', 'sigmoid', 'tanh', 'gelu'),
  sizes: fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 2, maxLength: 4 }),
  rates: fc.array(fc.constantFrom(0, 0.1, 0.5, 0.9), { minLength: 3, maxLength: 3 }),
  count: fc.integer({ min: 1, max: 4 }),
  seed: fc.nat(),
});

it('a step equals one on what is left, rounded product by product and sum by sum', () => {
  fc.assert(
    fc.property(problems, ({ hidden, sizes, rates, count, seed }) => {
      const network = new Network([...sizes], { hidden: { relu, sigmoid, tanh, gelu }[hidden], seed });
      const random = new Random(seed);
      const inputs = Array.from({ length: count }, () => Array.from({ length: sizes[0] }, () => random.uniform(-1, 1)));
      const targets = inputs.map(() => Array.from({ length: sizes.at(-1) as number }, () => random.uniform()));
      const dropout = rates.slice(0, sizes.length - 1);
      const kernels = network.layers.map((_, index) => (index === sizes.length - 2 ? 'sigmoid' : hidden));
      const keptIn = (example: number) => {
        const stream = Random.stream(seed, 'dropout', 5, example);
        return dropout.map((rate, column) =>
          Array.from({ length: sizes[column] }, () => rate === 0 || stream.next() >= Math.round(rate * 2 ** 32)),
        );
      };
      const examples = inputs.map((input, example) => ({
        input: input.map(f),
        target: targets[example].map(f),
        kept: keptIn(example),
      }));
      const expected = naiveDroppingStep(network, kernels, examples, dropout, 0.5);
      const plan = stepPlan({ network, data: dataset({ inputs, targets }), seed, dropout });
      const step = new TrainingStep(plan);
      step.beginEpoch(
        5,
        Uint32Array.from(inputs, (_, index) => index),
      );
      step.addExamples(0, count);
      step.update(0.5);
      step.writeBack();
      expect(network.layers.map(({ weights, biases }) => [...weights, ...biases])).toEqual(expected);
    }),
    { numRuns: 200, seed: 1 },
  );
});

it('rates of 0 are no dropout at all', () => {
  const step = new TrainingStep(stepPlan({ network: new Network([4, 3, 2] as number[]), data: alike(1), dropout: [0, 0] }));
  expect(masksOf(step)).toEqual([]);
});

describe('readDropout', () => {
  const network = new Network([4, 3, 3, 2] as number[]);

  it('takes one rate for all hidden layers, or one for the input and each hidden layer', () => {
    expect(readDropout(network)).toEqual([0, 0, 0]);
    expect(readDropout(network, 0.5)).toEqual([0, 0.5, 0.5]);
    expect(readDropout(network, [0.2, 0.5, 0])).toEqual([0.2, 0.5, 0]);
    expect(readDropout(new Network([4, 2] as number[]), 0.5)).toEqual([0]);
  });

  it('refuses what is no share, and another number of rates', async () => {
    for (const rate of [1, 1.5, -0.1, Number.NaN]) {
      await expectRefusal(() => readDropout(network, rate), 'OutOfRangeError', 'dropout', 'from 0 to below 1', `got ${rate}`);
      await expectRefusal(() => readDropout(network, [0, 0, rate]), 'OutOfRangeError', 'dropout[2]', `got ${rate}`);
    }
    await expectRefusal(() => readDropout(network, [0.1, 0.1]), 'ShapeError', 'dropout', '3 rates', 'got 2', 'Give 0');
    await expectRefusal(() => readDropout(network, [0.1, '0.1', 0] as never), 'ArgumentError', 'dropout[1]', "got '0.1'");
    await expectRefusal(() => readDropout(network, '0.5' as never), 'ArgumentError', 'dropout', "got '0.5'");
    await expectRefusal(() => readDropout(network, null as never), 'ArgumentError', 'dropout', 'got null');
    // Holes are no rates.
    await expectRefusal(() => readDropout(network, new Array(3)), 'ArgumentError', 'dropout[0]', 'got undefined');
  });
});
