// The losses, and losses of one's own.
import {
  backpropagate,
  binaryCrossEntropy,
  checkGradients,
  crossEntropy,
  defineActivation,
  defineLoss,
  evaluate,
  identity,
  type LayerActivation,
  meanSquaredError,
  Network,
  quadratic,
  sgd,
  sigmoid,
  softmax,
  train,
} from 'glassbox-nn';
import { dataset } from 'glassbox-nn/data';
import { describe, expect, it } from 'vitest';
import { losses } from '../support/builtIns.js';
import { expectRefusal } from '../support/refusals.js';

/** A network whose weighted sums are its inputs. */
function passingOn(count: number, output: typeof sigmoid | typeof softmax): Network {
  const network = new Network([count, count] as number[], { output });
  for (let i = 0; i < count; i++) for (let j = 0; j < count; j++) network.layers[0].weights[i * count + j] = i === j ? 1 : 0;
  return network;
}

describe('values by hand', () => {
  it('quadratic is half the sum of the squares', () => {
    expect(quadratic([0.5, 0, 0.25], [1, 0, 0.75])).toBe(0.25);
    expect(quadratic([3], [1])).toBe(2);
  });

  it('meanSquaredError is the mean of the squares', () => {
    expect(meanSquaredError([0.5, 0, 0.25, 1], [1, 0, 0.75, 0])).toBe(0.375);
  });

  it('crossEntropy is the surprise at the shares', () => {
    expect(crossEntropy([0.25, 0.75], [0.5, 0.5])).toBeCloseTo(0.8369882167858358, 14);
    expect(crossEntropy([0.25, 0.75], 0)).toBeCloseTo(1.3862943611198906, 14);
  });

  it('binaryCrossEntropy is the mean surprise at each answer', () => {
    expect(binaryCrossEntropy([0.25, 0.75], [0, 1])).toBeCloseTo(0.2876820724517809, 14);
    expect(binaryCrossEntropy([0.25, 0.75], [1, 1])).toBeCloseTo(0.8369882167858358, 14);
  });

  it('a wrong answer of certainty costs much, and is not infinite', () => {
    expect(crossEntropy([0, 1], 0)).toBeCloseTo(23 * Math.LN2, 12);
    expect(binaryCrossEntropy([0], 1)).toBeCloseTo(23 * Math.LN2, 12);
    expect(binaryCrossEntropy([1], 0)).toBeCloseTo(23 * Math.LN2, 8);
  });
});

describe('gradients by hand', () => {
  const outputs = Float32Array.of(0.25, 0.5, 0.5, 0.75);
  const target = Float32Array.of(0, 1, 0, 0.25);

  it('quadratic: a - y', () => {
    expect(quadratic.gradient(outputs, target)).toEqual(Float32Array.of(0.25, -0.5, 0.5, 0.5));
  });

  it('meanSquaredError: 2 (a - y) / n', () => {
    expect(meanSquaredError.gradient(outputs, target)).toEqual(Float32Array.of(0.125, -0.25, 0.25, 0.25));
  });

  it('crossEntropy: -y / a', () => {
    const slopes = crossEntropy.gradient(outputs, target);
    expect(Array.from(slopes, (slope) => slope + 0)).toEqual([0, -2, 0, Math.fround(-1 / 3)]);
  });

  it('binaryCrossEntropy: (a - y) / (a (1 - a)) / n', () => {
    const slopes = binaryCrossEntropy.gradient(outputs, target);
    [1 / 3, -0.5, 0.5, 2 / 3].forEach((slope, i) => {
      expect(slopes[i]).toBeCloseTo(slope, 6);
    });
  });
});

describe('the kernel', () => {
  it('of a built-in loss is its name', () => {
    for (const { name, kernel } of losses) expect(kernel).toBe(name);
  });

  it("of a loss of one's own is none, even if it has the name and the functions of a built-in one", () => {
    const { name, value, gradient } = quadratic;
    expect(defineLoss({ name, value, gradient }).kernel).toBeUndefined();
    expect(() => Object.assign(quadratic, { kernel: 'crossEntropy' })).toThrow(TypeError);
  });
});

