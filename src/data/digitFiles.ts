// Reads the two files of a set in MNIST's form, and puts them together.
import { FormatError, ShapeError } from '../support/errors.js';
import { wording } from '../support/wording.js';
import { Dataset } from './Dataset.js';
import type { IdxTensor } from './idxTypes.js';
import { readIdx } from './parseIdx.js';

/** Images: bytes [count, width], row by row. */
export interface DigitImages {
  readonly inputs: Uint8Array;
  readonly count: number;
  readonly width: number;
}

/** Labels: bytes [count]. `what` names them in errors. */
export interface DigitLabels {
  readonly what: string;
  readonly labels: Uint8Array;
}

/** The images of a file of bytes in three dimensions. `what` begins the errors. */
export function readDigitImages(what: string, file: unknown): DigitImages {
  const tensor = readIdx(what, file);
  const inputs = bytesOf(what, tensor, 3, 'three dimensions: count, rows, columns');
  const [count, rows, columns] = tensor.shape;
  if (rows * columns === 0) {
    throw new FormatError(wording(what, 'images of at least one pixel', `${rows} x ${columns} pixels`), { offset: 8 });
  }
  return { inputs, count, width: rows * columns };
}

/** The labels of a file of bytes in one dimension. `what` begins the errors. */
export function readDigitLabels(what: string, file: unknown): DigitLabels {
  return { what, labels: bytesOf(what, readIdx(what, file), 1, 'one dimension: count') };
}

/** The data set of images and their labels: ten classes, or more if the labels go further. */
export function digitsFrom({ inputs, count, width }: DigitImages, { what, labels }: DigitLabels): Dataset {
  if (labels.length !== count) {
    const remedy = 'The two files must belong together: training images with training labels.';
    throw new ShapeError(wording(what, `${count} labels, as many as there are images`, `${labels.length}`, remedy));
  }
  const classes = labels.reduce((most, label) => Math.max(most, label + 1), 10);
  return new Dataset({
    inputs,
    scale: 1 / 255,
    width,
    count,
    labels: Int32Array.from(labels),
    targets: undefined,
    targetWidth: classes,
    classes,
    classNames: undefined,
  });
}

function bytesOf(what: string, { type, shape, data }: IdxTensor, dimensions: number, form: string): Uint8Array {
  if (type === 'uint8' && shape.length === dimensions) return data;
  const got = `${shape.join(' x ')} (${type})`;
  const remedy = 'The file of images comes first, the file of labels second.';
  throw new FormatError(wording(what, `bytes in ${form}`, got, remedy), { offset: type === 'uint8' ? 3 : 2 });
}
