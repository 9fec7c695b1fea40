// Optimizers against two references of their own: the formulas in double precision, and the float32 steps to the bit.
import { adam, adamW, Network, type Optimizer, Random, rmsprop, sgd, train, type UpdateMoment } from 'glassbox-nn';
import { describe, expect, it } from 'vitest';
import { optimizers } from '../support/builtIns.js';
import { hashOfNetwork } from '../support/hashOfNetwork.js';
import { expectRefusal, expectRefusalLeaving } from '../support/refusals.js';
import { exclusiveOr, randomExamples } from '../support/toyData.js';

const f = Math.fround;
const COUNT = 20;
const STEPS = 100;

/** A rule for one parameter, given its state. `slope` is the gradient; returns the new parameter. */
type Rule = (parameter: number, slope: number, memory: number[], step: number) => number;

/** The same 100 gradients for all: a third of them zero, of sizes from 0.001 to 1. */
function gradientAt(step: number): Float32Array {
  const random = Random.stream(5, 'gradient', step);
  return Float32Array.from({ length: COUNT }, (_, i) =>
    random.integer(3) === 0 ? 0 : random.uniform(-1, 1) * [1, 0.1, 0.01, 0.001][i % 4],
  );
}

const start = () => Float32Array.from({ length: COUNT }, (_, i) => (i - COUNT / 2) / 7);

function byOptimizer(optimizer: Optimizer): Float32Array {
  const parameters = start();
  const slots = Array.from({ length: optimizer.slots }, () => new Float32Array(COUNT));
  for (let step = 1; step <= STEPS; step++) {
    optimizer.update(parameters, gradientAt(step), slots, { step, learningRate: optimizer.learningRate as number });
  }
  return parameters;
}

function byRule(rule: Rule): Float64Array {
  const parameters = Float64Array.from(start());
  const memories = Array.from({ length: COUNT }, () => [0, 0]);
  for (let step = 1; step <= STEPS; step++) {
    const gradient = gradientAt(step);
    parameters.forEach((parameter, i) => {
      parameters[i] = rule(parameter, gradient[i], memories[i], step);
    });
  }
  return parameters;
}

/** base^exponent, one multiplication after the other. */
const power = (base: number, exponent: number) => Array.from({ length: exponent }, () => base).reduce((a, b) => a * b, 1);

