// dataset(): what it accepts, that it copies, and how it refuses.
import fc from 'fast-check';
import { ArgumentError, LimitError, NumericError, OutOfRangeError, ShapeError } from 'glassbox-nn';
import { type DatasetSource, dataset } from 'glassbox-nn/data';
import { describe, expect, it } from 'vitest';
import { sharedBytes } from './sharedBytes.js';
import { expectLesson } from './teaches.js';

/** Calls as plain JavaScript would, without the types in the way. */
const made = (source: unknown) => dataset(source as DatasetSource);

describe('dataset, of inputs', () => {
  it('takes rows, one array with a width, typed arrays and iterables alike', () => {
    const expected = Float32Array.of(1, 2, 3, 4);
    function* rows() {
      yield [1, 2];
      yield new Float64Array([3, 4]);
    }
    const sources: Partial<DatasetSource>[] = [
      { inputs: [[1, 2], Float32Array.of(3, 4)] },
      { inputs: [1, 2, 3, 4], width: 2 },
      { inputs: new Float64Array([1, 2, 3, 4]), width: 2 },
      { inputs: Int16Array.of(1, 2, 3, 4), width: 2 },
      { inputs: new Float32Array([9, 1, 2, 3, 4]).subarray(1), width: 2 },
      { inputs: rows() },
      { inputs: new Set([1, 2, 3, 4]), width: 2 },
      { inputs: { length: 2, 0: [1, 2], 1: [3, 4] } as never },
    ];
    for (const source of sources) {
      const data = made({ ...source, labels: [0, 1] });
      expect(data.inputs).toEqual(expected);
      expect([data.width, data.count, data.scale]).toEqual([2, 2, 1]);
    }
  });

  it('keeps bytes as bytes, with a scale of 1/255', () => {
    const rows = dataset({ inputs: [Uint8Array.of(0, 255), Uint8ClampedArray.of(51, 1)], labels: [0, 1] });
    const flat = dataset({ inputs: Uint8ClampedArray.of(0, 255, 51, 1), width: 2, labels: [0, 1] });
    for (const data of [rows, flat]) {
      expect(data.inputs).toEqual(Uint8Array.of(0, 255, 51, 1));
      expect(data.scale).toBe(1 / 255);
      expect(data.example(1).input).toEqual(Float32Array.of(51 / 255, 1 / 255));
    }
  });

  it('scales every byte as the arithmetic contract says, to the bit', () => {
    const bytes = Uint8Array.from({ length: 256 }, (_, value) => value);
    fc.assert(
      fc.property(fc.double({ min: 2 ** -40, max: 2 ** 40, noNaN: true }), (scale) => {
        const { input } = dataset({ inputs: bytes, width: 256, labels: [0], scale }).example(0);
        expect(input).toEqual(Float32Array.from(bytes, (value) => Math.fround(value * scale)));
      }),
      { numRuns: 20 },
    );
    const { input } = dataset({ inputs: bytes, width: 256, labels: [0] }).example(0);
    expect(input).toEqual(Float32Array.from(bytes, (value) => Math.fround(value / 255)));
  });

  it('scales floats by a scale that was given, rounded once', () => {
    const data = dataset({ inputs: [[0.1, 3]], labels: [0], scale: 0.1 });
    expect(data.example(0).input).toEqual(Float32Array.of(Math.fround(Math.fround(0.1) * 0.1), Math.fround(3 * 0.1)));
  });

  it('owns its arrays: later changes of what was given change nothing, and the data set is frozen (case 39)', () => {
    const inputs = Float32Array.of(1, 2);
    const row = [5];
    const labels = Int32Array.of(0, 1);
    const data = dataset({ inputs, width: 1, labels });
    const answers = dataset({ inputs, width: 1, targets: [row, row] });
    inputs.fill(9);
    labels.fill(9);
    row[0] = 9;
    expect(data.inputs).toEqual(Float32Array.of(1, 2));
    expect(data.labels).toEqual(Int32Array.of(0, 1));
    expect(answers.targets).toEqual(Float32Array.of(5, 5));
    expect(Object.isFrozen(data)).toBe(true);
  });

  it('copies each row as it comes, also when a generator fills one row again and again', () => {
    function* rows() {
      const row = new Float32Array(1);
      for (const value of [1, 2, 3]) {
        row[0] = value;
        yield row;
      }
    }
    expect(dataset({ inputs: rows(), labels: [0, 0, 0] }).inputs).toEqual(Float32Array.of(1, 2, 3));
  });

  it('reads memory that is shared, and leaves frozen rows as they are', () => {
    const shared = sharedBytes(2);
    shared.set([7, 8]);
    const data = dataset({ inputs: shared, width: 1, labels: Object.freeze([0, 1]) as number[] });
    expect(data.inputs).toEqual(Uint8Array.of(7, 8));
    expect(data.inputs.buffer).toBeInstanceOf(ArrayBuffer);
  });

  it('refuses a row longer or shorter than the first, with its index (case 30)', () => {
    const lesson = { type: ShapeError, code: 'SHAPE', says: ['dataset: inputs[2]', 'expected 2 numbers', 'All rows'] };
    const start = [
      [1, 2],
      [3, 4],
    ];
    expectLesson(() => dataset({ inputs: [...start, [5]], labels: [0, 0, 0] }), { ...lesson, says: [...lesson.says, 'got 1'] });
    expectLesson(() => dataset({ inputs: [...start, [5, 6, 7]], labels: [0, 0, 0] }), lesson);
    const bytes = [Uint8Array.of(1, 2), Uint8Array.of(3, 4), Uint8Array.of(5)];
    expectLesson(() => dataset({ inputs: bytes, labels: [0, 0, 0] }), lesson);
    const byWidth = { type: ShapeError, code: 'SHAPE', says: ['inputs[0]', 'expected 3 numbers', 'got 2', 'width'] };
    expectLesson(() => dataset({ inputs: start, width: 3, labels: [0, 0] }), byWidth);
  });

  it('refuses an array that width does not divide, and one without a width', () => {
    const whole = {
      type: ShapeError,
      code: 'SHAPE',
      says: ['dataset: inputs', 'a multiple of width, 2', 'got 3 numbers', 'Check'],
    };
    expectLesson(() => dataset({ inputs: [1, 2, 3], width: 2, labels: [0] }), whole);
    const width = { type: ArgumentError, code: 'ARGUMENT', says: ['dataset: width', 'one array', 'got undefined', 'as rows'] };
    expectLesson(() => dataset({ inputs: [1, 2, 3], labels: [0] }), width);
    expectLesson(() => dataset({ inputs: [], labels: [] }), width);
    for (const bad of [0, -1, 1.5, Number.NaN]) {
      const lesson = {
        type: OutOfRangeError,
        code: 'OUT_OF_RANGE',
        says: ['dataset: width', 'a whole number from 1', `got ${bad}`],
      };
      expectLesson(() => dataset({ inputs: [1], width: bad, labels: [0] }), lesson);
    }
  });

  it('refuses numbers that are not finite, or too large once scaled, with their place', () => {
    for (const bad of [Number.NaN, Number.POSITIVE_INFINITY, -1e39]) {
      const lesson = {
        type: NumericError,
        code: 'NUMERIC',
        says: ['[1][0]', 'a finite number that fits a float32', 'Look for'],
      };
      expectLesson(
        () =>
          dataset({
            inputs: [
              [1, 2],
              [bad, 3],
            ],
            labels: [0, 1],
          }),
        { ...lesson, says: ['dataset: inputs', ...lesson.says] },
      );
      expectLesson(() => dataset({ inputs: [[1], [2]], targets: [[1], [bad]] }), {
        ...lesson,
        says: ['dataset: targets[1][0]'],
      });
      expectLesson(() => dataset({ inputs: Float64Array.of(1, bad), width: 1, labels: [0, 1] }), {
        ...lesson,
        says: ['dataset: inputs[1]'],
      });
    }
    const scaled = { type: NumericError, code: 'NUMERIC', says: ['inputs[1][0] x scale', 'fits a float32', 'smaller scale'] };
    expectLesson(() => dataset({ inputs: [[1], [1e38]], labels: [0, 1], scale: 10 }), scaled);
  });

  it('refuses what holds no numbers, saying where', () => {
    const cases: [unknown, string][] = [
      ['0110', 'dataset: inputs: expected'],
      [7, 'dataset: inputs: expected'],
      [null, 'dataset: inputs: expected'],
      [[['1']], "dataset: inputs[0][0]: expected a number, got '1'"],
      [[[1n]], 'dataset: inputs[0][0]: expected a number, got 1n'],
      [[[1], undefined], 'dataset: inputs[1]'],
      [[[1], 2], 'dataset: inputs[1]'],
      [[1, [2]], 'dataset: inputs[1]: expected a number, got an array of 1'],
      [[[[1]]], 'dataset: inputs[0][0]: expected a number, got an array of 1'],
      [['ab'], "dataset: inputs[0]: expected a row of numbers, got 'ab'"],
      [[Uint8Array.of(1), [1]], 'dataset: inputs[1]: expected bytes, as the first row'],
      [[[1], Uint8Array.of(1)], 'dataset: inputs[1]: expected numbers that are not bytes, as the first row'],
    ];
    for (const [inputs, words] of cases) {
      const says = [words, 'got'];
      expectLesson(() => made({ inputs, width: 1, labels: [0] }), { type: ArgumentError, code: 'ARGUMENT', says });
    }
    expectLesson(() => dataset({ inputs: [[]], labels: [0] }), {
      type: ShapeError,
      code: 'SHAPE',
      says: ['inputs[0]', 'at least one'],
    });
  });

  it('refuses memory that was transferred away', () => {
    const lesson = { type: ArgumentError, code: 'ARGUMENT', says: ['transferred away', 'or a copy'] };
    const gone = <A extends ArrayBufferView>(array: A): A => {
      structuredClone(null, { transfer: [array.buffer as ArrayBuffer] });
      return array;
    };
    expectLesson(() => dataset({ inputs: gone(Float32Array.of(1)), width: 1, labels: [0] }), lesson);
    expectLesson(() => dataset({ inputs: gone(Uint8Array.of(1)), width: 1, labels: [0] }), lesson);
    expectLesson(() => dataset({ inputs: [[1]], labels: gone(Int32Array.of(0)) }), lesson);
    expectLesson(() => dataset({ inputs: [[1]], targets: [gone(Uint8Array.of(0))] }), lesson);
  });

  it('passes on what an iterator throws, and closes one that it leaves early (case 38)', () => {
    const broken = new Error('the disk is gone');
    function* throwing() {
      yield [1];
      throw broken;
    }
    expect(() => dataset({ inputs: throwing(), labels: [0] })).toThrow(broken);
    let closed = false;
    function* ragged() {
      try {
        yield [1];
        yield [1, 2];
        yield [3];
      } finally {
        closed = true;
      }
    }
    expect(() => dataset({ inputs: ragged(), labels: [0, 0, 0] })).toThrow(ShapeError);
    expect(closed).toBe(true);
  });

  it('refuses a scale that cannot be', () => {
    for (const scale of [0, -1, Number.NaN, Number.POSITIVE_INFINITY]) {
      const says = ['dataset: scale', 'a finite number above 0', `got ${scale}`];
      expectLesson(() => dataset({ inputs: [[1]], labels: [0], scale }), { type: OutOfRangeError, code: 'OUT_OF_RANGE', says });
    }
    const says = ['dataset: scale', "got '2'"];
    expectLesson(() => made({ inputs: [[1]], labels: [0], scale: '2' }), { type: ArgumentError, code: 'ARGUMENT', says });
  });
});

