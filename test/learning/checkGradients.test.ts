// Backpropagation against central differences: every activation with every loss.
import {
  type Activation,
  binaryCrossEntropy,
  checkGradients,
  crossEntropy,
  defineActivation,
  defineLoss,
  identity,
  type LayerActivation,
  meanSquaredError,
  Network,
  quadratic,
  relu,
  sigmoid,
  softmax,
  softplus,
  tanh,
} from 'glassbox-nn';
import { dataset } from 'glassbox-nn/data';
import { describe, expect, it } from 'vitest';
import { elementwise, losses } from '../support/builtIns.js';
import { hashOfNetwork } from '../support/hashOfNetwork.js';
import { expectRefusal } from '../support/refusals.js';
import { randomExamples, randomShares } from '../support/toyData.js';

const fourthPower = defineLoss({
  name: 'fourthPower',
  value: (outputs, target) => Array.from(outputs, (output, i) => (output - target[i]) ** 4).reduce((a, b) => a + b),
  gradient: (outputs, target) => outputs.map((output, i) => 4 * (output - target[i]) ** 3),
});
const rational = defineActivation({
  name: 'rational',
  value: (sum) => sum / (1 + Math.abs(sum)),
  derivative: (sum) => 1 / ((1 + Math.abs(sum)) * (1 + Math.abs(sum))),
});
const HIDDEN: readonly Activation[] = [...elementwise, rational];
const OUTPUTS: readonly LayerActivation[] = [...HIDDEN, softmax];

/**
 * A network whose outputs lie well between 0 and 1 whatever stands last, since the cross-entropies know no others: the last
 * layer's weights are small, and its biases where the activation is about a half.
 */
function network(sizes: readonly number[], hidden: Activation, output: LayerActivation): Network {
  const made = new Network([...sizes], { hidden, output, seed: 3 });
  const last = made.layers[made.layers.length - 1];
  for (let i = 0; i < last.weights.length; i++) last.weights[i] *= 0.1;
  last.biases.fill(output === sigmoid || output === softmax ? 0 : output === softplus ? -0.4 : output === rational ? 0.8 : 0.5);
  return made;
}

/** Rows for `each`, since a function's own name is not found as `$name`. */
const named = <T extends { readonly name: string }>(values: readonly T[]) =>
  values.map((value) => [value.name, value] as const);

describe.each(named([...losses, fourthPower]))('%s', (_, loss) => {
  it.each(named(OUTPUTS))('with %s last agrees with central differences, on labels and on rows', (_, output) => {
    for (const sizes of [
      [3, 4, 3],
      [3, 4, 4, 3],
    ]) {
      for (const data of [randomExamples(4, 3, 3), randomShares(4, 3, 3)]) {
        const check = checkGradients(network(sizes, tanh, output), data, { loss });
        expect(check).toMatchObject({ passed: true, passedOver: 0 });
        expect(check.worst?.difference).toBeLessThan(1e-4);
      }
    }
  });

  it.each(named(HIDDEN))('with %s hidden agrees with central differences, one layer and two', (_, hidden) => {
    for (const sizes of [
      [3, 4, 3],
      [3, 4, 5, 3],
    ]) {
      for (const output of [sigmoid, softmax]) {
        const check = checkGradients(network(sizes, hidden, output), randomShares(4, 3, 3), { loss });
        expect(check.passed, JSON.stringify(check.worst)).toBe(true);
        expect(check.compared).toBeGreaterThan(100);
      }
    }
  });
});