const cases: readonly { name: string; make: () => Optimizer; double: Rule; single: Rule }[] = [
  {
    name: 'sgd',
    make: () => sgd({ learningRate: 0.1 }),
    double: (w, g) => w - 0.1 * g,
    single: (w, g) => f(w - f(f(0.1) * g)),
  },
  {
    name: 'sgd with momentum',
    make: () => sgd({ learningRate: 0.1, momentum: 0.9 }),
    double(w, g, memory) {
      memory[0] = 0.9 * memory[0] - 0.1 * g;
      return w + memory[0];
    },
    single(w, g, memory) {
      memory[0] = f(f(f(0.9) * memory[0]) - f(f(0.1) * g));
      return f(w + memory[0]);
    },
  },
  {
    name: 'sgd with Nesterov momentum',
    make: () => sgd({ learningRate: 0.1, momentum: 0.9, nesterov: true }),
    double(w, g, memory) {
      memory[0] = 0.9 * memory[0] - 0.1 * g;
      return w + 0.9 * memory[0] - 0.1 * g;
    },
    single(w, g, memory) {
      memory[0] = f(f(f(0.9) * memory[0]) - f(f(0.1) * g));
      return f(w + f(f(f(0.9) * memory[0]) - f(f(0.1) * g)));
    },
  },
  {
    name: 'adam',
    make: () => adam({ learningRate: 0.01, beta1: 0.8, beta2: 0.99, epsilon: 1e-6 }),
    double(w, g, memory, t) {
      memory[0] = 0.8 * memory[0] + (1 - 0.8) * g;
      memory[1] = 0.99 * memory[1] + (1 - 0.99) * g * g;
      const mean = memory[0] / (1 - 0.8 ** t);
      const square = memory[1] / (1 - 0.99 ** t);
      return w - (0.01 * mean) / (Math.sqrt(square) + 1e-6);
    },
    single(w, g, memory, t) {
      memory[0] = f(f(f(0.8) * memory[0]) + f(f(1 - 0.8) * g));
      memory[1] = f(f(f(0.99) * memory[1]) + f(f(1 - 0.99) * f(g * g)));
      const mean = f(memory[0] * f(1 / (1 - power(0.8, t))));
      const square = f(memory[1] * f(1 / (1 - power(0.99, t))));
      return f(w - f(f(f(0.01) * mean) / f(f(Math.sqrt(square)) + f(1e-6))));
    },
  },
  {
    name: 'sgd with weight decay',
    make: () => sgd({ learningRate: 0.1, weightDecay: 0.05 }),
    double: (w, g) => w - 0.1 * 0.05 * w - 0.1 * g,
    single: (w, g) => f(f(w - f(f(f(0.1) * f(0.05)) * w)) - f(f(0.1) * g)),
  },
  {
    name: 'sgd with momentum and weight decay, which momentum does not carry on',
    make: () => sgd({ learningRate: 0.1, momentum: 0.9, weightDecay: 0.05 }),
    double(w, g, memory) {
      memory[0] = 0.9 * memory[0] - 0.1 * g;
      return w * (1 - 0.1 * 0.05) + memory[0];
    },
    single(w, g, memory) {
      memory[0] = f(f(f(0.9) * memory[0]) - f(f(0.1) * g));
      return f(f(w - f(f(f(0.1) * f(0.05)) * w)) + memory[0]);
    },
  },
  {
    name: 'rmsprop',
    make: () => rmsprop({ learningRate: 0.01, rho: 0.8, epsilon: 1e-6 }),
    double(w, g, memory) {
      memory[0] = 0.8 * memory[0] + (1 - 0.8) * g * g;
      return w - (0.01 * g) / (Math.sqrt(memory[0]) + 1e-6);
    },
    single(w, g, memory) {
      memory[0] = f(f(f(0.8) * memory[0]) + f(f(1 - 0.8) * f(g * g)));
      return f(w - f(f(f(0.01) * g) / f(f(Math.sqrt(memory[0])) + f(1e-6))));
    },
  },
  {
    name: 'rmsprop with weight decay',
    make: () => rmsprop({ learningRate: 0.01, weightDecay: 0.1 }),
    double(w, g, memory) {
      memory[0] = 0.9 * memory[0] + (1 - 0.9) * g * g;
      return w * (1 - 0.01 * 0.1) - (0.01 * g) / (Math.sqrt(memory[0]) + 1e-7);
    },
    single(w, g, memory) {
      memory[0] = f(f(f(0.9) * memory[0]) + f(f(1 - 0.9) * f(g * g)));
      const decayed = f(w - f(f(f(0.01) * f(0.1)) * w));
      return f(decayed - f(f(f(0.01) * g) / f(f(Math.sqrt(memory[0])) + f(1e-7))));
    },
  },
  {
    name: 'adamW',
    make: () => adamW({ learningRate: 0.01, beta1: 0.8, beta2: 0.99, epsilon: 1e-6 }),
    double(w, g, memory, t) {
      memory[0] = 0.8 * memory[0] + (1 - 0.8) * g;
      memory[1] = 0.99 * memory[1] + (1 - 0.99) * g * g;
      const mean = memory[0] / (1 - 0.8 ** t);
      const square = memory[1] / (1 - 0.99 ** t);
      return w - 0.01 * 0.004 * w - (0.01 * mean) / (Math.sqrt(square) + 1e-6);
    },
    single(w, g, memory, t) {
      memory[0] = f(f(f(0.8) * memory[0]) + f(f(1 - 0.8) * g));
      memory[1] = f(f(f(0.99) * memory[1]) + f(f(1 - 0.99) * f(g * g)));
      const mean = f(memory[0] * f(1 / (1 - power(0.8, t))));
      const square = f(memory[1] * f(1 / (1 - power(0.99, t))));
      const decayed = f(w - f(f(f(0.01) * f(0.004)) * w));
      return f(decayed - f(f(f(0.01) * mean) / f(f(Math.sqrt(square)) + f(1e-6))));
    },
  },
];

