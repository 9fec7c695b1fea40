// Data with names of classes and columns: read by name wherever a network learns or is measured.
import {
  ArgumentError,
  adam,
  checkGradients,
  classifier,
  evaluate,
  evaluateAsync,
  fit,
  mistakes,
  Network,
  responses,
  softmax,
  topExamples,
  train,
  trainSteps,
} from 'glassbox-nn';
import { dataset, standardize } from 'glassbox-nn/data';
import { describe, expect, it } from 'vitest';
import { expectLesson } from '../data/teaches.js';
import { hashOfNetwork } from '../support/hashOfNetwork.js';
import { expectRefusal, expectRefusalLeaving } from '../support/refusals.js';

/** Where each kind of animal lies on a line. */
const PLACES: Readonly<Record<string, number>> = { bird: -2, cat: 0, dog: 2, fox: 4 };

/** Animals that a network of two inputs can tell apart: their place, and its square. */
const animals = (labels: readonly string[], more: { classes?: string[]; columnNames?: string[] } = {}) =>
  dataset({ inputs: labels.map((label) => [PLACES[label] as number, (PLACES[label] as number) ** 2 / 4]), labels, ...more });

const all = animals(['bird', 'cat', 'dog', 'bird', 'cat', 'dog']);
const some = animals(['cat', 'dog', 'dog']);
const fresh = () => new Network([2, 8, 3], { output: softmax });
const options = { optimizer: adam({ learningRate: 0.1 }), epochs: 60, batchSize: 3 };

function taught(): Network<[2, 8, 3]> {
  const network = fresh();
  train(network, all, options);
  return network;
}

describe('a network', () => {
  it('takes its names from the first training on named data, before the first step, and keeps them', () => {
    const network = fresh();
    const data = animals(['bird', 'cat', 'dog'], { columnNames: ['place', 'square'] });
    const steps = trainSteps(network, data);
    expect(network.classNames).toBeUndefined();
    steps.next();
    expect([network.classNames, network.columnNames]).toEqual([
      ['bird', 'cat', 'dog'],
      ['place', 'square'],
    ]);
    steps.return([]);
    train(network, animals(['dog', 'cat']));
    expect(network.classNames).toEqual(['bird', 'cat', 'dog']);
  });

  it('takes none from data that is refused, and keeps those it was given', async () => {
    const network = fresh();
    await expectRefusalLeaving(network, () => train(network, all, { batchSize: 0 }), 'OutOfRangeError', 'batchSize');
    expect(network.classNames).toBeUndefined();
    network.classNames = ['dog', 'cat', 'bird'];
    train(network, all, options);
    expect(network.classNames).toEqual(['dog', 'cat', 'bird']);
    expect(network.predict([-2, 1])).toBe(2);
  });

  it('knows two names of a single output', () => {
    const network = new Network([2, 4, 1]);
    train(network, animals(['cat', 'dog', 'cat', 'dog']), options);
    expect(network.classNames).toEqual(['cat', 'dog']);
    expect(evaluate(network, animals(['dog', 'dog'], { classes: ['dog', 'cat'] })).accuracy).toBe(1);
    expect(evaluate(network, animals(['dog', 'dog'])).accuracy).toBe(1);
  });
});

