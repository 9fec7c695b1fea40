// MNIST, and sets in its form: a file of images and a file of labels.
import { readOptions } from '../support/options.js';
import type { Dataset } from './Dataset.js';
import { readDigitImages, readDigitLabels } from './digitFiles.js';
import { MNIST_OPTIONS, type MnistOptions, planDigits } from './digitOptions.js';
import { digitsFrom } from './digitsFrom.js';

/**
 * A data set from the two files of MNIST, or of a set in its form (Fashion-MNIST, EMNIST).
 *
 * The images of EMNIST are stored column by column, and so lie on their side: `transpose: true` puts them upright. Its letters have
 * labels from 1 to 26: `firstLabel: 1`.
 *
 * @param images - The bytes of the images' file, unpacked: [count, rows, columns] of bytes.
 * @param labels - The bytes of the labels' file, unpacked: [count] of bytes.
 * @param options - See {@link MnistOptions}.
 * @returns A data set of width rows x columns, 784 for MNIST; its bytes stay bytes, with a scale of 1/255. There are 10 classes, or
 * more if the labels go further, or as `classes` says.
 * @throws {@link FormatError} if either is no IDX file, or not of images, or not of labels.
 * @throws {@link ShapeError} if there are not as many labels as images.
 * @throws {@link OutOfRangeError} for a label below `firstLabel`, or beyond `classes`.
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
 *
 * const letters = mnist(images, labels, { classes: [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'], firstLabel: 1, transpose: true });
 * letters.classNames?.[letters.labels?.[0] ?? 0]; // => 'G'
 * letters.inputs; // => Uint8Array(4) [ 0, 255, 51, 0 ]
 * ```
 */
export function mnist(images: Uint8Array | ArrayBuffer, labels: Uint8Array | ArrayBuffer, options?: MnistOptions): Dataset {
  const plan = planDigits('mnist', readOptions('mnist options', options, MNIST_OPTIONS));
  return digitsFrom(readDigitImages('mnist: images', images), readDigitLabels('mnist: labels', labels), plan);
}