describe('the formulas', () => {
  it.each(losses.map((loss) => [loss.name, loss] as const))('of %s give what its checked functions give', (_, loss) => {
    const outputs = Float32Array.of(0.25, 0.5, 0.25);
    const target = Float32Array.of(0, 1, 0);
    expect(loss.formulas?.value(outputs, target)).toBe(loss.value(outputs, target));
    expect(loss.formulas?.gradient(outputs, target)).toEqual(loss.gradient(outputs, target));
    expect(loss.partner?.formulas.value(outputs, target)).toBe(loss.partner?.value(outputs, target));
    expect(loss.partner?.formulas.delta(outputs, target)).toEqual(loss.partner?.delta(outputs, target));
  });

  it('of a custom loss check what they give, and not what they are given', () => {
    const { name, value, gradient } = quadratic;
    const outputs = Float32Array.of(0.25, 0.5);
    const target = Float32Array.of(0, 1);
    expect(defineLoss({ name, value, gradient }).formulas?.gradient(outputs, target)).toEqual(gradient(outputs, target));
    const mad = defineLoss({ name: 'mad', value: () => Number.NaN, gradient: () => [1] });
    expect(mad.value(outputs, target)).toBeNaN();
    expect(() => mad.formulas?.value(outputs, target)).toThrow('loss mad: expected a finite number, got NaN.');
    expect(() => mad.formulas?.gradient(outputs, target)).toThrow('gradient of the loss mad: expected 2 numbers');
  });
});

describe('crossEntropy with softmax', () => {
  it('has the reference cost and gradient of [2, 4, 1, 4, 5], class 4', () => {
    const { loss, deltas } = backpropagate(passingOn(5, softmax), [2, 4, 1, 4, 5], 4);
    expect(loss).toBeCloseTo(0.5899297, 7);
    [0.0276003, 0.2039399, 0.0101536, 0.2039399, -0.4456338].forEach((slope, i) => {
      expect(deltas[0][i]).toBeCloseTo(slope, 6);
    });
  });

  it('has the reference cost of [2, 1, 2, 4, 3], class 3', () => {
    expect(backpropagate(passingOn(5, softmax), [2, 1, 2, 4, 3], 3).loss).toBeCloseTo(0.5237441, 7);
  });
});

describe('weighted sums of +-800', () => {
  it('cost 1600 by crossEntropy with softmax when wrong, and nothing when right (case 25)', () => {
    const wrong = backpropagate(passingOn(3, softmax), [800, -800, 0], 1);
    expect(wrong.loss).toBe(1600);
    expect(wrong.deltas[0]).toEqual(Float32Array.of(1, -1, 0));
    expect(backpropagate(passingOn(3, softmax), [800, -800, 0], 0).loss).toBe(0);
    expect(backpropagate(passingOn(3, softmax), [-800, 800, 0], 0).loss).toBe(1600);
    expect(backpropagate(passingOn(3, softmax), [-800, 0, 800], 2).loss).toBe(0);
  });

  it('cost 800 by binaryCrossEntropy with sigmoid when wrong, and nothing when right (case 25)', () => {
    const options = { loss: binaryCrossEntropy };
    const wrong = backpropagate(passingOn(2, sigmoid), [800, -800], [0, 1], options);
    expect(wrong.loss).toBe(800);
    expect(wrong.deltas[0]).toEqual(Float32Array.of(0.5, -0.5));
    expect(backpropagate(passingOn(2, sigmoid), [800, -800], [1, 0], options).loss).toBe(0);
  });

  it('stay finite by every other pairing (case 25)', () => {
    for (const output of [sigmoid, softmax]) {
      for (const loss of losses) {
        const { loss: cost, gradients } = backpropagate(passingOn(2, output), [800, -800], 1, { loss });
        expect(cost, `${loss.name} with ${output.name}`).toBeLessThan(2000);
        expect([...gradients[0].weights].every(Number.isFinite), `${loss.name} with ${output.name}`).toBe(true);
      }
    }
  });
});

