// Learning rates that change: their formulas, what is refused, and what trainings make of them.
import {
  adam,
  constantRate,
  cosineDecay,
  exponentialDecay,
  fit,
  inTurn,
  Network,
  type Schedule,
  sgd,
  stepDecay,
  stepsOf,
  train,
  trainSteps,
  warmup,
} from 'glassbox-nn';
import { describe, expect, it } from 'vitest';
import { onBoth } from '../../engine/onBoth.js';
import { hashOfNetwork } from '../../support/hashOfNetwork.js';
import { expectRefusal } from '../../support/refusals.js';
import { randomExamples } from '../../support/toyData.js';

const steps = Array.from({ length: 60 }, (_, step) => step);
const data = randomExamples(20, 3, 2);
const made = () => new Network([3, 4, 2], { seed: 2 });

describe('the formulas', () => {
  it('are those that the functions of the platform give', () => {
    for (const step of steps) {
      expect(cosineDecay({ from: 0.3, to: 0.01, steps: 60 })(step)).toBeCloseTo(
        0.01 + (0.29 * (1 + Math.cos((Math.PI * step) / 60))) / 2,
        15,
      );
      expect(exponentialDecay({ from: 0.3, factor: 0.1, steps: 20 })(step)).toBeCloseTo(0.3 * 0.1 ** (step / 20), 15);
      expect(stepDecay({ from: 0.3, factor: 0.1, every: 20 })(step)).toBeCloseTo(0.3 * 0.1 ** Math.floor(step / 20), 15);
      expect(warmup({ from: 0.1, to: 0.3, steps: 60 })(step)).toBeCloseTo(0.1 + (0.2 * (step + 1)) / 60, 15);
      expect(constantRate(0.3)(step)).toBe(0.3);
    }
  });

  it('end after their steps, and stay there', () => {
    const fall = cosineDecay({ from: 0.3, to: 0.1, steps: 7 });
    expect([fall(0), fall(7), fall(8), fall(1e9)]).toEqual([0.3, 0.1, 0.1, 0.1]);
    const rise = warmup({ to: 0.3, steps: 7 });
    expect([rise(6), rise(7), rise(1e9)]).toEqual([0.3, 0.3, 0.3]);
    expect(cosineDecay({ from: 0.3, steps: 1 })(1)).toBe(0);
  });

  it('fall at every step, and never below 0', () => {
    for (const schedule of [cosineDecay({ from: 1, steps: 60 }), exponentialDecay({ from: 1, steps: 1 })]) {
      const rates = steps.map((step) => schedule(step));
      expect(rates.every((rate, step) => rate > 0 && (step === 0 || rate < (rates[step - 1] as number)))).toBe(true);
    }
  });

  it('have names, which errors and reports can show', () => {
    const made = [constantRate(1), stepDecay({ from: 1, every: 1 }), inTurn(constantRate(1)), warmup({ to: 1, steps: 1 })];
    expect(made.map(({ name }) => name)).toEqual(['constantRate', 'stepDecay', 'inTurn', 'warmup']);
    expect(cosineDecay({ from: 1, steps: 9 }).steps).toBe(9);
  });
});

describe('inTurn', () => {
  const rise = warmup({ to: 0.4, steps: 4 });
  const fall = cosineDecay({ from: 0.4, steps: 6 });

  it('counts the steps of each part from 0, and those of all together', () => {
    const schedule = inTurn(rise, [constantRate(0.5), 2], fall);
    expect(steps.slice(0, 14).map(schedule)).toEqual([
      ...[0, 1, 2, 3].map(rise),
      0.5,
      0.5,
      ...[0, 1, 2, 3, 4, 5, 6, 7].map(fall),
    ]);
    expect(schedule.steps).toBe(12);
  });

  it('can be put together again, and cuts a part short after the steps of its pair', () => {
    const schedule = inTurn(inTurn(rise, [fall, 2]), constantRate(0.1));
    expect(steps.slice(0, 8).map(schedule)).toEqual([...[0, 1, 2, 3].map(rise), fall(0), fall(1), 0.1, 0.1]);
    expect(schedule.steps).toBeUndefined();
  });

  it('refuses no part, what is none, and a part before the last without an end', async () => {
    await expectRefusal(() => inTurn(), 'ArgumentError', 'inTurn', 'got none');
    await expectRefusal(() => inTurn(0.1 as never), 'ArgumentError', 'schedule 0', 'got 0.1');
    await expectRefusal(() => inTurn({} as never), 'ArgumentError', 'schedule 0', 'got an object');
    await expectRefusal(() => inTurn(null as never), 'ArgumentError', 'schedule 0', 'got null');
    await expectRefusal(() => inTurn(null as never), 'ArgumentError', 'schedule 0', 'got null');
    await expectRefusal(
      () => inTurn(constantRate(1), rise),
      'ArgumentError',
      'schedule 0',
      'one without',
      '[constantRate(0.1), 500]',
    );
    await expectRefusal(() => inTurn([rise, 0], rise), 'OutOfRangeError', 'schedule 0: steps', 'got 0');
  });
});

