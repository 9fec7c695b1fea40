// MNIST, and what comes in its form: a file of images and a file of labels.
import type { Dataset } from './Dataset.js';
import { digitsFrom, readDigitImages, readDigitLabels } from './digitFiles.js';

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
  return digitsFrom(readDigitImages('mnist: images', images), readDigitLabels('mnist: labels', labels));
}
