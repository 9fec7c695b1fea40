// .npy files that grow, by their numbers, their dimensions and their headers; and .npz files of many of them.
import { encode, join } from '../edits.js';
import { zip } from '../structure/zip.js';
import type { Grower } from './Grower.js';
import { npy } from './npyFile.js';
import { overlapping } from './overlapping.js';
import { counted, listed } from './text.js';

const array = (type: string, shape: string, size: number, fortran = 'True') =>
  npy(`{'descr': '${type}', 'fortran_order': ${fortran}, 'shape': (${shape}), }\n`, new Uint8Array(size));
/** As many dimensions of one as there may be, behind another. */
const ones = (rows: number) => `${rows}, ${listed('1', 126)}`;

const numbers = (name: string, type: string, bytes: number, shapeOf: (count: number) => string): Grower => ({
  reader: 'npy',
  name: `npy: ${name}`,
  make: (size) => array(type, shapeOf(Math.floor(size / bytes / 16) * 16), Math.floor(size / bytes / 16) * 16 * bytes),
});
const header = (name: string, make: (size: number) => string): Grower => ({
  reader: 'npy',
  name: `npy: ${name}`,
  make: (size) => npy(make(size), new Uint8Array(0)),
  most: 2 ** 16 - 128,
});
const archive = (name: string, make: (size: number) => Uint8Array): Grower => ({
  reader: 'npz',
  name: `npz: ${name}`,
  make,
  givesWay: true,
});
const entries = (size: number, content: Uint8Array, nameOf: (place: number) => string, bytes: number) =>
  Array.from({ length: Math.min(65_000, Math.max(1, Math.floor(size / bytes))) }, (_, place) => ({
    name: encode(nameOf(place)),
    content,
  }));

export const numpyGrowers: readonly Grower[] = [
  numbers('bytes of many dimensions', '|u1', 1, (count) => ones(count)),
  numbers('half floats of many dimensions', '<f2', 2, (count) => ones(count)),
  numbers('bytes of a row each', '|u1', 1, (count) => `${count}, 1`),
  numbers('bytes of dimensions of two', '|u1', 1, (count) => `${count / 16}, 2, 2, 2, 2`),
  numbers('whole numbers of 64 bits', '>i8', 8, (count) => `${count / 16}, 16`),
  numbers('truths', '|b1', 1, (count) => `${count},`),
  header('dimensions', (size) => `{'shape': (${listed('1', size)}), 'descr': '|u1', 'fortran_order': True}\n`),
  header('blanks', (size) => `{'shape': (1,),${' '.repeat(size)}}`),
  header('a long type', (size) => `{'descr': '${'<'.repeat(size)}'`),
  header('brackets', (size) => `{'descr': ${'['.repeat(size)}`),
  archive('empty files', (size) =>
    zip(
      entries(size, new Uint8Array(0), (place) => `f${place}`, 110),
      false,
    ),
  ),
  archive('arrays of one number', (size) =>
    zip(
      entries(size, array('|u1', '1,', 1), (place) => `a${place}.npy`, 250),
      false,
    ),
  ),
  archive('packed arrays of one number', (size) =>
    zip(
      entries(Math.min(size, 2 ** 20), array('|u1', '1,', 1), (place) => `a${place}.npy`, 250),
      true,
    ),
  ),
  archive('long names', (size) =>
    zip(
      entries(size, new Uint8Array(0), (place) => `${'n'.repeat(60_000)}${place}.npy`, 120_000),
      false,
    ),
  ),
  archive('one name many times', (size) =>
    zip(
      entries(size, new Uint8Array(0), () => 'a.npy', 110),
      false,
    ),
  ),
  archive('zeros, packed', (size) => zip([{ name: encode('a.npy'), content: array('|u1', `${size},`, size, 'False') }], true)),
  archive('many dimensions, packed', (size) =>
    zip([{ name: encode('a.npy'), content: array('|u1', ones(7 * size), 7 * size) }], true),
  ),
  archive('files that overlap', (size) => overlapping(size)),
  archive('a comment', (size) => join(zip([], false), encode(counted(Math.min(size, 60_000), () => 'PK\x05\x06')))),
];
