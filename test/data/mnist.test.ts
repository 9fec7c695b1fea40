// MNIST from the bytes of its files.
import { FormatError, ShapeError } from 'glassbox-nn';
import { mnist, parseIdx, toIdx } from 'glassbox-nn/data';
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
    const which = { type: FormatError, code: 'FORMAT', says: ['mnist: labels', "the text '<html>'"], offset: 0 };
    expectLesson(() => mnist(images([2, 1, 1]), page), which);
  });
});