describe('built-ins on large numbers', () => {
  const OUTPUT_LOSSES = [
    [softmax, crossEntropy],
    [sigmoid, binaryCrossEntropy],
    [identity, meanSquaredError],
    [softplus, quadratic],
  ] as const;
  const cases = elementwise.flatMap((hidden) =>
    OUTPUT_LOSSES.map(([output, loss]) => [`${hidden.name} and ${output.name}`, hidden, output, loss] as const),
  );

  it.each(cases)('%s pass with weights 5 and 20 times as large, and with inputs of 100 and 1000', (_, hidden, output, loss) => {
    for (const [weights, inputs] of [
      [1, 1],
      [5, 1],
      [20, 1],
      [1, 100],
      [1, 1000],
      [5, 100],
    ] as const) {
      const made = new Network([3, 4, 4, 3], { hidden, output, seed: 5 });
      for (const layer of made.layers) layer.weights.set(layer.weights.map((weight) => weight * weights));
      const examples = randomExamples(4, 3, 3, 7);
      const data = dataset({
        inputs: Array.from(examples.inputs, (value) => value * inputs),
        width: 3,
        labels: examples.labels as ArrayLike<number>,
        classes: 3,
      });
      const check = checkGradients(made, data, { loss });
      expect(check.passed, JSON.stringify({ weights, inputs, check })).toBe(true);
      expect(check.measured).toBeGreaterThan(0);
    }
  });
});

describe('derivatives that are tiny', () => {
  const steep = (times: number) =>
    defineActivation({ name: 'steep', value: sigmoid, derivative: (_sum, value) => times * value * (1 - value) });

  /** Three layers of them, and an output whose derivative is almost 0. */
  function saturated(hidden: Activation, bias: number): Network {
    const made = new Network([2, 3, 3, 3, 1], { hidden, seed: 2 });
    made.layers[3].biases.fill(bias);
    return made;
  }

  const data = dataset({ inputs: [[0.5, -1], [1, 2]], labels: [1, 1] }); // biome-ignore format: a table

  it('do not hide one that is ten times too large in each of three layers', () => {
    for (const bias of [0, 4, 8, 12, 16, 20]) {
      expect(checkGradients(saturated(steep(10), bias), data).passed, `${bias}`).toBe(false);
      expect(checkGradients(saturated(steep(1.01), bias), data).passed, `${bias}`).toBe(false);
    }
  });

  it('of the right size pass where they can be measured', () => {
    for (const bias of [0, 4, 8, 12]) expect(checkGradients(saturated(steep(1), bias), data).passed, `${bias}`).toBe(true);
  });

  it('do not pass where not one of them is above the noise', () => {
    const check = checkGradients(saturated(steep(1), 60), data);
    expect(check).toMatchObject({ passed: false, measured: 0 });
    expect(check.compared).toBeGreaterThan(0);
  });
});

it('passes over a corner that is not at 0', () => {
  const hardTanh = defineActivation({
    name: 'hardTanh',
    value: (sum) => Math.min(1, Math.max(-1, sum)),
    derivative: (sum) => (Math.abs(sum) < 1 ? 1 : 0),
  });
  const made = new Network([1, 1, 1], { hidden: hardTanh, output: identity });
  made.layers[0].weights.fill(1);
  // A weighted sum of exactly 1: its weight and its bias have no one derivative, and the two of the last layer have.
  const check = checkGradients(made, dataset({ inputs: [[1]], targets: [[3]] }));
  expect(check).toMatchObject({ passed: true, passedOver: 2, compared: 2 });
});

it('checks a single output, by label and by row', () => {
  const inputs = [[0.5, -1], [0.25, 2]]; // biome-ignore format: a table
  for (const data of [dataset({ inputs, labels: [0, 1] }), dataset({ inputs, targets: [[0.2], [0.7]] })]) {
    for (const loss of [quadratic, meanSquaredError, binaryCrossEntropy]) {
      expect(checkGradients(new Network([2, 3, 1]), data, { loss }).passed).toBe(true);
    }
  }
});

it('compares every weight and bias at every example', () => {
  const { compared, passedOver } = checkGradients(new Network([3, 4, 2]), randomExamples(5, 3, 2));
  expect([compared, passedOver]).toEqual([5 * (3 * 4 + 4 + 4 * 2 + 2), 0]);
});

