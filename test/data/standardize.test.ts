// Scaling to mean 0 and deviation 1.
import fc from 'fast-check';
import { ArgumentError, NumericError, ShapeError } from 'glassbox-nn';
import { dataset, minMax, standardize } from 'glassbox-nn/data';
import { describe, expect, it } from 'vitest';
import { expectLesson } from './teaches.js';

describe('standardize', () => {
  const people = dataset({
    inputs: [
      [160, 60, 1],
      [180, 80, 1],
      [170, 70, 1],
    ],
    labels: ['a', 'b', 'a'],
  });

  it('gives every column mean 0 and the population deviation 1', () => {
    const rows = fc.array(fc.array(fc.float({ min: -1000, max: 1000, noNaN: true }), { minLength: 3, maxLength: 3 }), {
      minLength: 2,
      maxLength: 20,
    });
    fc.assert(
      fc.property(rows, (inputs) => {
        const data = dataset({ inputs, targets: inputs.map(() => [5]) });
        const scaling = standardize(data);
        const scaled = scaling.apply(data);
        for (let column = 0; column < 3; column++) {
          const values = Array.from(scaled, ({ input }) => input[column]);
          const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
          const variance = values.reduce((sum, value) => sum + (value - mean) * (value - mean), 0) / values.length;
          expect(mean).toBeCloseTo(0, 4);
          expect(variance).toBeCloseTo(new Set(inputs.map((row) => row[column] + 0)).size === 1 ? 0 : 1, 4);
        }
      }),
    );
  });

  it('turns a constant feature into 0, with a warning that names its column (case 34)', () => {
    const scaling = standardize(people);
    expect(scaling.warnings).toEqual(['inputs column 2 is 1 in every example: it becomes 0 and tells the network nothing.']);
    expect(Array.from(scaling.apply(people), ({ input }) => input[2])).toEqual([0, 0, 0]);
    expect(scaling.applyInput([170, 70, 5])).toEqual(Float32Array.of(0, 0, 0));
  });

  it('knows a constant feature whose sum rounds (case 34)', () => {
    const data = dataset({ inputs: new Float32Array(1001).fill(0.1), width: 1, labels: new Uint8Array(1001) });
    const { means, deviations, warnings } = standardize(data);
    expect([means[0], deviations[0], warnings.length]).toEqual([Math.fround(0.1), 0, 1]);
  });

  it('scales bytes as the network sees them, and gives floats with the same answers', () => {
    const bytes = dataset({ inputs: Uint8Array.of(0, 255), width: 1, labels: ['off', 'on'] });
    const scaling = standardize(bytes);
    expect([...scaling.means, ...scaling.deviations]).toEqual([0.5, 0.5]);
    const scaled = scaling.apply(bytes);
    expect([scaled.inputs, scaled.scale]).toEqual([Float32Array.of(-1, 1), 1]);
    expect([scaled.labels, scaled.classNames]).toEqual([Int32Array.of(0, 1), ['off', 'on']]);
    expect(bytes.inputs).toEqual(Uint8Array.of(0, 255));
  });

  it('does to one input what it does to a data set', () => {
    const scaling = standardize(people);
    const scaled = scaling.apply(people);
    for (let index = 0; index < people.count; index++) {
      expect(scaling.applyInput(people.example(index).input)).toEqual(scaled.example(index).input);
    }
  });

  it('refuses what it cannot learn from or be used on', () => {
    const empty = { type: ArgumentError, code: 'ARGUMENT', says: ['standardize: data', 'at least one example', 'got none'] };
    expectLesson(() => standardize(people.take(0)), empty);
    const kind = {
      type: ArgumentError,
      code: 'ARGUMENT',
      says: ['standardize: data', 'a Dataset', 'got an array', 'Make one'],
    };
    expectLesson(() => standardize([[1]] as never), kind);
    const scaling = standardize(people);
    const narrow = dataset({ inputs: [[1]], labels: [0] });
    const width = {
      type: ShapeError,
      code: 'SHAPE',
      says: ['scaling.apply: data.width', 'expected 3', 'got 1', 'learned from'],
    };
    expectLesson(() => scaling.apply(narrow), width);
    const input = { type: ShapeError, code: 'SHAPE', says: ['scaling.applyInput: input', 'expected 3 numbers', 'got 1'] };
    expectLesson(() => scaling.applyInput([1]), input);
    const bytes = { type: ArgumentError, code: 'ARGUMENT', says: ['scaling.applyInput: input', 'Bytes are 0-255'] };
    expectLesson(() => scaling.applyInput(new Uint8Array(3)), bytes);
  });

  it('refuses data that the same scaling has scaled already, and slices of it', () => {
    const scaling = standardize(people);
    const scaled = scaling.apply(people);
    const says = ['scaling.apply: data', 'this scaling has scaled already', 'as it was before the scaling'];
    const lesson = { type: ArgumentError, code: 'ARGUMENT', says };
    expectLesson(() => scaling.apply(scaled), lesson);
    expectLesson(() => scaling.apply(scaled.slice(1)), lesson);
    expectLesson(() => standardize(people).apply(scaled), lesson);
    expect(scaling.apply(people)).toEqual(scaled);
    // Another scaling on top is no slip, nor is one that changes nothing.
    expect(minMax(scaled).apply(scaled).count).toBe(3);
    const plain = minMax(dataset({ inputs: [[0], [1]], labels: [0, 1] }));
    const once = plain.apply(dataset({ inputs: [[0], [1]], labels: [0, 1] }));
    expect([...plain.apply(once).inputs]).toEqual([0, 1]);
  });

  it('refuses an input so far away that its scaled value is no float32', () => {
    const scaling = standardize(dataset({ inputs: [[1e-30], [2e-30]], labels: [0, 1] }));
    const lesson = { type: NumericError, code: 'NUMERIC', says: ['input[0]', 'too far from the data'] };
    expectLesson(() => scaling.applyInput([3e38]), lesson);
  });
});
