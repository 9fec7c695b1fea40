// Measures of a network, against cases counted by hand.
import { evaluate, identity, meanSquaredError, Network, quadratic, Random, responses, softmax, tanh } from 'glassbox-nn';
import { dataset } from 'glassbox-nn/data';
import { describe, expect, it } from 'vitest';
import { hashOfNetwork } from '../support/hashOfNetwork.js';
import { expectRefusal } from '../support/refusals.js';
import { exclusiveOr, randomExamples, randomShares } from '../support/toyData.js';

/** A network of three classes that answers the largest of its three inputs. */
function largest() {
  const network = new Network([3, 3], { output: identity });
  network.layers[0].weights.set([1, 0, 0, 0, 1, 0, 0, 0, 1]);
  return network;
}

/** Examples whose answer by `largest` is `answers`, and whose class is `labels`. */
function answered(answers: readonly number[], labels: readonly number[], classes: number | readonly string[] = 3) {
  const inputs = answers.map((answer) => [0, 1, 2].map((column) => (column === answer ? 1 : 0)));
  return dataset({ inputs, labels: [...labels], classes });
}

describe('evaluate', () => {
  it('counts accuracy, confusion, precision and recall', () => {
    const data = answered([0, 0, 1, 1, 1, 0, 1], [0, 0, 0, 1, 1, 1, 2]);
    const { accuracy, confusion, classes, answers } = evaluate(largest(), data);
    expect(accuracy).toBe(4 / 7);
    expect(answers).toEqual(Int32Array.of(0, 0, 1, 1, 1, 0, 1));
    expect(confusion).toEqual([
      [2, 1, 0],
      [1, 2, 0],
      [0, 1, 0],
    ]);
    expect(classes).toEqual([
      { name: '0', count: 3, precision: 2 / 3, recall: 2 / 3, f1: 2 / 3 },
      { name: '1', count: 3, precision: 2 / 4, recall: 2 / 3, f1: 4 / 7 },
      { name: '2', count: 1, precision: undefined, recall: 0, f1: 0 },
    ]);
  });

  it('knows the names of classes, and has no recall of a class without examples', () => {
    const { classes } = evaluate(largest(), answered([0, 2], [0, 0], ['apple', 'pear', 'plum']));
    expect(classes).toEqual([
      { name: 'apple', count: 2, precision: 1, recall: 0.5, f1: 2 / 3 },
      { name: 'pear', count: 0, precision: undefined, recall: undefined, f1: undefined },
      { name: 'plum', count: 0, precision: 0, recall: undefined, f1: 0 },
    ]);
  });

  it("takes the mean of the examples' costs, by the loss that fits or the one given", () => {
    const data = answered([0, 1], [0, 2]);
    expect(evaluate(largest(), data).loss).toBeCloseTo((0 + 2 / 3) / 2, 14);
    expect(evaluate(largest(), data, { loss: meanSquaredError }).loss).toBeCloseTo((0 + 2 / 3) / 2, 14);
    expect(evaluate(largest(), data, { loss: quadratic }).loss).toBe((0 + 1) / 2);
  });

  it('divides a single output at 0.5', () => {
    const network = new Network([1, 1], { output: identity });
    network.layers[0].weights.fill(1);
    const data = dataset({ inputs: [[0.4], [0.5], [0.51], [7]], labels: [0, 1, 1, 0] });
    const { accuracy, confusion, answers } = evaluate(network, data);
    expect(answers).toEqual(Int32Array.of(0, 0, 1, 1));
    expect(accuracy).toBe(0.5);
    expect(confusion).toEqual([
      [1, 1],
      [1, 1],
    ]);
  });

  it('knows no classes in targets that are none', () => {
    const evaluation = evaluate(new Network([3, 2]), randomShares(4, 3, 2));
    expect(evaluation.loss).toBeGreaterThan(0);
    const { accuracy, confusion, classes, answers } = evaluation;
    expect([accuracy, confusion, classes, answers]).toEqual([undefined, undefined, undefined, undefined]);
  });

  it('answers as predict does, and changes nothing', () => {
    const network = new Network([3, 5, 4], { hidden: tanh, output: softmax });
    const data = randomExamples(50, 3, 4);
    const before = hashOfNetwork(network);
    const { answers } = evaluate(network, data);
    expect([...(answers ?? [])]).toEqual([...data].map(({ input }) => network.predict(input)));
    expect(hashOfNetwork(network)).toBe(before);
  });

  it('goes portion by portion through more data than one portion holds', () => {
    const network = new Network([500, 500, 3]);
    const data = randomExamples(9, 500, 3);
    expect(evaluate(network, data).answers).toEqual(Int32Array.from(data, ({ input }) => network.predict(input)));
  });

  it('refuses data that do not fit (cases 28 and 31)', async () => {
    await expectRefusal(() => evaluate(largest(), exclusiveOr()), 'ShapeError', 'data inputs', 'expected 3', 'got 2');
    await expectRefusal(() => evaluate(largest(), randomExamples(4, 3, 4)), 'ShapeError', 'data labels', 'at most 3', 'got 4');
    await expectRefusal(() => evaluate(largest(), undefined as never), 'ArgumentError', 'data', 'a Dataset', 'got undefined');
  });
});

