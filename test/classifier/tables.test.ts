// Classifiers and regressors of tables: they read rows as they are.
import {
  adam,
  classifier,
  evaluate,
  evaluateAsync,
  identity,
  Network,
  regressor,
  sigmoid,
  softmax,
  tanh,
  train,
} from 'glassbox-nn';
import { dataset, prepare, standardize, table } from 'glassbox-nn/data';
import { describe, expect, it } from 'vitest';
import { expectRefusal } from '../support/refusals.js';

const people = table('age,class,survived\n22,third,no\n38,first,yes\n,third,no\n35,first,yes\n');
const houses = table('area,garden,price,rent\n60,no,210000,900\n80,no,270000,1100\n80,yes,300000,\n120,no,390000,1500\n');
const onWarning = () => {};
const preparation = prepare(people, { target: 'survived' });
const priced = prepare(houses, { target: 'price', columns: { rent: 'drop' } });

function trained() {
  const network = new Network([3, 4, 2], { output: softmax });
  train(network, preparation.apply(people), { optimizer: adam({ learningRate: 0.05 }), epochs: 100 });
  return network;
}

describe('a classifier of a table', () => {
  it('reads a row, and names its class and confidence', () => {
    const network = trained();
    const { read, classNames, columnNames, scaling } = classifier(network, { preparation });
    expect([classNames, columnNames, scaling]).toEqual([['no', 'yes'], ['age', 'class=first', 'class=third'], undefined]);
    const { index, name, confidence, outputs } = read({ age: 31, class: 'third' });
    expect([index, name]).toEqual([0, 'no']);
    expect(outputs).toEqual(network.forward(preparation.applyRow({ age: 31, class: 'third' })));
    expect(confidence).toBe(outputs[0]);
    expect(Array.from(people, (row) => read(row).name)).toEqual(['no', 'yes', 'no', 'yes']);
    expect(read({ age: null, class: 'first' }).name).toBe('yes');
  });

  it('of a single output reads two classes', () => {
    const network = new Network([3, 1], { output: sigmoid });
    network.layers[0].weights.set([0, 9, -9]);
    const { read } = classifier(network, { preparation });
    expect(read({ age: 31, class: 'first' })).toMatchObject({ index: 1, name: 'yes' });
    const { name, confidence, outputs } = read({ age: 31, class: 'third' });
    expect([name, confidence]).toEqual(['no', 1 - (outputs[0] as number)]);
  });

  it('is measured on a table, or on what its preparation made of one', async () => {
    const reader = classifier(trained(), { preparation });
    const measured = evaluate(reader, people);
    expect(measured).toMatchObject({
      accuracy: 1,
      confusion: [
        [2, 0],
        [0, 2],
      ],
    });
    expect(evaluate(reader, preparation.apply(people))).toEqual(measured);
    expect(await evaluateAsync(reader, people)).toEqual(measured);
    expect(measured.classes?.map(({ name }) => name)).toEqual(['no', 'yes']);
  });

  it('takes a preparation alone, which fits the network (cases 437 and 438)', async () => {
    const network = trained();
    const scaling = standardize(preparation.apply(people));
    await expectRefusal(() => classifier(network, { preparation, scaling } as never), 'ArgumentError', 'got scaling as well');
    await expectRefusal(
      () => classifier(network, { preparation, classNames: ['a', 'b'] } as never),
      'ArgumentError',
      'classNames as well',
    );
    await expectRefusal(
      () => classifier(network, { preparation: {} } as never),
      'ArgumentError',
      'a Preparation, got an object',
    );
    await expectRefusal(() => classifier(network, { preparation: null } as never), 'ArgumentError', 'a Preparation, got null');
    await expectRefusal(
      () => classifier(network, { preparation: priced }),
      'ArgumentError',
      "'price', a column of number",
      'regressor(network',
    );
    await expectRefusal(
      () => classifier(new Network([4, 2]), { preparation }),
      'ShapeError',
      'expected 4, the inputs of the network, got 3',
    );
    await expectRefusal(
      () => classifier(new Network([3, 3], { output: softmax }), { preparation }),
      'ShapeError',
      'classes: expected 3, the outputs of the network, got 2',
    );
    const other = prepare(table('age,class,survived\n1,a,no\n2,b,yes\n'), { target: 'survived' });
    await expectRefusal(() => classifier(network, { preparation: other }), 'ArgumentError', "'class=a'");
    const turned = prepare(table('age,class,survived\n1,first,a\n2,third,b\n'), { target: 'survived' });
    await expectRefusal(() => classifier(network, { preparation: turned }), 'ArgumentError', 'classNames', "'no', 'yes'");
  });

  it('is frozen, and says how it is saved', async () => {
    const reader = classifier(trained(), { preparation });
    await expectRefusal(() => Object.assign(reader, { preparation: priced }), 'ArgumentError', 'classifier.preparation');
    expect(JSON.stringify(reader)).toContain('toJson(classifier)');
  });
});

