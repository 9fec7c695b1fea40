// Classifiers and regressors of tables: they read rows as they are.
import {
  adam,
  classifier,
  evaluate,
  evaluateAsync,
  identity,
  type Measure,
  mae,
  Network,
  r2,
  regressor,
  rmse,
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
      'classes: expected 3, the outputs of the network, got 2. Make the network with an output for each class: new Network([preparation.width, ..., 2]).',
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

  it('is measured in the units of its targets, by their names', async () => {
    const rented = houses.filter(({ rent }) => rent !== null);
    const both = prepare(rented, { target: ['price', 'rent'], onWarning });
    const network = new Network([2, 2], { output: identity });
    network.layers[0].weights.fill(0);
    const reader = regressor(network, { preparation: both });
    // It answers the means: 290000 and 1166.67, of 210000, 270000, 390000 and 900, 1100, 1500.
    const evaluation = evaluate(reader, rented, { measures: [mae] });
    const { targets, predictions, outputs, loss } = evaluation;
    expect(targets?.map(({ name }) => name)).toEqual(['price', 'rent']);
    expect(targets?.[0]?.mae).toBeCloseTo(200000 / 3, 2);
    expect(targets?.[0]?.rmse).toBeCloseTo(Math.sqrt(1.68e10 / 3), 2);
    expect(targets?.[0]?.r2).toBeCloseTo(0, 6);
    expect(targets?.[1]?.mae).toBeCloseTo(2000 / 9, 4);
    expect(evaluation.mae).toBeCloseTo((200000 / 3 + 2000 / 9) / 2, 2);
    expect(predictions).toEqual(Float32Array.of(290000, 3500 / 3, 290000, 3500 / 3, 290000, 3500 / 3));
    // What stays scaled: half the sum of the squares of two targets of variance 1, and the outputs.
    expect(loss).toBeCloseTo(1, 5);
    expect(outputs).toEqual(new Float32Array(6));
    expect(evaluation.measures).toEqual({ mae: evaluation.mae });
    expect(String(evaluation).split('\n')).toEqual([
      '3 examples, loss 1',
      '',
      'target    MAE   RMSE  R2',
      'price   66670  74830   0',
      'rent    222.2  249.4   0',
      'mean                   0',
      '',
      'mae  33440',
    ]);
    expect(await evaluateAsync(reader, rented, { measures: [mae] })).toEqual(evaluation);
  });

  it('predicts what it reads, and gives its measures what the table holds', () => {
    const reader = regressor(new Network([2, 1], { output: identity }), { preparation: priced });
    const given: (readonly [truth: number, output: number])[] = [];
    const spy: Measure = {
      name: 'spy',
      better: 'lower',
      of: (truth: readonly ArrayLike<number>[], outputs: readonly ArrayLike<number>[]) => {
        given.splice(0, given.length, ...truth.map((row, index) => [Number(row[0]), Number(outputs[index]?.[0])] as const));
        return 0;
      },
    };
    const { predictions, measures, ...found } = evaluate(reader, houses, { measures: [spy, mae, rmse, r2] });
    const prices = Array.from(houses, (row) => reader.read(row).price);
    expect(predictions).toEqual(Float32Array.from(prices));
    expect(given.map(([truth]) => Math.round(truth))).toEqual([210000, 270000, 300000, 390000]);
    expect(given.map(([, output]) => output)).toEqual(prices);
    expect(measures).toEqual({ spy: 0, mae: found.mae, rmse: found.rmse, r2: found.r2 });
    expect(found.mae).toBeGreaterThan(10);
  });

  it('has a target that is not scaled in its units', () => {
    const plain = prepare(houses, { target: 'price', columns: { rent: 'drop', price: { scale: 'none' } } });
    const network = new Network([2, 1], { output: identity });
    const reader = regressor(network, { preparation: plain });
    const { predictions, outputs, targets } = evaluate(reader, houses);
    expect(predictions).toEqual(outputs);
    expect(targets).toEqual(evaluate(network, plain.apply(houses)).targets);
  });

  it('is not measured on data of other targets (case 437)', async () => {
    const reader = regressor(fitted(), { preparation: priced });
    const rents = prepare(houses.take(2), { target: 'rent', columns: { price: 'drop' }, onWarning });
    const data = rents.apply(houses.take(2));
    await expectRefusal(
      () => evaluate(reader, data),
      'ArgumentError',
      "data.targetNames: expected the targets of the regressor, 'price', got 'rent'",
      'preparation.apply(table)',
    );
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