describe.each(cases)('$name', ({ make, double, single }) => {
  const optimizer = make();

  it('follows the formula within float32 error for 100 steps', () => {
    const expected = byRule(double);
    byOptimizer(optimizer).forEach((parameter, i) => {
      expect(Math.abs(parameter - expected[i])).toBeLessThan(1e-5 * Math.max(1, Math.abs(expected[i])));
    });
  });

  it('gives the bits of its float32 steps for 100 steps', () => {
    expect(byOptimizer(optimizer)).toEqual(Float32Array.from(byRule(single)));
  });

  it('moves every parameter whose derivative is not 0', () => {
    const before = start();
    expect(byOptimizer(optimizer).every((parameter, i) => parameter !== before[i])).toBe(true);
  });

  it('has no state of its own: two trainings in a row equal two with new optimizers', () => {
    const data = randomExamples(10, 3, 2);
    const one = new Network([3, 4, 2]);
    const other = new Network([3, 4, 2]);
    for (let round = 0; round < 2; round++) {
      train(one, data, { optimizer, epochs: 3, batchSize: 4 });
      train(other, data, { optimizer: make(), epochs: 3, batchSize: 4 });
    }
    expect(hashOfNetwork(one)).toBe(hashOfNetwork(other));
  });
});

describe('written out by hand', () => {
  const moment = (step: number): UpdateMoment => ({ step, learningRate: 0.1 });

  it('two steps of rmsprop', () => {
    // v = 0.1 x 4 = 0.4, w = 1 - 0.1 x 2 / sqrt(0.4); then v = 0.36 + 0.1 = 0.46, w -= 0.1 / sqrt(0.46).
    const parameters = Float32Array.of(1);
    const slots = [new Float32Array(1)];
    const { update } = rmsprop({ learningRate: 0.1 });
    update(parameters, Float32Array.of(2), slots, moment(1));
    expect(parameters[0]).toBeCloseTo(0.6837722, 6);
    expect(slots[0][0]).toBeCloseTo(0.4, 6);
    update(parameters, Float32Array.of(1), slots, moment(2));
    expect(parameters[0]).toBeCloseTo(0.5363303, 6);
  });

  it('two steps of adamW, the first of which moves by the rate whatever the gradient is', () => {
    // 1 x (1 - 0.05) - 0.1 = 0.85; then m = 0.18 + 0.1 = 0.28 and v = 0.003996 + 0.001, unbiased 0.28 / 0.19 and 0.004996 / 0.001999.
    const parameters = Float32Array.of(1);
    const slots = [new Float32Array(1), new Float32Array(1)];
    const { update } = adamW({ weightDecay: 0.5 });
    update(parameters, Float32Array.of(2), slots, moment(1));
    expect(parameters[0]).toBeCloseTo(0.85, 6);
    update(parameters, Float32Array.of(1), slots, moment(2));
    expect(parameters[0]).toBeCloseTo(0.85 * 0.95 - 0.0932178, 6);
  });

  it('weight decay takes the same share of all, whatever the optimizer', () => {
    for (const { update, slots } of [sgd({ weightDecay: 0.5 }), rmsprop({ weightDecay: 0.5 }), adamW({ weightDecay: 0.5 })]) {
      const parameters = Float32Array.of(4, -8, 0);
      const memory = Array.from({ length: slots }, () => new Float32Array(3));
      update(parameters, new Float32Array(3), memory, { step: 1, learningRate: 0.5 });
      expect(parameters).toEqual(Float32Array.of(3, -6, 0));
    }
  });
});