describe('a regressor', () => {
  function fitted() {
    const network = new Network([2, 1], { output: identity });
    train(network, priced.apply(houses), { optimizer: adam({ learningRate: 0.05 }), epochs: 300, batchSize: 4 });
    return network;
  }

  it('reads a row, and answers in the units of its target', () => {
    const network = fitted();
    const { read, columnNames } = regressor(network, { preparation: priced });
    expect(columnNames).toEqual(['area', 'garden']);
    const { price } = read({ area: 100, garden: 'yes' });
    expect(Math.round(price / 1000)).toBe(360);
    expect(read({ area: 100, garden: true })).toEqual({ price });
    const [output] = network.forward(priced.applyRow({ area: 100, garden: true }));
    expect(price).toBe((output as number) * Math.sqrt(4218750000) + 292500);
  });

  it('answers several targets', () => {
    const both = prepare(
      houses.filter(({ rent }) => rent !== null),
      { target: ['price', 'rent'], onWarning },
    );
    const network = new Network([2, 2], { output: identity });
    network.layers[0].weights.fill(0);
    const { price, rent } = regressor(network, { preparation: both }).read({ area: 1, garden: 'no' });
    expect(price).toBeCloseTo(290000, 6);
    expect(rent).toBeCloseTo(3500 / 3, 6);
  });

  it('is measured on a table, or on what its preparation made of one', () => {
    const reader = regressor(fitted(), { preparation: priced });
    expect(evaluate(reader, houses).loss).toBeLessThan(0.001);
    expect(evaluate(reader, priced.apply(houses))).toEqual(evaluate(reader, houses));
  });

  it('takes a preparation that fits the network (case 437)', async () => {
    const network = new Network([2, 1], { output: identity });
    await expectRefusal(() => regressor(network, undefined as never), 'ArgumentError', 'regressor: preparation');
    await expectRefusal(() => regressor(network, { scaling: 1 } as never), 'ArgumentError', 'scaling.applyInput(input)');
    await expectRefusal(
      () => regressor(new Network([3, 2]) as never, { preparation } as never),
      'ArgumentError',
      "'survived', a column of yes/no",
      'classifier(network, { preparation })',
    );
    await expectRefusal(() => regressor(new Network([2, 2]), { preparation: priced }), 'ShapeError', 'targets: expected 2');
    await expectRefusal(
      () => regressor(new Network([2, 4, 1], { hidden: tanh, output: identity }).layers as never, { preparation: priced }),
      'ArgumentError',
      'a Network',
    );
    const doubled = prepare(houses.take(2), { target: ['price', 'rent'], onWarning });
    await expectRefusal(
      () => regressor(new Network([2, 2], { output: softmax }), { preparation: doubled }),
      'ArgumentError',
      'softmax',
    );
  });

  it('refuses an output that is no number', async () => {
    const network = new Network([2, 1], { output: identity });
    network.layers[0].weights.fill(3e38);
    const { read } = regressor(network, { preparation: priced });
    await expectRefusal(() => read({ area: 1e9, garden: 'yes' }), 'NumericError', 'outputs[0]');
  });
});

describe('a table', () => {
  it('is not taken for a data set (case 439)', async () => {
    const network = new Network([3, 2], { output: softmax });
    await expectRefusal(() => evaluate(network, people), 'ArgumentError', 'A table becomes one by preparation.apply(table).');
    await expectRefusal(() => train(network, people as never), 'ArgumentError', 'preparation.apply(table)');
    const plain = classifier(network);
    await expectRefusal(() => evaluate(plain, people), 'ArgumentError', 'preparation.apply(table)');
    await expectRefusal(() => plain.read(people.row(0) as never), 'ArgumentError', 'got an object');
    const data = dataset({ inputs: [[1, 2, 3]], labels: [1] });
    expect(evaluate(classifier(network, { preparation }), data).answers).toHaveLength(1);
  });
});
