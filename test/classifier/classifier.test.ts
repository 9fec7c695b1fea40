// A classifier: it scales, lets the network answer, and names the answer.
import {
  classifier,
  defineActivation,
  identity,
  Layer,
  Network,
  relu,
  sigmoid,
  softmax,
  softplus,
  tanh,
  train,
} from 'glassbox-nn';
import { dataset, minMax, mnist, standardize } from 'glassbox-nn/data';
import { describe, expect, it } from 'vitest';
import { expectRefusal } from '../support/refusals.js';
import { trainingDigits } from '../support/trainingDigits.js';

const people = dataset({
  inputs: [
    [160, 60],
    [180, 80],
    [170, 70],
  ],
  labels: ['short', 'tall', 'short'],
});

describe('what a classifier reads', () => {
  it('is what the network answers to the scaled input, which forward never scales', () => {
    for (const scaling of [standardize(people), minMax(people)]) {
      const network = new Network([2, 4, 2], { output: softmax });
      const { read } = classifier(network, { scaling, classNames: people.classNames });
      for (const { input } of people) {
        const outputs = network.forward(scaling.applyInput(input));
        const index = network.predict(scaling.applyInput(input));
        expect(read(input)).toEqual({ index, name: people.classNames?.[index], confidence: outputs[index], outputs });
        expect(network.forward(input)).not.toEqual(outputs);
      }
    }
  });

  it('is named by the number of the class where there are no names', () => {
    expect(classifier(new Network([2, 3])).read([0, 0]).name).toMatch(/^[012]$/);
  });

  it('is one of two classes where there is a single output', () => {
    const layer = new Layer(1, 1, { activation: sigmoid });
    layer.weights[0] = 1;
    const { read } = classifier(new Network([layer]), { classNames: ['no', 'yes'] });
    const [low, high] = [read([-2]), read([2])];
    expect([low.index, low.name, high.index, high.name]).toEqual([0, 'no', 1, 'yes']);
    expect(low.confidence).toBe(1 - (low.outputs[0] as number));
    expect(high.confidence).toBe(high.outputs[0]);
    expect(read([0]).index).toBe(0);
  });

  it('has no confidence where outputs may be any number, as logits are', () => {
    for (const output of [identity, relu, softplus, tanh]) {
      const network = new Network([2, 3], { output });
      const { index, name, confidence, outputs } = classifier(network, { classNames: ['a', 'b', 'c'] }).read([1, 2]);
      expect(index).toBe(network.predict([1, 2]));
      expect(name).toBe('abc'[index]);
      expect(confidence).toBeUndefined();
      expect(outputs).toEqual(network.forward([1, 2]));
    }
  });

  it("goes by the range that an activation of one's own states", () => {
    const half = { name: 'half', value: () => 0.5, derivative: () => 0 };
    const read = (range?: 'fractions' | 'any') =>
      classifier(new Network([2, 2], { output: defineActivation({ ...half, range }) })).read([1, 2]).confidence;
    expect([read('fractions'), read('any'), read()]).toEqual([0.5, undefined, undefined]);
  });

  it('follows the network, which it does not copy', () => {
    const network = new Network([2, 2]);
    const { read } = classifier(network);
    network.layers[0].biases.set([9, -9]);
    expect(read([0, 0]).index).toBe(0);
    network.layers[0].biases.set([-9, 9]);
    expect(read([0, 0]).index).toBe(1);
  });

  it('is right about digits it was trained on', async () => {
    const { images, labels } = await trainingDigits(300);
    const digits = mnist(images, labels);
    const scaling = minMax(digits);
    const network = new Network([784, 16, 10], { output: softmax });
    train(network, scaling.apply(digits), { epochs: 30 });
    const { read, width } = classifier(network, { scaling, width: 28 });
    const right = Array.from(digits, ({ input, label }) => read(input).index === label).filter(Boolean).length;
    expect(right).toBeGreaterThan(270);
    expect(width).toBe(28);
  });
});