describe('without weight decay', () => {
  it('adamW gives the bits of adam', () => {
    expect(byOptimizer(adamW({ weightDecay: 0 }))).toEqual(byOptimizer(adam()));
  });

  it('not even the sign of a zero changes', () => {
    const parameters = Float32Array.of(-0);
    sgd().update(parameters, Float32Array.of(0), [], { step: 1, learningRate: 1 });
    expect(Object.is(parameters[0], -0)).toBe(true);
  });
});

describe('the rule of a built-in update', () => {
  const moment = { step: 3, learningRate: 0.3 };
  const decay = f(f(0.3) * f(0.2));
  const unbias = (beta: number) => f(1 / (1 - beta * beta * beta));

  it('names the pass and the numbers of a step, the decay first', () => {
    const rules = [
      sgd(),
      sgd({ weightDecay: 0.2 }),
      sgd({ momentum: 0.5, nesterov: true }),
      sgd({ momentum: 0.7 }),
      sgd({ momentum: 0.7, nesterov: true, weightDecay: 0.2 }),
      rmsprop({ rho: 0.7, weightDecay: 0.2 }),
      adam({ beta1: 0.7, beta2: 0.8 }),
      adamW({ beta1: 0.7, beta2: 0.8, weightDecay: 0.2 }),
    ].map(({ update: { rule } }) => [rule?.kernel, ...(rule?.constants(moment) ?? [])]);
    const rate = f(0.3);
    const means = [f(0.7), f(1 - 0.7), f(0.8), f(1 - 0.8), unbias(0.7), unbias(0.8), f(1e-7)];
    expect(rules).toEqual([
      ['sgd', 0, rate],
      ['sgd', decay, rate],
      ['nesterov', 0, rate, 0.5],
      ['momentum', 0, rate, f(0.7)],
      ['nesterov', decay, rate, f(0.7)],
      ['rmsprop', decay, rate, f(0.7), f(1 - 0.7), f(1e-7)],
      ['adam', 0, rate, ...means],
      ['adam', decay, rate, ...means],
    ]);
  });

  it.each(Object.entries(optimizers))(
    'of %s, applied with its constants, moves to the bits of the update itself',
    (_, make) => {
      const { slots: count, update } = make();
      const slots = () => Array.from({ length: count }, () => new Float32Array(COUNT));
      const [byUpdate, byApply, before, after] = [start(), start(), slots(), slots()];
      for (let step = 1; step <= 5; step++) {
        update(byUpdate, gradientAt(step), before, { step, learningRate: 0.3 });
        update.rule?.apply(byApply, gradientAt(step), after, update.rule.constants({ step, learningRate: 0.3 }));
      }
      expect(byApply).not.toEqual(start());
      expect(byApply).toEqual(byUpdate);
      expect(after).toEqual(before);
    },
  );

  it("stays with the function, so that an optimizer with an update of one's own has none", () => {
    const own: Optimizer = { ...adam(), update: () => {} };
    expect(own.update.rule).toBeUndefined();
    expect({ ...adam(), learningRate: 1 }.update.rule?.kernel).toBe('adam');
  });

  it('cannot be changed', () => {
    const { rule } = adam().update;
    expect(() => Object.assign(adam().update, { rule: undefined })).toThrow(TypeError);
    expect(() => Object.assign(rule as object, { kernel: 'sgd' })).toThrow(TypeError);
  });
});

