// Names of columns: a data set keeps them through everything that makes another of it, and another order is refused.
import { ArgumentError, NumericError, ShapeError } from 'glassbox-nn';
import { augment, type Dataset, dataset, minMax, shift, smoothLabels, standardize } from 'glassbox-nn/data';
import { describe, expect, it } from 'vitest';
import { checkSameColumns } from '../../src/data/matchedData.js';
import { expectLesson } from './teaches.js';

const columnNames = ['age', 'fare', 'ship class', 'sex'];
const passengers = (names: unknown = columnNames): Dataset =>
  dataset({
    inputs: [
      [22, 7, 3, 0],
      [38, 71, 1, 1],
      [26, 8, 3, 1],
      [35, 53, 1, 1],
    ],
    labels: ['lost', 'saved', 'saved', 'saved'],
    columnNames: names as string[],
  });

describe('the names of a data set', () => {
  it('are a frozen copy of what was given, or undefined', () => {
    const names = [...columnNames];
    const data = passengers(names);
    names[0] = 'other';
    expect(data.columnNames).toEqual(columnNames);
    expect(Object.isFrozen(data.columnNames)).toBe(true);
    expect(dataset({ inputs: [[1]], labels: [0] }).columnNames).toBeUndefined();
  });

  it('are kept by every data set that is made of it', () => {
    const data = passengers();
    const images = augment([shift(1)], { width: 2, height: 2 });
    const pixels = dataset({ inputs: [[0, 1, 0.5, 0]], labels: [0], classes: 2, columnNames });
    const made = [
      data.take(2),
      data.slice(1, 3),
      data.select([3, 1]),
      data.shuffle(4),
      ...data.split(0.5),
      ...data.split(2, { seed: 1 }),
      ...data.batches(3),
      standardize(data).apply(data),
      minMax(data).apply(data),
      smoothLabels(data, 0.1),
      images.apply(pixels) as Dataset,
    ];
    expect(made.map((other) => other.columnNames)).toEqual(made.map(() => columnNames));
  });

  it('are refused unless they are names, each another, as many as columns', () => {
    const refusals = [
      ['age', ArgumentError, "expected a list of names, got 'age'"],
      [['a', 'b', 'c'], ShapeError, 'expected 4 names, one for each column, got 3'],
      [['a', 'b', 'c', 4], ArgumentError, 'columnNames[3]: expected a name, got 4'],
      [['a', 'b', 'c', 'a'], ArgumentError, "columnNames[3]: expected a name no other column has, got 'a' again"],
    ] as const;
    for (const [names, type, says] of refusals) {
      const code = type === ShapeError ? 'SHAPE' : 'ARGUMENT';
      expectLesson(() => passengers(names), { type, code, says: ['dataset: columnNames', says] });
    }
  });
});

describe('two lists of names', () => {
  it('agree if they are equal, or if one side has none', () => {
    for (const [given, expected] of [
      [columnNames, columnNames],
      [columnNames, [...columnNames]],
      [undefined, columnNames],
      [columnNames, undefined],
    ]) {
      expect(() => checkSameColumns('data', given, expected)).not.toThrow();
    }
  });

  it('are refused in another order, with the places that differ and the call that reads them in order', () => {
    const says = [
      'data.columnNames: expected the columns in the order that was learned',
      "got 'fare' at 0 in place of 'age', 'age' at 1 in place of 'fare'.",
      "parseCsv(text, { inputs: ['age', 'fare', 'ship class', 'sex'] })",
    ];
    const given = ['fare', 'age', 'ship class', 'sex'];
    expectLesson(() => checkSameColumns('data', given, columnNames), { type: ArgumentError, code: 'ARGUMENT', says });
  });

  it('are refused if they are other names, or fewer, or more', () => {
    const refusals: [string[], string][] = [
      [['age', 'fare', 'ship class', 'height'], "got no 'sex', and 'height', which is unknown"],
      [['age', 'fare', 'sex'], "got no 'ship class'."],
      [[...columnNames, 'x', 'y'], "got 'x', 'y', which are unknown."],
    ];
    for (const [given, says] of refusals) {
      expectLesson(() => checkSameColumns('data', given, columnNames), { type: ArgumentError, code: 'ARGUMENT', says: [says] });
    }
  });

  it('give a message of bearable length for 784 columns', () => {
    const pixels = Array.from({ length: 784 }, (_, column) => `pixel ${column}`);
    const error = expectLesson(() => checkSameColumns('data', [...pixels].reverse(), pixels), {
      type: ArgumentError,
      code: 'ARGUMENT',
      says: ['and 779 more', 'the names in their order'],
    });
    expect(error.message.length).toBeLessThan(500);
  });
});

describe('a scaling', () => {
  it.each([standardize, minMax])('knows the names of the columns it was learned from: %o', (learn) => {
    const scaling = learn(passengers());
    expect(scaling.columnNames).toEqual(columnNames);
    expect(Object.isFrozen(scaling.columnNames)).toBe(true);
    expect(learn(dataset({ inputs: [[1], [2]], labels: [0, 1] })).columnNames).toBeUndefined();
  });

  it.each([standardize, minMax])(
    'refuses the same columns in another order, and others, before anything is made: %o',
    (learn) => {
      const scaling = learn(passengers());
      const turned = passengers(['fare', 'age', 'ship class', 'sex']);
      const says = [
        'scaling.apply: data.columnNames',
        "'fare' at 0 in place of 'age'",
        "inputs: ['age', 'fare', 'ship class', 'sex']",
      ];
      expectLesson(() => scaling.apply(turned), { type: ArgumentError, code: 'ARGUMENT', says });
      const others = passengers(['age', 'fare', 'ship class', 'height']);
      expectLesson(() => scaling.apply(others), { type: ArgumentError, code: 'ARGUMENT', says: ["no 'sex'"] });
      const unnamed = dataset({ inputs: [[22, 7, 3, 0]], labels: [0] });
      expect(scaling.apply(unnamed).inputs).toEqual(scaling.apply(passengers()).inputs.slice(0, 4));
      expect(learn(unnamed).apply(passengers()).columnNames).toEqual(columnNames);
    },
  );

  it.each([standardize, minMax])('warns of a column that never changes by its name: %o', (learn) => {
    const data = dataset({
      inputs: [
        [1, 3],
        [2, 3],
      ],
      labels: [0, 1],
      columnNames: ['age', 'ship_class'],
    });
    const says = "column 'ship_class' is 3 in every example: it becomes 0 and tells the network nothing.";
    expect(learn(data).warnings).toEqual([says]);
  });

  it('names the column of a number that cannot be scaled', () => {
    const tiny = dataset({ inputs: [[1e-38], [2e-38]], labels: [0, 1], columnNames: ['grams'] });
    const says = ["scaling.applyInput: input[0], column 'grams'"];
    expectLesson(() => standardize(tiny).applyInput([1e38]), { type: NumericError, code: 'NUMERIC', says });
  });
});
