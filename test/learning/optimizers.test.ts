// Optimizers against two references of their own: the formulas in double precision, and the float32 steps to the bit.
import { adam, Network, type Optimizer, Random, sgd, train } from 'glassbox-nn';
import { describe, expect, it } from 'vitest';
import { hashOfNetwork } from '../support/hashOfNetwork.js';
import { expectRefusal, expectRefusalLeaving } from '../support/refusals.js';
import { exclusiveOr, randomExamples } from '../support/toyData.js';

const f = Math.fround;
const COUNT = 20;
const STEPS = 100;

/** A rule for one parameter, given what it remembers of it. `slope` is the gradient; returns the new parameter. */
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
    optimizer.update(parameters, gradientAt(step), slots, { step, learningRate: optimizer.learningRate });
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

  it('moves every parameter that has a slope', () => {
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
    for (const rate of [-0.1, 0, Number.NaN, Number.POSITIVE_INFINITY]) {
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
    await refuse(sgd, 'ArgumentError', 'optimizer', 'got a function', 'Call it: sgd(');
    await refuse('adam', 'ArgumentError', 'optimizer', "got 'adam'");
    await refuse({ ...sgd(), update: undefined }, 'ArgumentError', 'optimizer.update', 'got undefined');
    await refuse({ ...sgd(), slots: -1 }, 'OutOfRangeError', 'optimizer.slots', 'got -1');
    await refuse({ ...sgd(), learningRate: 0 }, 'OutOfRangeError', 'optimizer.learningRate', 'got 0');
    await refuse({ ...sgd(), learningRate: '1' }, 'ArgumentError', 'optimizer.learningRate', "got '1'");
  });
});