it('starts its memory at nothing for every training', () => {
  const seen: number[][] = [];
  const watching: Optimizer = {
    name: 'watching',
    learningRate: 1,
    slots: 2,
    update(parameters, gradient, slots, { step, learningRate }) {
      seen.push([parameters.length, gradient.length, slots.length, slots[1][0], step, learningRate]);
      slots[1].fill(7);
    },
  };
  const network = new Network([2, 3, 1]);
  const before = hashOfNetwork(network);
  const options = { optimizer: watching, epochs: 1, batchSize: 2 };
  train(network, exclusiveOr(), options);
  const first = seen.splice(0);
  train(network, exclusiveOr(), options);
  expect(seen).toEqual(first);
  // Two steps of weights, biases, weights, biases.
  expect(first.map(([length]) => length)).toEqual([6, 3, 3, 1, 6, 3, 3, 1]);
  expect(first.every(([parameters, gradient, slots]) => parameters === gradient && slots === 2)).toBe(true);
  expect(first.map((item) => item.slice(3))).toEqual([...Array(4).fill([0, 1, 1]), ...Array(4).fill([7, 2, 1])]);
  expect(hashOfNetwork(network)).toBe(before);
});

it("of one's own that repeats sgd gives its bits", () => {
  const own: Optimizer = {
    name: 'own',
    learningRate: 0.5,
    slots: 0,
    update(parameters, gradient, _slots, { learningRate }) {
      for (let i = 0; i < parameters.length; i++) parameters[i] -= f(f(learningRate) * gradient[i]);
    },
  };
  const [one, other] = [new Network([2, 3, 1]), new Network([2, 3, 1])];
  train(one, exclusiveOr(), { optimizer: own, epochs: 5, batchSize: 3 });
  train(other, exclusiveOr(), { optimizer: sgd({ learningRate: 0.5 }), epochs: 5, batchSize: 3 });
  expect(hashOfNetwork(one)).toBe(hashOfNetwork(other));
});

it("of one's own that throws halfway leaves the weights as the last whole step did, and its error comes through", () => {
  const network = new Network([2, 3, 1]);
  const reference = new Network([2, 3, 1]);
  const plain = sgd({ learningRate: 0.5 });
  const failing: Optimizer = {
    ...plain,
    update(parameters, gradient, slots, moment) {
      plain.update(parameters, gradient, slots, moment);
      if (moment.step === 3 && parameters.length === 1) throw new Error('halfway');
    },
  };
  expect(() => train(network, exclusiveOr(), { optimizer: failing, epochs: 5, shuffle: false })).toThrow('halfway');
  train(reference, exclusiveOr(), { optimizer: plain, epochs: 2, shuffle: false });
  expect(hashOfNetwork(network)).toBe(hashOfNetwork(reference));
});

