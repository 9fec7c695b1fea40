// Reads the two files of a set in MNIST's form.
import { FormatError } from '../support/errors.js';
import { wording } from '../support/wording.js';
import type { IdxTensor } from './idxTypes.js';
import { readIdx } from './parseIdx.js';

/** Images: bytes [count, rows, columns]. */
export interface DigitImages {
  readonly inputs: Uint8Array;
  readonly count: number;
  readonly rows: number;
  readonly columns: number;
}

/** Labels: whole numbers [count]. `what` names them in errors. */
export interface DigitLabels {
  readonly what: string;
  readonly labels: Int32Array;
}

/** Numbers of QMNIST for each digit: its class, its writer, and its place in the files of NIST. */
const QMNIST_COLUMNS = 8;

/** The images of a file of bytes in three dimensions. `what` begins the errors. */
export function readDigitImages(what: string, file: unknown): DigitImages {
  const tensor = readIdx(what, file);
  if (tensor.type !== 'uint8' || tensor.shape.length !== 3) throw noImages(what, tensor);
  const [count, rows, columns] = tensor.shape;
  if (rows * columns === 0) {
    throw new FormatError(wording(what, 'images of at least one pixel', `${rows} x ${columns} pixels`), { offset: 8 });
  }
  return { inputs: tensor.data, count, rows, columns };
}

/**
 * The labels of a file of bytes in one dimension. `what` begins the errors.
 *
 * @param qmnist - Whether the file is QMNIST's, by its name: rows of eight whole numbers, the first of which is the class.
 */
export function readDigitLabels(what: string, file: unknown, qmnist = false): DigitLabels {
  const tensor = readIdx(what, file);
  if (qmnist && isQmnist(tensor)) {
    return { what, labels: Int32Array.from(tensor.data).filter((_, index) => index % QMNIST_COLUMNS === 0) };
  }
  if (tensor.type !== 'uint8' || tensor.shape.length !== 1) throw noLabels(what, tensor);
  return { what, labels: new Int32Array(tensor.data) };
}

function isQmnist({ type, shape }: IdxTensor): boolean {
  return type === 'int32' && shape.length === 2 && shape[1] === QMNIST_COLUMNS;
}

function noImages(what: string, tensor: IdxTensor): Error {
  const remedy =
    tensor.shape.length === 1
      ? ORDER
      : 'Other numbers: dataset({ inputs: parseIdx(images).data, width, labels: parseIdx(labels).data }).';
  return otherForm(what, tensor, 'bytes in three dimensions: count, rows, columns', remedy);
}

function noLabels(what: string, tensor: IdxTensor): Error {
  const { shape } = tensor;
  const data = 'Array.from(parseIdx(labels).data)';
  const labels = shape.length === 1 ? data : `${data}.filter((_, index) => index % ${shape[1]} === 0)`;
  const source = `dataset({ inputs: parseIdx(images).data, width, labels: ${labels} })`;
  const rows = isQmnist(tensor)
    ? 'These are the labels of QMNIST, rows of 8 numbers: take column 0'
    : 'If column 0 is the class';
  const remedy = shape.length === 3 ? ORDER : `${shape.length === 1 ? 'Labels of another type' : rows}: ${source}.`;
  return otherForm(what, tensor, 'bytes in one dimension: count', shape.length > 3 ? '' : remedy);
}

const ORDER = 'The file of images comes first, the file of labels second.';

function otherForm(what: string, { type, shape }: IdxTensor, expected: string, remedy: string): Error {
  const got = `${shape.join(' x ')} (${type})`;
  return new FormatError(wording(what, expected, got, remedy), { offset: type === 'uint8' ? 3 : 2 });
}