describe('responses', () => {
  it("are each neuron's mean activation for each class", () => {
    const network = new Network([1, 2, 2], { hidden: tanh });
    network.layers[0].weights.set([1, -2]);
    const data = dataset({ inputs: [[0.5], [1], [-1]], labels: [0, 0, 1], classes: 3 });
    const means = responses(network, 0, data);
    const expected = [
      [(Math.tanh(0.5) + Math.tanh(1)) / 2, Math.tanh(-1), 0],
      [(Math.tanh(-1) + Math.tanh(-2)) / 2, Math.tanh(2), 0],
    ];
    expect(means.map(({ length }) => length)).toEqual([3, 3]);
    expected.forEach((row, neuron) => {
      row.forEach((mean, label) => {
        expect(means[neuron][label]).toBeCloseTo(mean, 6);
      });
    });
  });

  it('of the last layer are those of the outputs', () => {
    const network = new Network([3, 4, 2], { output: softmax });
    const data = randomExamples(10, 3, 2);
    const means = responses(network, 1, data);
    const ofClass1 = [...data].filter(({ label }) => label === 1).map(({ input }) => network.forward(input)[0]);
    expect(means[0][1]).toBeCloseTo(ofClass1.reduce((a, b) => a + b) / ofClass1.length, 6);
  });

  it('refuse a layer that is none, and data without labels or of another width', async () => {
    const network = new Network([3, 4, 2] as number[]);
    const data = randomExamples(10, 3, 2);
    for (const layer of [2, -1, 0.5]) {
      await expectRefusal(() => responses(network, layer, data), 'OutOfRangeError', 'layer', `got ${layer}`);
    }
    await expectRefusal(() => responses(network, 0, randomShares(3, 3, 2)), 'ArgumentError', 'data', 'labels', 'targets only');
    await expectRefusal(() => responses(network, 0, exclusiveOr()), 'ShapeError', 'data inputs', '3 numbers', 'got 2');
    await expectRefusal(() => responses(network, 0, data.take(0)), 'ArgumentError', 'data', 'at least one example');
    await expectRefusal(() => responses({} as never, 0, data), 'ArgumentError', 'network');
  });
});

it('evaluates the same whatever portion the examples come in', () => {
  const network = new Network([4, 3], { output: softmax, seed: new Random(3).integer(100) });
  const data = randomExamples(20, 4, 3);
  const halves = [evaluate(network, data.slice(0, 10)).loss, evaluate(network, data.slice(10)).loss];
  expect(evaluate(network, data).loss).toBeCloseTo((halves[0] + halves[1]) / 2, 12);
});

describe('numbers that are not finite', () => {
  it('are found in weights, by their place', async () => {
    const network = largest();
    network.layers[0].weights[3] = Number.NaN;
    const words = ['layers[0].weights[3] before evaluating', 'a finite number', 'got NaN'];
    await expectRefusal(() => evaluate(network, answered([0, 1], [0, 1])), 'NumericError', ...words);
  });

  it('are found in an output that is NaN, so that it does not count as an answer', async () => {
    const network = new Network([2, 2], { output: softmax });
    network.layers[0].weights.fill(3e38);
    const data = dataset({ inputs: [[1, 1]], labels: [1], classes: 2 });
    await expectRefusal(() => evaluate(network, data), 'NumericError', 'output[0]', 'not finite');
  });
});
