// Scaling to 0 to 1.
import fc from 'fast-check';
import { ArgumentError, NumericError, ShapeError } from 'glassbox-nn';
import { dataset, minMax } from 'glassbox-nn/data';
import { describe, expect, it } from 'vitest';
import { expectLesson } from './teaches.js';

describe('minMax', () => {
  const people = dataset({
    inputs: [
      [160, 60, 1],
      [180, 90, 1],
      [170, 70, 1],
    ],
    labels: ['a', 'b', 'a'],
  });

  it('brings every column to 0 to 1, its least number to 0 and its largest to 1', () => {
    const number = fc.float({ min: -1000, max: 1000, noNaN: true });
    const rows = fc.array(fc.tuple(number, number), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(rows, (inputs) => {
        const data = dataset({ inputs, labels: inputs.map(() => 0) });
        const scaled = minMax(data).apply(data);
        for (const column of [0, 1] as const) {
          const values = Array.from(scaled, ({ input }) => input[column] as number);
          const constant = inputs.every((row) => row[column] === inputs[0]?.[column]);
          expect([Math.min(...values) + 0, Math.max(...values) + 0]).toEqual(constant ? [0, 0] : [0, 1]);
        }
      }),
    );
  });

  it('keeps the order and the distances of a column', () => {
    const column = Array.from(minMax(people).apply(people), ({ input }) => input[1]);
    expect(column).toEqual([0, 1, Math.fround(1 / 3)]);
  });

  it('turns a constant feature into 0, with a warning that names its column (case 34)', () => {
    const scaling = minMax(people);
    expect(scaling.warnings).toEqual(['inputs column 2 is 1 in every example: it becomes 0 and tells the network nothing.']);
    expect(Array.from(scaling.apply(people), ({ input }) => input[2])).toEqual([0, 0, 0]);
    expect(scaling.applyInput([170, 60, 5])).toEqual(Float32Array.of(0.5, 0, 0));
  });

  it('lets numbers beyond those it was learned from pass 0 and 1', () => {
    expect(minMax(people).applyInput([200, 45, 1])).toEqual(Float32Array.of(2, -0.5, 0));
  });

  it('scales bytes as the network sees them, and gives floats with the same answers', () => {
    const bytes = dataset({ inputs: Uint8Array.of(51, 102), width: 1, labels: ['off', 'on'] });
    const scaling = minMax(bytes);
    expect([...scaling.minimums, ...scaling.maximums]).toEqual([Math.fround(0.2), Math.fround(0.4)]);
    const scaled = scaling.apply(bytes);
    expect([scaled.inputs, scaled.scale, scaled.labels]).toEqual([Float32Array.of(0, 1), 1, Int32Array.of(0, 1)]);
  });

  it('spans the whole of float32', () => {
    const most = Math.fround(3.4e38);
    const data = dataset({ inputs: [[-most], [most], [0]], labels: [0, 0, 0] });
    expect(minMax(data).apply(data).inputs).toEqual(Float32Array.of(0, 1, 0.5));
  });

  it('refuses what it cannot learn from or be used on', () => {
    const empty = { type: ArgumentError, code: 'ARGUMENT', says: ['minMax: data', 'at least one example', 'got none'] };
    expectLesson(() => minMax(people.take(0)), empty);
    const kind = { type: ArgumentError, code: 'ARGUMENT', says: ['minMax: data', 'a Dataset', 'got an array'] };
    expectLesson(() => minMax([[1]] as never), kind);
    const narrow = dataset({ inputs: [[1]], labels: [0] });
    const width = { type: ShapeError, code: 'SHAPE', says: ['scaling.apply: data.width', 'expected 3', 'got 1'] };
    expectLesson(() => minMax(people).apply(narrow), width);
    const tiny = minMax(dataset({ inputs: [[1e-30], [2e-30]], labels: [0, 1] }));
    const far = { type: NumericError, code: 'NUMERIC', says: ['input[0]', 'too far from the data'] };
    expectLesson(() => tiny.applyInput([3e38]), far);
  });
});