describe('what is no schedule is refused', () => {
  it('by its rates, its factor and its steps', async () => {
    await expectRefusal(() => constantRate(0), 'OutOfRangeError', 'constantRate', 'above 0', 'got 0');
    await expectRefusal(() => cosineDecay({ from: -1, steps: 5 }), 'OutOfRangeError', 'cosineDecay: from', 'got -1');
    await expectRefusal(() => cosineDecay({ from: 1, to: -1, steps: 5 }), 'OutOfRangeError', 'cosineDecay: to', 'got -1');
    await expectRefusal(() => cosineDecay({ from: 1, steps: 0.5 }), 'OutOfRangeError', 'cosineDecay: steps', 'got 0.5');
    await expectRefusal(() => cosineDecay({ from: 1 } as never), 'ArgumentError', 'cosineDecay: steps', 'got undefined');
    await expectRefusal(() => warmup({ to: 0, steps: 5 }), 'OutOfRangeError', 'warmup: to', 'got 0');
    await expectRefusal(() => stepDecay({ from: 1, factor: 2, every: 5 }), 'OutOfRangeError', 'stepDecay: factor', 'got 2');
    await expectRefusal(() => stepDecay({ from: '1', every: 5 } as never), 'ArgumentError', 'stepDecay: from', "got '1'");
    await expectRefusal(() => exponentialDecay({ from: 1e99, steps: 5 }), 'OutOfRangeError', 'exponentialDecay: from');
  });

  it("with a hint for other libraries' names", async () => {
    const keras = { initialLearningRate: 0.1, decaySteps: 100 } as never;
    await expectRefusal(() => cosineDecay(keras), 'ArgumentError', "got 'initialLearningRate'", 'called from');
    await expectRefusal(() => stepDecay({ from: 1, gamma: 0.1 } as never), 'ArgumentError', 'called factor');
  });
});

describe('stepsOf', () => {
  it('is how many steps a training has', () => {
    const count = [...trainSteps(made(), data, { epochs: 3, batchSize: 8 })].length;
    expect(stepsOf(20, 3, 8)).toBe(count);
    expect(stepsOf(20, 0, 8)).toBe(0);
  });

  it('refuses what is no count', async () => {
    await expectRefusal(() => stepsOf(0), 'OutOfRangeError', 'count', 'got 0');
    await expectRefusal(() => stepsOf(5, 1, 0), 'OutOfRangeError', 'batchSize', 'got 0');
  });
});

describe('a training with a schedule', () => {
  const schedule = cosineDecay({ from: 0.5, steps: 9 });
  const options = { epochs: 3, batchSize: 8, seed: 3 };

  it('reports the rate of every step, and of the last one of an epoch', () => {
    const network = made();
    const run = trainSteps(network, data, { ...options, optimizer: sgd({ learningRate: schedule }) });
    const rates: number[] = [];
    let next = run.next();
    for (; !next.done; next = run.next()) rates.push(next.value.learningRate);
    expect(rates).toEqual(steps.slice(0, 9).map(schedule));
    expect(next.value.map(({ learningRate }) => learningRate)).toEqual([schedule(2), schedule(5), schedule(8)]);
  });

  it.each([
    ['sgd', sgd],
    ['adam', adam],
  ] as const)('goes by it in each step: %s', (_, optimizer) => {
    const hash = onBoth(() => {
      const network = made();
      train(network, data, { ...options, optimizer: optimizer({ learningRate: schedule }) });
      return hashOfNetwork(network);
    });
    const byHand = made();
    // An own optimizer that follows the same rates.
    const inner = optimizer();
    const update = (...[parameters, gradient, slots, { step }]: Parameters<typeof inner.update>) =>
      inner.update(parameters, gradient, slots, { step, learningRate: schedule(step - 1) });
    train(byHand, data, { ...options, optimizer: { ...inner, update } });
    expect(hash).toBe(hashOfNetwork(byHand));
    const constant = made();
    train(constant, data, { ...options, optimizer: optimizer({ learningRate: 0.5 }) });
    expect(hash).not.toBe(hashOfNetwork(constant));
  });

  it('has the bits of a number where every rate is that number', () => {
    const [number, same] = [made(), made()];
    train(number, data, { ...options, optimizer: adam({ learningRate: 0.01 }) });
    train(same, data, { ...options, optimizer: adam({ learningRate: constantRate(0.01) }) });
    expect(hashOfNetwork(same)).toBe(hashOfNetwork(number));
  });

  it('stands still where the rate is 0', () => {
    const network = made();
    train(network, data, { ...options, optimizer: sgd({ learningRate: () => 0 }) });
    expect(hashOfNetwork(network)).toBe(hashOfNetwork(made()));
  });

  it('ends with an error that names the step where there is no rate, and keeps the last whole step', async () => {
    const untilThen = made();
    train(untilThen, data, { ...options, epochs: 1, optimizer: sgd({ learningRate: 0.5 }) });
    const bad = [
      [Number.NaN, 'NumericError', 'got NaN'],
      [1e39, 'NumericError', 'got 1e+39'],
      [-1, 'OutOfRangeError', 'got -1'],
      ['0.1', 'ArgumentError', "got '0.1'"],
      [undefined, 'ArgumentError', 'got undefined'],
    ] as const;
    for (const [rate, kind, got] of bad) {
      const network = made();
      const own = ((step) => (step === 3 ? rate : 0.5)) as Schedule;
      const run = () => fit(network, data, { ...options, optimizer: sgd({ learningRate: own }) });
      await expectRefusal(run, kind, 'learningRate at step 4', got, '(step) =>');
      expect(hashOfNetwork(network)).toBe(hashOfNetwork(untilThen));
    }
  });
});