describe('dataset, of labels', () => {
  const inputs = [[1], [2], [3]];

  it('counts the classes by the largest label, or takes the given number', () => {
    expect(dataset({ inputs, labels: [0, 4, 1] }).classes).toBe(5);
    expect(dataset({ inputs, labels: Uint8Array.of(0, 1, 1), classes: 10 }).targetWidth).toBe(10);
    expect(dataset({ inputs, labels: new Set([2, 1, 0]) }).labels).toEqual(Int32Array.of(2, 1, 0));
    expect(dataset({ inputs, labels: [1, 0, 1], classes: ['no', 'yes'] }).classNames).toEqual(['no', 'yes']);
  });

  it('accepts a single class (case 35)', () => {
    const data = dataset({ inputs, labels: [0, 0, 0] });
    expect([data.classes, data.targetWidth]).toEqual([1, 1]);
  });

  it('numbers names by the alphabet, or in the order it is given', () => {
    const labels = ['pear', 'apple', 'pear'];
    const sorted = dataset({ inputs, labels });
    expect(sorted.classNames).toEqual(['apple', 'pear']);
    expect(sorted.labels).toEqual(Int32Array.of(1, 0, 1));
    const given = dataset({ inputs, labels, classes: ['pear', 'fig', 'apple'] });
    expect(given.labels).toEqual(Int32Array.of(0, 2, 0));
    expect(given.classes).toBe(3);
    expect(Object.isFrozen(given.classNames)).toBe(true);
  });

  it('takes names that are also names of an object', () => {
    const data = dataset({ inputs, labels: ['__proto__', 'constructor', 'toString'] });
    expect(data.labels).toEqual(Int32Array.of(0, 1, 2));
  });

  it('refuses label 10, -1 and 2.5 (case 31)', () => {
    for (const bad of [10, -1, 2.5]) {
      const says = ['dataset: labels[1]', 'a whole number from 0 to 9', `got ${bad}`, 'count from 0'];
      expectLesson(() => dataset({ inputs, labels: [0, bad, 1], classes: 10 }), {
        type: OutOfRangeError,
        code: 'OUT_OF_RANGE',
        says,
      });
    }
    for (const bad of [-1, 2.5]) {
      const says = ['dataset: labels[2]', 'a whole number from 0', `got ${bad}`];
      expectLesson(() => dataset({ inputs, labels: [0, 1, bad] }), { type: OutOfRangeError, code: 'OUT_OF_RANGE', says });
    }
  });

  it('refuses an unknown name, and says which was meant (case 31)', () => {
    const says = ['dataset: labels[2]', 'one of the names in classes', "got 'aple'", "Did you mean 'apple'?"];
    const call = () => dataset({ inputs, labels: ['apple', 'pear', 'aple'], classes: ['apple', 'pear'] });
    expectLesson(call, { type: OutOfRangeError, code: 'OUT_OF_RANGE', says });
  });

  it('refuses labels of another kind, or of two kinds', () => {
    const cases: [unknown, string[]][] = [
      [
        [0, '1', 1],
        ['labels[1]', 'a whole number', "got '1'"],
      ],
      [
        ['a', 1, 'b'],
        ['labels[1]', 'a name', 'got 1'],
      ],
      [
        [0, undefined, 1],
        ['labels[1]', 'got undefined'],
      ],
      [new Array(3), ['labels[0]', 'got undefined']],
      [
        [[1], [0], [0]],
        ['labels[0]', 'got an array of 1'],
      ],
      [3, ['labels', 'whole numbers or names', 'got 3']],
      ['abc', ['labels', 'whole numbers or names', "got 'abc'"]],
    ];
    for (const [labels, says] of cases)
      expectLesson(() => made({ inputs, labels }), { type: ArgumentError, code: 'ARGUMENT', says });
  });

  it('refuses classes that cannot be', () => {
    const argument = (classes: unknown, ...says: string[]) =>
      expectLesson(() => made({ inputs, labels: [0, 0, 0], classes }), { type: ArgumentError, code: 'ARGUMENT', says });
    argument('ten', 'dataset: classes', "got 'ten'");
    argument([], 'dataset: classes', 'got an array of 0');
    argument(['a', 'b', 'a'], 'dataset: classes[2]', 'no other class has', "got 'a' again");
    argument(['a', 2], 'dataset: classes[1]', 'a name', 'got 2');
    const named = () => dataset({ inputs, labels: ['a', 'b', 'c'], classes: 3 });
    expectLesson(named, {
      type: ArgumentError,
      code: 'ARGUMENT',
      says: ['dataset: classes', 'names', 'the number 3', 'leave it out'],
    });
    for (const classes of [0, -1, 2.5]) {
      const says = ['dataset: classes', 'a whole number from 1', `got ${classes}`];
      expectLesson(() => dataset({ inputs, labels: [0, 0, 0], classes }), {
        type: OutOfRangeError,
        code: 'OUT_OF_RANGE',
        says,
      });
    }
    const says = ['at most 1048576 classes', 'without gaps'];
    expectLesson(() => dataset({ inputs, labels: [0, 1e9, 1] }), {
      type: LimitError,
      code: 'LIMIT',
      says: ['labels[1]', ...says],
    });
    expectLesson(() => dataset({ inputs, labels: [0, 1, 1], classes: 1e9 }), { type: LimitError, code: 'LIMIT', says });
  });
});