describe('outputs beyond 0 and 1, where the cost is flat', () => {
  /** A network whose outputs are its inputs. */
  const plain = (output: LayerActivation) => {
    const network = new Network([2, 2], { output });
    network.layers[0].weights.set([1, 0, 0, 1]);
    return network;
  };
  const own = defineActivation({ name: 'own', value: (sum) => sum, derivative: () => 1 });

  it.each([
    ['binaryCrossEntropy', binaryCrossEntropy],
    ['crossEntropy', crossEntropy],
  ] as const)('%s has slopes of 0, as nudging says', (_, loss) => {
    const data = dataset({ inputs: [[5, -1.4], [-3, 2], [1, 0]], targets: [[0, 1], [1, 0], [0, 1]] }); // biome-ignore format: a table
    for (const output of [identity, own]) {
      for (const { input, target } of data) {
        const { deltas } = backpropagate(plain(output), input, target, { loss });
        expect(Array.from(deltas[0], Math.abs)).toEqual([0, 0]);
      }
      const { passed, worst } = checkGradients(plain(output), data.take(2), { loss });
      expect(worst?.nudged ?? 0).toBe(0);
      expect(worst?.backpropagated ?? 0).toBeCloseTo(0, 10);
      expect(passed || worst?.difference === 0).toBe(true);
    }
    // A step of training leaves such a network as it is, on either backend.
    const network = plain(own);
    train(network, data, { loss, optimizer: sgd({ learningRate: 1 }), epochs: 3, onWarning: () => {} });
    expect([...network.layers[0].weights, ...network.layers[0].biases]).toEqual([1, 0, 0, 1, 0, 0]);
  });

  it('goes on to be NaN where outputs are', () => {
    expect(crossEntropy.gradient(Float32Array.of(Number.NaN), Float32Array.of(1))[0]).toBeNaN();
    expect(binaryCrossEntropy.gradient(Float32Array.of(Number.NaN), Float32Array.of(1))[0]).toBeNaN();
  });
});

describe('targets', () => {
  it.each(losses.map((loss) => [loss.name, loss] as const))('%s takes a label or its row, and gives the same', (_, loss) => {
    const outputs = [0.125, 0.5, 0.375];
    expect(loss(outputs, 1)).toBe(loss(outputs, [0, 1, 0]));
    expect(loss(outputs, 1)).toBe(loss(outputs, Float64Array.of(0, 1, 0)));
    const network = new Network([2, 3], { output: softmax });
    expect(backpropagate(network, [1, 2], 1, { loss })).toEqual(backpropagate(network, [1, 2], [0, 1, 0], { loss }));
  });

  it('of a single output, the label is the row', () => {
    expect(quadratic([0.25], 1)).toBe(quadratic([0.25], [1]));
    expect(binaryCrossEntropy([0.25], 0)).toBe(binaryCrossEntropy([0.25], [0]));
  });

  it('refuses labels that are no output, and rows of another length (cases 29 and 31)', async () => {
    await expectRefusal(() => quadratic([0, 1], 2), 'OutOfRangeError', 'target label', '0 to 1', 'got 2');
    await expectRefusal(() => quadratic([0, 1], -1), 'OutOfRangeError', 'target label', 'got -1');
    await expectRefusal(() => quadratic([0, 1], 0.5), 'OutOfRangeError', 'target label', 'whole number', 'got 0.5');
    await expectRefusal(() => quadratic([0.5], 2), 'OutOfRangeError', 'target label', '0 to 1', 'got 2');
    await expectRefusal(() => quadratic([0, 1], [1, 0, 0]), 'ShapeError', 'target', '2 numbers', 'got 3', 'for each output');
    await expectRefusal(() => quadratic([0, 1], [1, Number.NaN]), 'NumericError', 'target[1]', 'got NaN');
    await expectRefusal(() => quadratic([0, 1], '01' as never), 'ArgumentError', 'target', "got '01'");
  });
});

