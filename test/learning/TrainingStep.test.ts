// The reference step by itself: its order of work, what it takes over from the caller, and sums that overflow.
import { defineLoss, identity, Network, type Optimizer, relu, sgd, sigmoid } from 'glassbox-nn';
import { dataset } from 'glassbox-nn/data';
import { describe, expect, it } from 'vitest';
import { passFor } from '../../src/learning/pass.js';
import type { Clipping, StepPlan } from '../../src/learning/Step.js';
import { averageGradient, TrainingStep } from '../../src/learning/TrainingStep.js';
import { hashOfNetwork } from '../support/hashOfNetwork.js';
import { expectRefusalLeaving } from '../support/refusals.js';
import { randomExamples } from '../support/toyData.js';
import { masksOf } from './masksOf.js';
import { stepPlan } from './stepPlan.js';

const f = Math.fround;

/** Descent that notes every gradient it is given. */
function noting(): { optimizer: Optimizer; gradients: number[][] } {
  const gradients: number[][] = [];
  const plain = sgd();
  const optimizer: Optimizer = {
    ...plain,
    update(parameters, gradient, slots, moment) {
      gradients.push([...gradient]);
      plain.update(parameters, gradient, slots, moment);
    },
  };
  return { optimizer, gradients };
}

/** The gradients that one step on five examples gives to the optimizer, array by array. */
function gradientsBy(given: Partial<StepPlan>): number[][] {
  const { optimizer, gradients } = noting();
  const network = new Network([3, 4, 2] as number[], { seed: 5 });
  const step = new TrainingStep(stepPlan({ network, data: randomExamples(5, 3, 2), optimizer, ...given }));
  step.beginEpoch(1, Uint32Array.of(0, 1, 2, 3, 4));
  step.addExamples(0, 5);
  step.update(0.1);
  return gradients;
}

describe('the order of work', () => {
  const plain = gradientsBy({});
  const { layers } = new Network([3, 4, 2] as number[], { seed: 5 });
  const penalized = plain.map((numbers, index) =>
    numbers.map((slope, i) => {
      if (index % 2 === 1) return slope;
      const weight = layers[index / 2].weights[i];
      const withSquare = f(slope + f(f(2 * 0.3) * weight));
      return weight > 0 ? f(withSquare + f(0.1)) : f(withSquare - f(0.1));
    }),
  );
  const penalty = { l1: 0.1, l2: 0.3 };
  const squares = (numbers: number[], width: number) => {
    let all = 0;
    for (let start = 0; start < numbers.length; start += width) {
      all += numbers.slice(start, start + width).reduce((sum, number) => sum + number * number, 0);
    }
    return all;
  };
  const norms = penalized.map((numbers, index) => squares(numbers, [3, 1, 4, 1][index]));

  it('the mean, then the penalty', () => {
    expect(gradientsBy(penalty)).toEqual(penalized);
  });

  it.each<[Clipping['kind'], (slope: number, index: number) => number]>([
    ['value', (slope) => Math.max(-f(0.2), Math.min(f(0.2), slope))],
    ['norm', (slope, index) => (norms[index] > 0.04 ? f(slope * f(0.2 / Math.sqrt(norms[index]))) : slope)],
    ['globalNorm', (slope) => f(slope * f(0.2 / Math.sqrt(norms.reduce((a, b) => a + b))))],
  ])('then clipping by %s, and last the optimizer', (kind, clip) => {
    const expected = penalized.map((numbers, index) => numbers.map((slope) => clip(slope, index)));
    const got = gradientsBy({ ...penalty, clipping: { kind, limit: 0.2 } });
    expect(got).toEqual(expected);
    expect(got).not.toEqual(penalized);
  });

  it('costs are reported without the penalty', () => {
    const costs = [{}, penalty].map((given) => {
      const network = new Network([3, 4, 2] as number[], { seed: 5 });
      const step = new TrainingStep(stepPlan({ network, data: randomExamples(5, 3, 2), ...given }));
      step.beginEpoch(1, Uint32Array.of(0, 1, 2, 3, 4));
      step.addExamples(0, 5);
      return step.update(0.1).cost;
    });
    expect(costs[1]).toBe(costs[0]);
  });
});

describe('a batch', () => {
  it('may be taken in portions, and begins with nothing of the one before', () => {
    const [one, other] = [new Network([3, 4, 2] as number[]), new Network([3, 4, 2] as number[])];
    const order = Uint32Array.of(4, 2, 0, 1, 3, 5);
    const whole = new TrainingStep(stepPlan({ network: one, data: randomExamples(6, 3, 2) }));
    const portions = new TrainingStep(stepPlan({ network: other, data: randomExamples(6, 3, 2) }));
    whole.beginEpoch(1, order);
    portions.beginEpoch(1, order);
    for (const start of [0, 3]) {
      whole.addExamples(start, start + 3);
      for (let position = start; position < start + 3; position++) portions.addExamples(position, position + 1);
      expect(portions.update(0.5)).toEqual(whole.update(0.5));
      expect(hashOfNetwork(other)).toBe(hashOfNetwork(one));
    }
    expect([whole.steps, portions.steps]).toEqual([2, 2]);
  });
});