describe('dataset, of targets', () => {
  const inputs = [[1], [2]];

  it('takes rows, or one array with as many rows as there are inputs', () => {
    const rows = [
      [0.1, 2],
      [3, 4],
    ];
    for (const targets of [rows, rows.flat(), Float64Array.from(rows.flat()), rows.values()]) {
      const data = dataset({ inputs, targets });
      expect(data.targets).toEqual(Float32Array.of(0.1, 2, 3, 4));
      expect([data.targetWidth, data.labels, data.classes]).toEqual([2, undefined, undefined]);
    }
  });

  it('finds the labels in rows of one 1 among 0s, and in single numbers 0 and 1', () => {
    const rows = dataset({ inputs, targets: [Uint8Array.of(0, 0, 1), Uint8Array.of(1, 0, 0)] });
    expect([rows.labels, rows.classes, rows.targetWidth]).toEqual([Int32Array.of(2, 0), 3, 3]);
    const single = dataset({ inputs, targets: [1, 0], classes: ['no', 'yes'] });
    expect([single.labels, single.classes, single.targetWidth]).toEqual([Int32Array.of(1, 0), 2, 1]);
    expect(single.classNames).toEqual(['no', 'yes']);
  });

  it('finds no labels where rows say more than a class', () => {
    const others = [
      [0.5, 0.5],
      [1, 1],
      [0, 0],
      [2, 0],
      [1, -1],
    ];
    for (const row of others) expect(dataset({ inputs, targets: [[1, 0], row] }).labels).toBeUndefined();
    for (const value of [2, 0.5, -1]) expect(dataset({ inputs, targets: [1, value] }).labels).toBeUndefined();
  });

  it('lets class names stand beside rows that are no labels', () => {
    const soft = dataset({ inputs, targets: [0.9, 0.1, 0.2, 0.8], classes: ['cat', 'dog'] });
    expect([soft.labels, soft.classes, soft.classNames]).toEqual([undefined, 2, ['cat', 'dog']]);
  });

  it('refuses classes that do not fit the targets', () => {
    const says = ['dataset: classes', 'expected 2', 'got 3', 'for each class'];
    expectLesson(
      () =>
        dataset({
          inputs,
          targets: [
            [1, 0],
            [0, 1],
          ],
          classes: 3,
        }),
      { type: ShapeError, code: 'SHAPE', says },
    );
    const single = ['dataset: targets', 'each 0 or 1', 'Leave classes out'];
    expectLesson(() => dataset({ inputs, targets: [0.5, 0], classes: 2 }), {
      type: ArgumentError,
      code: 'ARGUMENT',
      says: single,
    });
  });

  it('refuses counts of inputs and answers that differ (case 29)', () => {
    const says = ['expected 2, as many as there are inputs', 'Each input needs one answer'];
    const lesson = { type: ShapeError, code: 'SHAPE', says };
    expectLesson(() => dataset({ inputs, labels: [0] }), { ...lesson, says: ['dataset: labels', 'got 1', ...says] });
    expectLesson(() => dataset({ inputs, targets: [[1], [2], [3]] }), {
      ...lesson,
      says: ['dataset: targets', 'got 3', ...says],
    });
    const flat = ['dataset: targets', 'a multiple of 2', 'got 3 numbers', 'one row'];
    expectLesson(() => dataset({ inputs, targets: [1, 2, 3] }), { ...lesson, says: flat });
    expectLesson(() => dataset({ inputs, targets: [] }), { ...lesson, says: ['dataset: targets', 'got 0 numbers'] });
  });
});

