// Names of targets that are numbers: a data set keeps them, and an evaluation shows them.
import { evaluate, identity, Network } from 'glassbox-nn';
import { dataset, prepare, standardize, table } from 'glassbox-nn/data';
import { expect, it } from 'vitest';
import { expectRefusal } from '../support/refusals.js';

const inputs = [[60], [80], [120]];
const targets = [
  [210, 0.9],
  [270, 1.1],
  [390, 1.5],
];
const targetNames = ['price', 'rent'];

it('are a frozen copy of what was given, or undefined', () => {
  const names = [...targetNames];
  const data = dataset({ inputs, targets, targetNames: names });
  names[0] = 'other';
  expect(data.targetNames).toEqual(targetNames);
  expect(Object.isFrozen(data.targetNames)).toBe(true);
  expect(dataset({ inputs, targets }).targetNames).toBeUndefined();
});

it('are kept by every data set that is made of it', () => {
  const data = dataset({ inputs, targets, targetNames });
  const made = [
    data.take(2),
    data.select([2, 0]),
    ...data.split(2, { seed: 1 }),
    ...data.batches(2),
    standardize(data).apply(data),
  ];
  for (const batch of data.batches(2, { seed: 1 })) made.push(batch);
  expect(made.map((other) => other.targetNames)).toEqual(made.map(() => targetNames));
});

it('come from a preparation whose targets are numbers', () => {
  const houses = table('area,garden,__proto__\n60,yes,210\n80,no,270\n');
  expect(prepare(houses, { target: '__proto__' }).apply(houses).targetNames).toEqual(['__proto__']);
  expect(prepare(houses, { target: 'garden' }).apply(houses).targetNames).toBeUndefined();
});

it('stand in the evaluation of a network', () => {
  const network = new Network([1, 2], { output: identity });
  const evaluation = evaluate(network, dataset({ inputs, targets, targetNames }));
  expect(evaluation.targets?.map(({ name }) => name)).toEqual(targetNames);
  expect(evaluation.predictions).toBe(evaluation.outputs);
  expect(String(evaluation)).toMatch(/^price /m);
});

it('are refused unless they are names, each another, as many as targets, and of numbers', async () => {
  const refused = (names: unknown, kind: Parameters<typeof expectRefusal>[1], ...words: string[]) =>
    expectRefusal(() => dataset({ inputs, targets, targetNames: names as string[] }), kind, 'dataset: targetNames', ...words);
  await refused('price', 'ArgumentError', "expected a list of names, got 'price'");
  await refused(['price'], 'ShapeError', 'expected 2 names, one for each target, got 1');
  await refused(['price', 'price'], 'ArgumentError', 'a name no other target has');
  await expectRefusal(() => dataset({ inputs, labels: [0, 1, 1], targetNames }), 'ArgumentError', 'targets that are numbers');
  await expectRefusal(
    () => dataset({ inputs, targets: [[0], [1], [1]], classes: ['a', 'b'], targetNames: ['a'] }),
    'ArgumentError',
    'are called classes',
  );
});
