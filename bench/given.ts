// What all sides are handed, as plain arrays in files, so that JavaScript and Python read the same numbers: the images, already
// shuffled, their labels, and the weights to start from.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Model } from './works.js';

export const PIXELS = 784;
export const FOLDER = join(import.meta.dirname, '..', 'build', 'bench');

/** Where a file of the folder is. */
export const fileOf = (name: string) => join(FOLDER, name);

/** The file of the weights that a model starts from. */
export const startFile = ({ sizes, hidden, output }: Model) => `start-${sizes.join('-')}-${hidden}-${output}.f32`;

const read = (name: string) => Uint8Array.from(readFileSync(fileOf(name)));

/** Images as bytes: [count, 784]. */
export const readBytes = (name: 'train' | 'test' | 'noise') => read(`${name}.u8`);

/** Images as numbers from 0 to 1: [count, 784]. */
export function readImages(name: 'train' | 'test' | 'noise'): Float32Array {
  const bytes = readBytes(name);
  const images = new Float32Array(bytes.length);
  for (let i = 0; i < bytes.length; i++) images[i] = bytes[i] / 255;
  return images;
}

/** The digits that the images show: [count]. */
export const readLabels = (name: 'train' | 'test') => read(`${name}-labels.u8`);

/** Numbers that were written with their bytes as they are in memory. */
export const readNumbers = (name: string) => new Float32Array(read(name).buffer);

/** The weights to start from, as parameters.ts lays them out. */
export const readStart = (model: Model) => readNumbers(startFile(model));