describe('data with the same names in another order, or with fewer', () => {
  const others = [
    ['another order', animals(['cat', 'dog', 'bird'], { classes: ['dog', 'cat', 'bird'] })],
    ['fewer', some],
    ['a single one', animals(['dog'])],
  ] as const;

  it.each(others)('is measured by name: %s', async (_, data) => {
    const network = taught();
    expect(evaluate(network, all).accuracy).toBe(1);
    const measured = evaluate(network, data);
    expect(measured.accuracy).toBe(1);
    expect(measured.loss).toBeLessThan(0.05);
    expect(measured.classes?.map(({ name }) => name)).toEqual(['bird', 'cat', 'dog']);
    expect([...(measured.answers ?? [])]).toEqual(
      Array.from(data, ({ label }) => ['bird', 'cat', 'dog'].indexOf(data.classNames?.[label as number] as string)),
    );
    expect(await evaluateAsync(network, data)).toEqual(measured);
    expect(mistakes(network, data)).toEqual([]);
  });

  it.each(others)('is learnt from by name, as the same data in the order of the network: %s', (_, data) => {
    const labels = Array.from(data, ({ label }) => data.classNames?.[label as number] as string);
    const same = animals(labels, { classes: ['bird', 'cat', 'dog'] });
    const [network, other] = [taught(), taught()];
    train(network, data, { epochs: 3 });
    train(other, same, { epochs: 3 });
    expect(hashOfNetwork(network)).toBe(hashOfNetwork(other));
  });

  it('validates by the names of the training data', async () => {
    for (const fitted of [
      train(fresh(), all, { ...options, validationData: some }),
      await fit(fresh(), all, { ...options, validationData: some }),
    ]) {
      expect(fitted.at(-1)?.validation?.accuracy).toBe(1);
      expect(fitted.at(-1)?.validation?.loss).toBeLessThan(0.05);
    }
  });

  it('answers by the classes of the network in responses', () => {
    const network = taught();
    const rows = responses(network, 1, some);
    expect(rows[0]?.length).toBe(3);
    expect(rows.map((row) => row[0])).toEqual([0, 0, 0]);
    expect(rows[2]?.[2]).toBeGreaterThan(0.9);
  });

  it('shares its inputs with the data, so that what was prepared from them is used again', () => {
    const network = taught();
    const agreeing = animals(['bird', 'cat', 'dog']);
    const before = hashOfNetwork(network);
    expect(evaluate(network, agreeing)).toEqual(evaluate(network, agreeing));
    expect(hashOfNetwork(network)).toBe(before);
  });
});

describe('data with a name that the network lacks', () => {
  it('is refused wherever it is read, by the names, and nothing changes', async () => {
    const network = taught();
    const data = animals(['fox', 'dog']);
    for (const call of [
      () => train(network, data),
      () => fit(network, data),
      () => trainSteps(network, data),
      () => train(network, all, { validationData: data }),
      () => evaluate(network, data),
      () => evaluateAsync(network, data),
      () => responses(network, 0, data),
      () => mistakes(network, data),
      () => topExamples(network, 0, 0, data),
      () => checkGradients(network, data),
      () => evaluate(classifier(network), data),
    ]) {
      await expectRefusalLeaving(network, call, 'ArgumentError', "'bird'", "also 'fox'", 'classes: training.classNames');
    }
  });

  it('is refused as a second chunk, where its classes would count from 0 again', async () => {
    const network = new Network([2, 8, 4], { output: softmax });
    train(network, all, options);
    await expectRefusal(() => train(network, animals(['fox'])), 'ArgumentError', "'fox'");
    const roomy = new Network([2, 8, 4], { output: softmax, classNames: ['bird', 'cat', 'dog', 'fox'] });
    train(roomy, all, options);
    train(roomy, animals(['fox', 'bird']), options);
    expect(roomy.predict([4, 4])).toBe(3);
  });
});

describe('a side without names', () => {
  it('goes by number', () => {
    const network = taught();
    const numbered = dataset({
      inputs: [
        [-2, 1],
        [2, 1],
      ],
      labels: [0, 2],
    });
    expect(evaluate(network, numbered).accuracy).toBe(1);
    const unnamed = fresh();
    train(
      unnamed,
      dataset({
        inputs: [
          [-2, 1],
          [0, 0],
          [2, 1],
        ],
        labels: [0, 1, 2],
      }),
      options,
    );
    expect(evaluate(unnamed, all).accuracy).toBe(1);
    expect(unnamed.classNames).toBeUndefined();
  });
});

