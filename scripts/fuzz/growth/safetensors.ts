// safetensors that grow: headers of many names and nothing behind them, and many tensors of little.
import { encode, join } from '../edits.js';
import { fileOf } from '../structure/safetensors.js';
import type { Grower } from './Grower.js';
import { counted, listed, times } from './text.js';

/** As much as a header may have. */
const HEADER = 2 ** 22 - 64;

const tensor = (name: string, shape: string, from: number, to: number) =>
  `"${name}":{"dtype":"F32","shape":[${shape}],"data_offsets":[${from},${to}]}`;
const none = new Uint8Array(0);
const header = (text: string, data = none) => fileOf({ header: `{${text}}`, data });
const grow = (name: string, make: (size: number) => Uint8Array, more: Partial<Grower> = {}): Grower => ({
  reader: 'safetensors',
  name: `safetensors: ${name}`,
  make,
  most: HEADER,
  ...more,
});

/** Layers of one weight. */
function layers(size: number, nameOf: (place: number) => string): Uint8Array {
  const count = Math.floor(size / (tensor(`${nameOf(size)}.weight`, '1,1', size, size).length * 2 + 20));
  const entries = Array.from({ length: count }, (_, place) => [
    tensor(`${nameOf(place)}.weight`, '1,1', 8 * place, 8 * place + 4),
    tensor(`${nameOf(place)}.bias`, '1', 8 * place + 4, 8 * place + 8),
  ]);
  return header(entries.flat().join(','), new Uint8Array(8 * count));
}

/** Layers of one weight and no bias: as many as there may be, whose names are the longer the larger the header is, in no order. */
function named(size: number, piece: string): Uint8Array {
  const count = Math.min(19_900, Math.floor(size / 200));
  const start = times(piece, Math.max(1, Math.floor(size / count) - 75));
  const entries = Array.from({ length: count }, (_, place) =>
    tensor(`${start}${(7919 * place) % count}.weight`, '1,1', 4 * place, 4 * place + 4),
  );
  return header(entries.join(','), new Uint8Array(4 * count));
}

export const safetensorsGrowers: readonly Grower[] = [
  grow('names of digits', (size) => named(size, '1')),
  grow('names of digits and points', (size) => named(size, '1.')),
  grow('names of letters and digits', (size) => named(size, 'a1')),
  grow('layers of one weight', (size) => layers(Math.min(size, 2 ** 20), (place) => `${place}`)),
  grow('layers in layers', (size) => layers(Math.min(size, 2 ** 20), (place) => `${'layer.'.repeat(20)}${place}`)),
  grow('empty tensors', (size) => header(counted(Math.min(size, 2 ** 20), (place) => tensor(`t${place}`, '0', 0, 0)))),
  grow('one name many times', (size) => header(listed(tensor('a', '0', 0, 0), size))),
  grow('keys of metadata', (size) => header(`"__metadata__":{${counted(size, (place) => `"k${place}":""`)}}`)),
  grow('keys of metadata that are digits', (size) => header(`"__metadata__":{${counted(size, (place) => `"${place}":"1"`)}}`)),
  grow('a long text of metadata', (size) => header(`"__metadata__":{"a":"${times('\\n', size)}"}`)),
  grow('dimensions', (size) => header(tensor('a', listed('1', size), 0, 4), new Uint8Array(4))),
  grow('digits of a dimension', (size) => header(tensor('a', times('9', size), 0, 4), new Uint8Array(4))),
  grow('brackets', (size) => header(`"a":${'['.repeat(size)}`)),
  grow('a long name', (size) => header(tensor(times('n', size), '0', 0, 0))),
  grow('blanks', (size) => header(' '.repeat(size))),
  grow('zeros behind a header', (size) => join(fileOf({ header: '{}', data: none }), encode('\0'.repeat(size)))),
];

/** The same read as tensors, whatever they are called. */
export const tensorGrowers: readonly Grower[] = safetensorsGrowers.map((grower) => ({
  ...grower,
  reader: 'safetensors-tensors',
  name: grower.name.replace('safetensors:', 'tensors:'),
}));
