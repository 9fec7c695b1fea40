// MNIST, and what comes in its form: a file of images and a file of labels.
import { FormatError, ShapeError } from '../support/errors.js';
import { wording } from '../support/wording.js';
import { Dataset } from './Dataset.js';
import type { IdxTensor } from './idxTypes.js';
import { readIdx } from './parseIdx.js';

/**
 * A data set from the two files of MNIST, or of a set in its form (Fashion-MNIST, EMNIST).
 *
 * @param images - The bytes of the images' file, unpacked: [count, rows, columns] of bytes.
 * @param labels - The bytes of the labels' file, unpacked: [count] of bytes.
 * @returns A data set of width rows x columns, 784 for MNIST; its bytes stay bytes, with a scale of 1/255. There are 10 classes, or
 * more if the labels go further.
 * @throws {@link FormatError} if either is no IDX file, or not of images, or not of labels.
 * @throws {@link ShapeError} if there are not as many labels as images.
 *
 * @example
 * ```ts
 * import { mnist, toIdx } from 'glassbox-nn/data';
 *
 * const images = toIdx({ type: 'uint8', shape: [1, 2, 2], data: Uint8Array.of(0, 51, 255, 0) });
 * const labels = toIdx({ type: 'uint8', shape: [1], data: Uint8Array.of(7) });
 * const digits = mnist(images, labels);
 * digits.classes; // => 10
 * digits.example(0).label; // => 7
 * digits.example(0).input; // => Float32Array(4) [ 0, 0.20000000298023224, 1, 0 ]
 * ```
 */
export function mnist(images: Uint8Array | ArrayBuffer, labels: Uint8Array | ArrayBuffer): Dataset {
  const pictures = readIdx('mnist: images', images);
  const answers = readIdx('mnist: labels', labels);
  const inputs = dataOf('mnist: images', pictures, 3, 'images');
  const [count, rows, columns] = pictures.shape;
  const classIndices = dataOf('mnist: labels', answers, 1, 'labels');
  if (answers.shape[0] !== count) {
    const remedy = 'The two files must belong together: training images with training labels.';
    throw new ShapeError(wording('mnist: labels', `${count}, as many as there are images`, `${answers.shape[0]}`, remedy));
  }
  const width = rows * columns;
  if (width === 0) {
    throw new FormatError(wording('mnist: images', 'images of at least one pixel', `${rows} x ${columns} pixels`), {
      offset: 8,
    });
  }
  const classes = classIndices.reduce((most, label) => Math.max(most, label + 1), 10);
  return new Dataset({
    inputs,
    scale: 1 / 255,
    width,
    count,
    labels: Int32Array.from(classIndices),
    targets: undefined,
    targetWidth: classes,
    classes,
    classNames: undefined,
  });
}

function dataOf(what: string, { type, shape, data }: IdxTensor, dimensions: number, kind: 'images' | 'labels'): Uint8Array {
  if (shape.length === dimensions && type === 'uint8') return data;
  const form = kind === 'images' ? 'three dimensions: count, rows, columns' : 'one dimension: count';
  const remedy = 'Give the file of images first and the file of labels second.';
  const got = `${shape.length} of ${type} (${shape.join(' x ')})`;
  throw new FormatError(wording(what, `a file of bytes in ${form}`, got, remedy), { offset: type === 'uint8' ? 3 : 2 });
}