describe('names that are numbers, for a network without names', () => {
  const plain = (outputs: number) => new Network([1, outputs], { output: softmax });
  const inputs = [[0], [1], [2]];
  const months = dataset({ inputs, labels: ['2', '10', '2'] });
  const says = ["the name '2' in place 0", 'labels.map(Number)', "labelKind: 'numbers'", 'network.classNames = [...]'];

  it('are refused where they are numbers of outputs in other places, and nothing changes', async () => {
    const network = plain(12);
    const numbered = dataset({ inputs, labels: [0, 11, 2], classes: 12 });
    train(network, numbered);
    const calls = [
      () => evaluate(network, months),
      () => evaluate(classifier(network), months),
      () => mistakes(network, months),
      () => responses(network, 0, months),
      () => topExamples(network, 0, 0, months),
      () => train(network, months),
      () => train(network, numbered, { validationData: months }),
    ];
    for (const call of calls) await expectRefusalLeaving(network, call, 'ArgumentError', ...says);
    expect(network.classNames).toBeUndefined();
  });

  it('are taken where they cannot be numbers of outputs, have their own places, or name every output', () => {
    const named = (labels: string[], outputs: number) => {
      const network = plain(outputs);
      train(network, dataset({ inputs: labels.map((_, row) => [row]), labels }));
      return network.classNames?.slice(0, labels.length);
    };
    expect(named(['10115', '20095'], 2)).toEqual(['10115', '20095']);
    expect(named(['1', '2', '3'], 3)).toEqual(['1', '2', '3']);
    expect(named(['0', '1'], 2)).toEqual(['0', '1']);
    expect(evaluate(plain(12), dataset({ inputs, labels: ['0', '1', '2'] })).answers).toHaveLength(3);
    const known = plain(3);
    known.classNames = ['2', '10', '11'];
    expect(evaluate(known, months).answers).toHaveLength(3);
  });
});

describe('columns in another order', () => {
  const names = ['place', 'square'];
  const turned = dataset({ inputs: [[1, -2]], labels: ['bird'], columnNames: ['square', 'place'] });

  it('are refused by whatever reads data, and read where a side has no names', async () => {
    const network = fresh();
    train(network, animals(['bird', 'cat', 'dog'], { columnNames: names }), options);
    for (const call of [
      () => train(network, turned),
      () => fit(network, turned),
      () => train(network, all, { validationData: turned }),
      () => evaluate(network, turned),
      () => responses(network, 0, turned),
      () => mistakes(network, turned),
      () => topExamples(network, 0, 0, turned),
    ]) {
      await expectRefusalLeaving(network, call, 'ArgumentError', "'square'", "'place'", 'order');
    }
    expect(evaluate(network, all).accuracy).toBe(1);
  });
});

describe('a classifier', () => {
  it('with names for display is evaluated by these, or by those of its network', () => {
    const network = taught();
    const reader = classifier(network, { classNames: ['Vogel', 'Katze', 'Hund'] });
    const german = dataset({ inputs: [[2, 1]], labels: ['Hund'] });
    expect(evaluate(reader, all).accuracy).toBe(evaluate(network, all).accuracy);
    expect(evaluate(reader, some).answers).toEqual(evaluate(network, some).answers);
    expect(evaluate(reader, german).answers).toEqual(Int32Array.of(2));
    const strange = dataset({ inputs: [[2, 1]], labels: ['Fuchs'] });
    const says = ["names that the classifier has, 'Vogel', 'Katze', 'Hund'", "also 'Fuchs'", 'classes: classifier.classNames'];
    expectLesson(() => evaluate(reader, strange), { type: ArgumentError, code: 'ARGUMENT', says });
  });

  it('refuses data that its scaling has scaled already', () => {
    const scaling = standardize(all);
    const reader = classifier(taught(), { scaling });
    const says = ['this scaling has scaled already', 'as it was before the scaling'];
    expectLesson(() => evaluate(reader, scaling.apply(all)), { type: ArgumentError, code: 'ARGUMENT', says });
  });

  it('is evaluated on data as it was before the scaling, by its own names', async () => {
    const scaling = standardize(all);
    const network = fresh();
    train(network, scaling.apply(all), options);
    const reader = classifier(network, { scaling, classNames: ['bird', 'cat', 'dog'] });
    const expected = evaluate(network, scaling.apply(all));
    expect(evaluate(reader, all)).toEqual(expected);
    expect(await evaluateAsync(reader, all)).toEqual(expected);
    expect(evaluate(reader, animals(['dog', 'cat'])).accuracy).toBe(1);
    network.classNames = undefined;
    expect(evaluate(reader, animals(['dog', 'cat'])).accuracy).toBe(1);
    await expectRefusal(() => evaluate(reader, animals(['fox'])), 'ArgumentError', "'fox'");
  });
});