describe('what a classifier refuses', () => {
  const network = new Network([2, 3]);
  const made = (options: unknown) => () => classifier(network, options as never);

  it('what is no network', async () => {
    await expectRefusal(() => classifier({} as never), 'ArgumentError', 'network', 'a Network');
  });

  it('a network of one output that may be any number: it answers a quantity', async () => {
    for (const output of [identity, relu, tanh]) {
      await expectRefusal(
        () => classifier(new Network([2, 1], { output })),
        'ArgumentError',
        'classifier: network',
        `one output of ${output.name}`,
        'output: sigmoid',
      );
    }
  });

  it('softmax of one output, which is always 1', async () => {
    await expectRefusal(
      () => classifier(new Network([2, 1], { output: softmax })),
      'ShapeError',
      'output: softmax',
      'always 1',
    );
  });

  it('a misspelt option, with a suggestion (case 10)', async () => {
    await expectRefusal(made({ classnames: [] }), 'ArgumentError', 'Did you mean classNames?');
  });

  it('a threshold, which is compared with the outputs of a reading', async () => {
    const words = ["got 'threshold'", 'read(row).outputs[1] >= threshold', 'Save it as a number of your own'];
    await expectRefusal(made({ threshold: 0.3 }), 'ArgumentError', ...words);
  });

  it('a scaling that is none, or of another width', async () => {
    for (const scaling of [{}, 'standard', null, { kind: 'standard' }]) {
      await expectRefusal(made({ scaling }), 'ArgumentError', 'classifier: scaling', 'standardize(data)');
    }
    const wide = standardize(dataset({ inputs: [[1, 2, 3]], labels: [0] }));
    await expectRefusal(made({ scaling: wide }), 'ShapeError', 'classifier: scaling.width', 'expected 2', 'got 3');
  });

  it('names that are none, too few, too many, or twice', async () => {
    await expectRefusal(made({ classNames: 'abc' }), 'ArgumentError', 'classifier: classNames', 'a list of names');
    await expectRefusal(made({ classNames: ['a', 'b'] }), 'ShapeError', '3 names, for a network of 3 outputs', 'got 2');
    await expectRefusal(made({ classNames: ['a', 'b', 'a'] }), 'ArgumentError', 'classNames[2]', "'a' again");
    await expectRefusal(made({ classNames: ['a', 2, 'c'] }), 'ArgumentError', 'classNames[1]', 'got 2');
    await expectRefusal(() => classifier(new Network([2, 1]), { classNames: ['a'] }), 'ShapeError', '2 names', '1 output');
  });

  it('a width that is no whole part of the inputs', async () => {
    await expectRefusal(made({ width: 3 }), 'ShapeError', 'classifier: width', 'a whole part of 2 inputs', 'got 3');
    await expectRefusal(made({ width: 0 }), 'OutOfRangeError', 'classifier: width');
    await expectRefusal(made({ width: '2' }), 'ArgumentError', 'classifier: width');
  });

  it('inputs that a network refuses (cases 13 to 18)', async () => {
    const scaling = minMax(people);
    for (const { read } of [classifier(network), classifier(network, { scaling })]) {
      await expectRefusal(() => read(new Float32Array(3)), 'ShapeError', 'input', '2 numbers', 'got 3');
      await expectRefusal(() => read([1, Number.NaN]), 'NumericError', 'input[1]', 'NaN');
      await expectRefusal(() => read(new Uint8Array(2) as never), 'ArgumentError', 'Bytes are 0-255');
      await expectRefusal(() => read(undefined as never), 'ArgumentError', 'input');
    }
  });

  it('outputs that are NaN, which have no brightest', async () => {
    const broken = new Network([2, 2]);
    broken.layers[0].biases[1] = Number.NaN;
    await expectRefusal(() => classifier(broken).read([0, 0]), 'NumericError', 'output[1]');
  });
});
