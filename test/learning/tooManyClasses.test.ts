// Data with more classes than a network has outputs: the error says what is odd about the classes.
import { evaluate, Network, ShapeError, softmax, train } from 'glassbox-nn';
import { dataset } from 'glassbox-nn/data';
import { describe, expect, it } from 'vitest';
import { expectLesson } from '../data/teaches.js';

const inputsOf = (labels: readonly unknown[]) => labels.map((_, row) => [row]);
const shape = { type: ShapeError, code: 'SHAPE' };

describe('more classes than outputs', () => {
  it('of labels from 1 to 26, as the letters of EMNIST have them: class 0 has no example, and what to do', () => {
    const labels = Array.from({ length: 26 }, (_, index) => index + 1);
    const letters = dataset({ inputs: inputsOf(labels), labels, onWarning: () => {} });
    const network = new Network([1, 26], { output: softmax });
    const says = ['at most 26 classes', 'got 27', 'The labels are 1 to 26, so that class 0 has no example.'];
    const way = ['labels.map((label) => label - 1)', 'labels.map(String)', "labelKind: 'names' in parseCsv"];
    expectLesson(() => train(network, letters), { ...shape, says: [...says, ...way] });
    expectLesson(() => evaluate(network, letters), { ...shape, says });
  });

  it('of labels 1 to 3', () => {
    const three = dataset({ inputs: [[1], [2], [3]], labels: [1, 2, 3], onWarning: () => {} });
    const says = ['at most 3 classes', 'got 4', 'The labels are 1 to 3, so that class 0 has no example.', 'label - 1'];
    const error = expectLesson(() => train(new Network([1, 3], { output: softmax }), three), { ...shape, says });
    // An output for each would leave class 0 empty.
    expect(error.message).not.toContain('Give the network an output');
  });

  it('of names, one of which slipped in', () => {
    const labels = ['0', '1', '2', '1o'];
    const data = dataset({ inputs: inputsOf(labels), labels });
    const says = ['at most 3 classes', 'got 4', "They are '0', '1', '2', '1o'."];
    expectLesson(() => train(new Network([1, 3], { output: softmax }), data), { ...shape, says });
  });
});