describe('what the caller changes between two steps', () => {
  it('is taken over, and refused if it is not finite, by its place and the step to come', async () => {
    const network = new Network([3, 4, 2] as number[]);
    const step = new TrainingStep(stepPlan({ network, data: randomExamples(2, 3, 2) }));
    step.beginEpoch(1, Uint32Array.of(0, 1));
    step.addExamples(0, 2);
    step.update(0.1);
    network.layers[1].weights.fill(0);
    step.readIn();
    step.addExamples(0, 2);
    step.update(0.1);
    expect(Math.max(...network.layers[1].weights.map(Math.abs))).toBeLessThan(0.1);
    step.writeBack();
    network.layers[1].biases[1] = Number.NaN;
    await expectRefusalLeaving(network, () => step.readIn(), 'NumericError', 'layers[1].biases[1] at step 3', 'got NaN');
    step.release();
  });
});

describe('a sum that overflows float32', () => {
  /** One hidden neuron, whose weighted sum overflows for an input of 10, and an output with an activation. */
  function overflowing(hidden: typeof relu | typeof sigmoid) {
    const network = new Network([1, 1, 1] as number[], { hidden, output: sigmoid });
    network.layers[0].weights[0] = 3e38;
    network.layers[1].weights[0] = 1;
    return { network, data: dataset({ inputs: [[0], [10]], labels: [1, 1] }) };
  }

  /** A step on examples `start` to 2. */
  function stepOn(plan: Pick<StepPlan, 'network' | 'data'> & Partial<StepPlan>, start: number) {
    const step = new TrainingStep(stepPlan(plan));
    step.beginEpoch(1, Uint32Array.of(0, 1));
    step.addExamples(start, 2);
    return step.update(0.1);
  }

  it('and meets no bounded activation is a divergence, though the cost is finite', async () => {
    const plan = overflowing(relu);
    const words = ['training step 1', 'expected finite numbers', 'got a sum that overflowed', 'last finite weights'];
    for (const start of [0, 1]) {
      await expectRefusalLeaving(plan.network, () => stepOn(plan, start), 'NumericError', ...words);
    }
  });

  it('in an output too, where the loss does not mind', async () => {
    const network = new Network([1, 1] as number[], { output: identity });
    network.layers[0].weights[0] = 3e38;
    const loss = defineLoss({ name: 'content', value: () => 0, gradient: (outputs) => outputs.map(() => 0) });
    const plan = { network, loss, data: dataset({ inputs: [[0], [10]], targets: [[1], [1]] }) };
    await expectRefusalLeaving(network, () => stepOn(plan, 0), 'NumericError', 'got a sum that overflowed');
  });

  it('and meets a bounded activation at once is fine', () => {
    const plan = overflowing(sigmoid);
    expect(stepOn(plan, 0).cost).toBeLessThan(1);
    expect(plan.network.layers.every(({ weights }) => weights.every(Number.isFinite))).toBe(true);
  });

  it('is a divergence when it is dropped, and when only making up for dropped ones overflows', async () => {
    const dropped = { ...overflowing(relu), dropout: [0, 1 - 2 ** -53] };
    await expectRefusalLeaving(dropped.network, () => stepOn(dropped, 1), 'NumericError', 'got a sum that overflowed');
    // 3e37 x 10 fits, and 100 times as much does not.
    const made = overflowing(relu);
    made.network.layers[0].weights[0] = 3e37;
    const seed = [...Array(2000).keys()].find((seed) => keepsNeuron({ ...made, seed, dropout: [0, 0.99] })) as number;
    const scaled = { ...made, seed, dropout: [0, 0.99] };
    await expectRefusalLeaving(scaled.network, () => stepOn(scaled, 1), 'NumericError', 'got a sum that overflowed');
    const input = { ...overflowing(sigmoid), data: dataset({ inputs: [[0], [3e37]], labels: [1, 1] }) };
    const kept = { ...input, seed, dropout: [0.99, 0] };
    await expectRefusalLeaving(kept.network, () => stepOn(kept, 1), 'NumericError', 'got a sum that overflowed');
  });

  function keepsNeuron(plan: Parameters<typeof stepOn>[0]): boolean {
    const step = new TrainingStep(stepPlan(plan));
    step.beginEpoch(1, Uint32Array.of(0, 1));
    step.addExamples(1, 2);
    return masksOf(step)[1]?.mask[0] === 1;
  }

  it('in a gradient whose norm is asked for names the gradient', async () => {
    const network = new Network([1, 1] as number[], { output: identity });
    network.layers[0].weights[0] = 0;
    const plan = { network, data: dataset({ inputs: [[0], [3e38]], targets: [[0], [-10]] }) };
    for (const kind of ['norm', 'globalNorm'] as const) {
      const clipping = { kind, limit: 1 };
      const words = ['training step 1', 'Infinity in the gradient of layers[0].weights[0]'];
      await expectRefusalLeaving(network, () => stepOn({ ...plan, clipping }, 1), 'NumericError', ...words);
    }
  });
});

it('the mean of a gradient is the sum times 1 / count, which is rounded first', () => {
  const pass = passFor(new Network([1, 1] as number[]).layers, 0);
  const [{ weights, biases }] = pass.layers;
  weights.gradient[0] = 5;
  biases.gradient[0] = -7;
  averageGradient(pass, 49);
  expect([weights.gradient[0], biases.gradient[0]]).toEqual([f(5 * f(1 / 49)), f(-7 * f(1 / 49))]);
});