describe('dataset, of options', () => {
  it('wants labels or targets, and not both', () => {
    const lesson = { type: ArgumentError, code: 'ARGUMENT', says: ['either labels or targets', 'Labels are classes'] };
    expectLesson(() => dataset({ inputs: [[1]] }), { ...lesson, says: [...lesson.says, 'got neither'] });
    expectLesson(() => dataset({ inputs: [[1]], labels: [0], targets: [[1]] }), {
      ...lesson,
      says: [...lesson.says, 'got both'],
    });
    expectLesson(() => made({ labels: [0] }), {
      type: ArgumentError,
      code: 'ARGUMENT',
      says: ['dataset: inputs', 'got undefined'],
    });
  });

  it('refuses a misspelt option with a suggestion, and ignores a polluted prototype (cases 10 and 11)', () => {
    const says = ['dataset', "got 'label'", 'Did you mean labels?'];
    expectLesson(() => made({ inputs: [[1]], label: [0] }), { type: ArgumentError, code: 'ARGUMENT', says });
    Object.defineProperty(Object.prototype, 'scale', { value: 3, configurable: true, enumerable: true, writable: true });
    try {
      expect(dataset({ inputs: [[1]], labels: [0] }).scale).toBe(1);
    } finally {
      Reflect.deleteProperty(Object.prototype, 'scale');
    }
  });

  it('reads every option once (case 23)', () => {
    const reads: string[] = [];
    const source = { inputs: [[1]], labels: [0], width: 1, scale: 2, classes: 3 };
    const counting = new Proxy(source, {
      get(target, name) {
        reads.push(String(name));
        return Reflect.get(target, name);
      },
    });
    expect(dataset(counting).classes).toBe(3);
    expect(reads.sort()).toEqual(Object.keys(source).sort());
  });

  it('makes a data set of no examples where the width is known', () => {
    const empty = dataset({ inputs: [], width: 3, labels: [], classes: 2 });
    expect([empty.count, empty.width, empty.classes]).toEqual([0, 3, 2]);
    expect(dataset({ inputs: new Uint8Array(0), width: 3, targets: [] }).count).toBe(0);
  });
});