describe('what they refuse', () => {
  it('sgd: a learning rate that is not above 0, NaN or a string (case 40)', async () => {
    for (const rate of [-0.1, 0, 1e-46, 1e39, Number.NaN, Number.POSITIVE_INFINITY]) {
      await expectRefusal(() => sgd({ learningRate: rate }), 'OutOfRangeError', 'sgd: learningRate', 'above 0', `got ${rate}`);
      await expectRefusal(
        () => adam({ learningRate: rate }),
        'OutOfRangeError',
        'adam: learningRate',
        'above 0',
        `got ${rate}`,
      );
    }
    await expectRefusal(() => sgd({ learningRate: '0.1' as never }), 'ArgumentError', 'sgd: learningRate', "got '0.1'");
    await expectRefusal(() => adam({ learningRate: '0.1' as never }), 'ArgumentError', 'adam: learningRate', "got '0.1'");
  });

  it('momentum of 1, beta of 1, epsilon of 0 or too small for a float32 (case 42)', async () => {
    for (const momentum of [1, 1.5, -0.1, Number.NaN]) {
      await expectRefusal(() => sgd({ momentum }), 'OutOfRangeError', 'sgd: momentum', 'from 0 to below 1', `got ${momentum}`);
      await expectRefusal(() => adam({ beta1: momentum }), 'OutOfRangeError', 'adam: beta1', 'below 1', `got ${momentum}`);
      await expectRefusal(() => adam({ beta2: momentum }), 'OutOfRangeError', 'adam: beta2', 'below 1', `got ${momentum}`);
    }
    for (const epsilon of [0, -1e-7, Number.NaN, 1e-50]) {
      await expectRefusal(() => adam({ epsilon }), 'OutOfRangeError', 'adam: epsilon', 'above 0', `got ${epsilon}`);
    }
    await expectRefusal(() => sgd({ nesterov: 1 as never }), 'ArgumentError', 'sgd: nesterov', 'true or false', 'got 1');
  });

  it('rmsprop and adamW: the same, each by its own name', async () => {
    await expectRefusal(() => rmsprop({ learningRate: 0 }), 'OutOfRangeError', 'rmsprop: learningRate', 'above 0', 'got 0');
    await expectRefusal(() => rmsprop({ rho: 1 }), 'OutOfRangeError', 'rmsprop: rho', 'from 0 to below 1', 'got 1');
    await expectRefusal(() => rmsprop({ epsilon: 0 }), 'OutOfRangeError', 'rmsprop: epsilon', 'above 0', 'got 0');
    await expectRefusal(() => adamW({ learningRate: -1 }), 'OutOfRangeError', 'adamW: learningRate', 'above 0', 'got -1');
    await expectRefusal(() => adamW({ beta1: 1 }), 'OutOfRangeError', 'adamW: beta1', 'below 1', 'got 1');
    await expectRefusal(() => adamW({ beta2: -0.1 }), 'OutOfRangeError', 'adamW: beta2', 'below 1', 'got -0.1');
    await expectRefusal(() => adamW({ epsilon: 1e39 }), 'OutOfRangeError', 'adamW: epsilon', 'fits a float32', 'got 1e+39');
  });

  it('a weight decay below 0, NaN or a string, and one for adam', async () => {
    for (const make of [sgd, rmsprop, adamW]) {
      for (const weightDecay of [-0.1, Number.NaN, Number.POSITIVE_INFINITY]) {
        const words = [`${make.name}: weightDecay`, 'a number from 0', `got ${weightDecay}`];
        await expectRefusal(() => make({ weightDecay }), 'OutOfRangeError', ...words);
      }
      await expectRefusal(() => make({ weightDecay: '1' as never }), 'ArgumentError', 'weightDecay', "got '1'");
    }
    await expectRefusal(() => adam({ weightDecay: 0.1 } as never), 'ArgumentError', 'adam', "got 'weightDecay'", 'adamW');
  });

  it('options that do not exist, with a suggestion (case 10)', async () => {
    await expectRefusal(
      () => sgd({ learningrate: 1 } as never),
      'ArgumentError',
      "got 'learningrate'",
      'Did you mean learningRate?',
    );
    await expectRefusal(() => adam({ beta_1: 0.9 } as never), 'ArgumentError', "got 'beta_1'", 'Did you mean beta1?');
    await expectRefusal(() => adam(0.1 as never), 'ArgumentError', 'adam', 'an object with any of learningRate', 'got 0.1');
  });

  it("training: optimizers of one's own that are none", async () => {
    const network = new Network([2, 1]);
    const refuse = (optimizer: unknown, ...words: string[]) =>
      expectRefusalLeaving(
        network,
        () => train(network, exclusiveOr(), { optimizer: optimizer as Optimizer }),
        words.shift() as 'ArgumentError',
        ...words,
      );
    await refuse(sgd, 'ArgumentError', 'optimizer', 'got a function', 'Call one: adam(), or sgd(');
    await refuse('adam', 'ArgumentError', 'optimizer', "got 'adam'");
    await refuse({ ...sgd(), update: undefined }, 'ArgumentError', 'optimizer.update', 'got undefined');
    await refuse({ ...sgd(), slots: -1 }, 'OutOfRangeError', 'optimizer.slots', 'got -1');
    await refuse({ ...sgd(), learningRate: 0 }, 'OutOfRangeError', 'optimizer.learningRate', 'got 0');
    await refuse({ ...sgd(), learningRate: '1' }, 'ArgumentError', 'optimizer.learningRate', "got '1'");
  });
});