describe('defineLoss', () => {
  const definition = {
    name: 'absolute',
    value: (outputs: ArrayLike<number>, target: ArrayLike<number>) =>
      Array.from(outputs, (output, i) => Math.abs(output - target[i])).reduce((a, b) => a + b),
    gradient: (outputs: Float32Array, target: Float32Array) => outputs.map((output, i) => Math.sign(output - target[i])),
  };

  it('makes a loss that is called, named, trained on and evaluated by', () => {
    const absolute = defineLoss(definition);
    expect(absolute.name).toBe('absolute');
    expect(absolute([0.5, 0], 0)).toBe(0.5);
    const network = passingOn(2, sigmoid);
    expect(backpropagate(network, [0, 0], [1, 0], { loss: absolute }).deltas[0]).toEqual(Float32Array.of(-0.25, 0.25));
    expect(evaluate(network, dataset({ inputs: [[0, 0]], labels: [1] }), { loss: absolute }).loss).toBe(1);
  });

  it('gives the bits of the built-in one that it repeats', () => {
    const own = defineLoss({ name: 'own', value: quadratic.value, gradient: (a, y) => Array.from(a, (one, i) => one - y[i]) });
    const network = new Network([2, 3, 2]);
    expect(backpropagate(network, [0.3, -2], 1, { loss: own })).toEqual(backpropagate(network, [0.3, -2], 1));
  });

  it('takes any targets, if it does not say which', () => {
    expect(defineLoss(definition).targets).toBe('any');
    for (const targets of ['fractions', 'shares'] as const)
      expect(defineLoss({ ...definition, targets }).targets).toBe(targets);
    expect(losses.map(({ name, targets }) => [name, targets])).toEqual([
      ['quadratic', 'any'],
      ['meanSquaredError', 'any'],
      ['crossEntropy', 'shares'],
      ['binaryCrossEntropy', 'fractions'],
    ]);
  });

  it('cannot be changed afterwards', () => {
    expect(() => Object.assign(defineLoss(definition), { value: () => 0 })).toThrow(TypeError);
  });

  it('refuses missing parts, and names that are none', async () => {
    const { name: _, ...nameless } = definition;
    const formula = 'a function of outputs and target';
    await expectRefusal(() => defineLoss(nameless as never), 'ArgumentError', 'defineLoss: name', 'expected a name');
    await expectRefusal(() => defineLoss({ ...definition, name: '' }), 'ArgumentError', 'defineLoss: name');
    const shapeless = { ...definition, value: 1 as never };
    await expectRefusal(() => defineLoss(shapeless), 'ArgumentError', 'defineLoss: value', formula, 'got 1');
    const flat = { name: 'x', value: () => 0 };
    await expectRefusal(() => defineLoss(flat as never), 'ArgumentError', 'defineLoss: gradient', formula);
    await expectRefusal(
      () => defineLoss({ ...definition, targets: 'some' as never }),
      'ArgumentError',
      'defineLoss: targets',
      "'shares'",
      "got 'some'",
    );
    await expectRefusal(
      () => defineLoss({ ...definition, gradiant: () => [] } as never),
      'ArgumentError',
      'defineLoss: ',
      "got 'gradiant'",
      'Did you mean gradient?',
    );
  });

  it('refuses a gradient of another length than the outputs', async () => {
    const short = defineLoss({ ...definition, gradient: () => [1] });
    const network = new Network([2, 2]);
    await expectRefusal(
      () => backpropagate(network, [0, 0], 1, { loss: short }),
      'ShapeError',
      'absolute',
      '2 numbers',
      'got 1',
    );
    const none = defineLoss({ ...definition, gradient: () => undefined as never });
    await expectRefusal(() => backpropagate(network, [0, 0], 1, { loss: none }), 'ShapeError', 'absolute', 'got undefined');
  });
});
