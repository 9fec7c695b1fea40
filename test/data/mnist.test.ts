// MNIST from the bytes of its files.
import { ArgumentError, FormatError, OutOfRangeError, ShapeError } from 'glassbox-nn';
import { dataset, mnist, parseIdx, toIdx } from 'glassbox-nn/data';
import { describe, expect, it } from 'vitest';
import { trainingDigits } from '../support/trainingDigits.js';
import { expectLesson } from './teaches.js';

const images = (shape: number[]) =>
  toIdx({ type: 'uint8', shape, data: new Uint8Array(shape.reduce((product, size) => product * size, 1)) });
const labels = (...values: number[]) => toIdx({ type: 'uint8', shape: [values.length], data: Uint8Array.from(values) });

describe('mnist', () => {
  it('reads real digits, and keeps their bytes', async () => {
    const files = await trainingDigits(100);
    const digits = mnist(files.images, files.labels);
    expect([digits.count, digits.width, digits.classes, digits.targetWidth, digits.scale]).toEqual([100, 784, 10, 10, 1 / 255]);
    const { data } = parseIdx(files.images);
    expect(digits.inputs.findIndex((byte, index) => byte !== data[index])).toBe(-1);
    expect([...(digits.take(10).select([0, 1, 2, 3, 4]).labels as Int32Array)]).toEqual([5, 0, 4, 1, 9]);
    const { input, label, target } = digits.example(0);
    expect(input).toEqual(Float32Array.from(digits.inputs.subarray(0, 784), (byte) => byte / 255));
    expect([label, target.indexOf(1)]).toEqual([5, 5]);
  });

  it('takes images of other sizes, and labels that go beyond 9', () => {
    const data = mnist(images([3, 2, 5]), labels(1, 26, 3));
    expect([data.width, data.classes, data.targetWidth]).toEqual([10, 27, 27]);
    expect(mnist(images([0, 28, 28]), labels()).count).toBe(0);
  });

  it('refuses labels given as images, and images given as labels (case 57)', () => {
    const lesson = { type: FormatError, code: 'FORMAT', offset: 3 };
    const first = ['mnist: images', 'three dimensions: count, rows, columns', 'got 2 (uint8)', 'images comes first'];
    expectLesson(() => mnist(labels(1, 2), images([2, 2, 2])), { ...lesson, says: first });
    const second = ['mnist: labels', 'one dimension: count', 'got 2 x 2 x 2 (uint8)', 'labels second'];
    expectLesson(() => mnist(images([2, 2, 2]), images([2, 2, 2])), { ...lesson, says: second });
    const floats = toIdx({ type: 'float32', shape: [1, 1, 1], data: Float32Array.of(1) });
    const says = ['mnist: images', 'bytes in three dimensions', '(float32)'];
    expectLesson(() => mnist(floats, labels(1)), { type: FormatError, code: 'FORMAT', says, offset: 2 });
  });

  it('refuses counts of images and labels that differ (case 58)', () => {
    const says = ['mnist: labels', 'expected 2 labels, as many as there are images', 'got 3', 'belong together'];
    expectLesson(() => mnist(images([2, 1, 1]), labels(1, 2, 3)), { type: ShapeError, code: 'SHAPE', says });
  });

  it('refuses images without pixels, and says which of the two files is no IDX file', () => {
    const pixels = { type: FormatError, code: 'FORMAT', says: ['mnist: images', 'at least one pixel', '0 x 28'], offset: 8 };
    expectLesson(() => mnist(images([2, 0, 28]), labels(1, 2)), pixels);
    const page = new TextEncoder().encode('<html>');
    const which = { type: FormatError, code: 'FORMAT', says: ['mnist: labels', "a web page, '<html>'"], offset: 0 };
    expectLesson(() => mnist(images([2, 1, 1]), page), which);
  });

  it('says what to do with labels of another form: those of QMNIST, of another type, of rows', () => {
    const files = (shape: number[], type: 'int32' | 'uint8') => {
      const data = Int32Array.from({ length: shape.reduce((product, size) => product * size, 1) }, (_, index) => index);
      return toIdx(type === 'int32' ? { type, shape, data } : { type, shape, data: Uint8Array.from(data) });
    };
    const lesson = { type: FormatError, code: 'FORMAT' };
    const three = images([3, 1, 2]);
    const qmnist = files([3, 8], 'int32');
    const code = 'Array.from(parseIdx(labels).data).filter((_, index) => index % 8 === 0)';
    const says = [
      'one dimension: count',
      'got 3 x 8 (int32)',
      `take column 0: dataset({ inputs: parseIdx(images).data, width, labels: ${code} })`,
    ];
    const { message } = expectLesson(() => mnist(three, qmnist), { ...lesson, says });
    expect(message).not.toContain('images comes first');
    const bytesOfRows = { ...lesson, says: ['got 3 x 2 (uint8)', 'If column 0 is the class: ', 'index % 2 === 0'] };
    expectLesson(() => mnist(three, files([3, 2], 'uint8')), bytesOfRows);
    const ints = {
      ...lesson,
      says: ['got 3 (int32)', 'Labels of another type: ', 'labels: Array.from(parseIdx(labels).data) })'],
    };
    expectLesson(() => mnist(three, files([3], 'int32')), ints);
    // The code of the errors, as it stands there.
    const column = Array.from(parseIdx(qmnist).data).filter((_, index) => index % 8 === 0);
    const data = dataset({ inputs: parseIdx(three).data, width: 2, labels: column, classes: 17 });
    expect([data.labels, data.scale]).toEqual([Int32Array.of(0, 8, 16), 1 / 255]);
    const other = Array.from(parseIdx(files([3], 'int32')).data);
    expect(dataset({ inputs: parseIdx(three).data, width: 2, labels: other }).labels).toEqual(Int32Array.of(0, 1, 2));
  });

  it('turns images over, counts labels from firstLabel, and names classes: the letters of EMNIST', () => {
    const pixels = Uint8Array.of(1, 2, 3, 4, 5, 6, 11, 12, 13, 14, 15, 16);
    const stored = toIdx({ type: 'uint8', shape: [2, 3, 2], data: pixels });
    const classes = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
    const letters = mnist(stored, labels(26, 1), { transpose: true, firstLabel: 1, classes });
    expect(letters.inputs).toEqual(Uint8Array.of(1, 3, 5, 2, 4, 6, 11, 13, 15, 12, 14, 16));
    expect([letters.labels, letters.classes, letters.targetWidth]).toEqual([Int32Array.of(25, 0), 26, 26]);
    expect(letters.classNames).toEqual(classes);
    expect(mnist(stored, labels(26, 1), { firstLabel: 1 }).classes).toBe(26);
    expect(mnist(stored, labels(3, 4), { classes: 5 }).classes).toBe(5);
  });

  it('refuses labels that are no classes, and says that they may count from 1', () => {
    const two = images([2, 1, 1]);
    const range = { type: OutOfRangeError, code: 'OUT_OF_RANGE' };
    const beyond = ['mnist: labels[1]', 'a whole number from 0 to 25', 'got 26', 'firstLabel: 1'];
    expectLesson(() => mnist(two, labels(1, 26), { classes: 26 }), { ...range, says: beyond });
    const below = ['mnist: labels[0]', 'a whole number from 1', 'got 0'];
    expectLesson(() => mnist(two, labels(0, 26), { firstLabel: 1 }), { ...range, says: below });
    const options = ['mnist options', "got 'verify'"];
    expectLesson(() => mnist(two, labels(0, 1), { verify: false } as never), {
      type: ArgumentError,
      code: 'ARGUMENT',
      says: options,
    });
  });

  it('warns of labels from 1 to 26, and of nothing where digits are missing', () => {
    const warned = (values: number[], options = {}) => {
      const warnings: string[] = [];
      mnist(images([values.length, 1, 1]), labels(...values), { onWarning: (message) => warnings.push(message), ...options });
      return warnings;
    };
    const letters = Array.from({ length: 26 * 4 }, (_, index) => 1 + (index % 26));
    expect(warned(letters)).toEqual([
      'mnist: labels: expected whole numbers from 0 without gaps, got 1 to 26, so that class 0 has no example. ' +
        'If they count from 1, as the letters of EMNIST do, say firstLabel: 1; if they are right, classes: 27.',
    ]);
    expect([warned(letters, { firstLabel: 1 }), warned(letters, { classes: 27 })]).toEqual([[], []]);
    expect(warned([3, 4, 3, 4, 3, 4, 3, 4, 3, 4])).toEqual([]);
  });
});