describe('a formula that is wrong', () => {
  it('is found in an activation, and the worst weight named', () => {
    const wrong = defineActivation({ name: 'wrong', value: (sum) => tanh(sum), derivative: (_sum, value) => 1 - value });
    const made = new Network([2, 3, 2], { hidden: wrong });
    const check = checkGradients(made, dataset({ inputs: [[0, 2]], labels: [1] }));
    expect(check.passed).toBe(false);
    // The last layer's derivatives do not pass through it, and that of a weight of an input of 0 is 0.
    expect(check.worst?.layer).toBe(0);
    expect([1, 'bias']).toContain(check.worst?.input);
    expect(check.worst?.difference).toBeGreaterThan(0.01);
    expect(check.worst?.nudged).not.toBeCloseTo(check.worst?.backpropagated as number, 3);
  });

  it('is found in a loss, and the neuron named', () => {
    const wrong = defineLoss({
      name: 'wrong',
      value: quadratic.value,
      gradient: (outputs, target) => outputs.map((output, i) => (output - target[i]) * (i === 1 ? 2 : 1)),
    });
    const check = checkGradients(new Network([2, 3]), dataset({ inputs: [[0, 2]], labels: [1], classes: 3 }), { loss: wrong });
    expect(check.passed).toBe(false);
    expect(check.worst).toMatchObject({ layer: 0, neuron: 1 });
    expect((check.worst?.backpropagated as number) / (check.worst?.nudged as number)).toBeCloseTo(2, 4);
  });

  it('is found when it is not a number', () => {
    const wrong = defineActivation({ name: 'wrong', value: (sum) => sum, derivative: () => Number.NaN });
    const check = checkGradients(new Network([1, 1, 1], { hidden: wrong }), dataset({ inputs: [[1]], targets: [[1]] }));
    expect(check.passed).toBe(false);
    expect(check.worst).toMatchObject({ layer: 0, backpropagated: Number.NaN });
    // Also when good derivatives come before and after it.
    const loss = defineLoss({
      name: 'wrong',
      value: quadratic.value,
      gradient: (outputs, target) => outputs.map((output, i) => (i === 1 ? Number.NaN : output - target[i])),
    });
    const among = checkGradients(new Network([2, 3]), randomExamples(2, 2, 3), { loss });
    expect(among.passed).toBe(false);
    expect(among.worst).toMatchObject({ layer: 0, neuron: 1, difference: Number.POSITIVE_INFINITY });
  });
});

it('passes over the corners of a ReLU, and counts them', () => {
  const made = new Network([2, 3, 1], { hidden: relu, output: identity });
  // Inputs of 0 and biases of 0: all three weighted sums stand on the corner, and only the biases move them.
  const check = checkGradients(made, dataset({ inputs: [[0, 0]], targets: [[1]] }));
  expect(check).toMatchObject({ passed: true, passedOver: 3, compared: 10 });
});

it('leaves the network and the data as they were', () => {
  const made = new Network([3, 4, 2]);
  const data = randomExamples(5, 3, 2);
  const before = [hashOfNetwork(made), [...data.inputs], [...(data.labels ?? [])]];
  checkGradients(made, data);
  expect([hashOfNetwork(made), [...data.inputs], [...(data.labels ?? [])]]).toEqual(before);
});

it('refuses data that do not fit, and options it does not know', async () => {
  const made = new Network([3, 4, 2]);
  await expectRefusal(() => checkGradients(made, randomExamples(5, 2, 2)), 'ShapeError', 'data inputs', 'expected 3', 'got 2');
  await expectRefusal(
    () => checkGradients(made, randomExamples(5, 3, 2), { los: quadratic } as never),
    'ArgumentError',
    "got 'los'",
    'Did you mean loss?',
  );
  await expectRefusal(
    () => checkGradients(undefined as never, randomExamples(5, 3, 2)),
    'ArgumentError',
    'network',
    'got undefined',
  );
});
