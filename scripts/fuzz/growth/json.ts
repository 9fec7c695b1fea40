// JSON that grows: fromJson's own files.
import { encode } from '../edits.js';
import type { Grower } from './Grower.js';
import { counted, listed, times } from './text.js';

const file = (fields: string) => encode(`{"format":"glassbox-nn","version":1,${fields}}`);
const layers = (text: string) => file(`"layers":[${text}]`);
const layer = (inputs: number, outputs: number, weights: string, biases: string) =>
  `{"inputs":${inputs},"outputs":${outputs},"activation":"sigmoid","weights":[${weights}],"biases":[${biases}]}`;
const grow = (name: string, make: (size: number) => Uint8Array, more: Partial<Grower> = {}): Grower => ({
  reader: 'json',
  name: `json: ${name}`,
  make,
  ...more,
});

/** Rows of so many weights each. */
function rows(width: number, size: number): Uint8Array {
  const row = `[${listed('1', 2 * width)}]`;
  const count = Math.max(1, Math.floor(size / (row.length + 3)));
  return layers(layer(width, count, listed(row, count * (row.length + 1)), listed('0', 2 * count)));
}

export const jsonGrowers: readonly Grower[] = [
  grow('rows of one number', (size) => rows(1, size)),
  grow('rows of a thousand numbers', (size) => rows(1000, size)),
  grow('one row', (size) => layers(layer(Math.floor(size / 2), 1, `[${listed('1', size)}]`, '0'))),
  grow('weights of many digits', (size) => layers(layer(1, 1, `[0.${times('1', size)}]`, '0'))),
  grow('layers of one neuron', (size) => layers(listed(layer(1, 1, '[1]', '0'), size))),
  grow('an array of numbers', (size) => encode(`[${listed('1', size)}]`), { giant: 280_000_000 }),
  grow('empty objects', (size) => encode(`[${listed('{}', size)}]`)),
  grow('weights that are no rows', (size) => layers(layer(1, 1, listed('[]', size), '0'))),
  grow('a key many times', (size) => file(`${listed('"layers":[]', size)}`)),
  grow('keys that are all others', (size) => file(counted(size, (place) => `"k${place}":1`))),
  grow('keys of digits', (size) => file(counted(size, (place) => `"${place}":1`))),
  grow('brackets inside each other', (size) => layers('['.repeat(size))),
  grow('objects inside each other', (size) => layers(times('{"a":', size))),
  grow('pairs of brackets', (size) => layers(`${'['.repeat(size / 2)}${']'.repeat(size / 2)}`)),
  grow('a long text', (size) => file(`"kind":"${times('x', size)}"`)),
  grow('a text of escapes', (size) => file(`"kind":"${times('\\u0041', size)}"`)),
  grow('a text that never ends', (size) => encode(`{"format":"${times('\\"', size)}`)),
  grow('blanks', (size) => encode(`${' '.repeat(size)}{"format":"glassbox-nn"}`)),
  grow('names of classes', (size) =>
    file(`"kind":"network","classNames":[${counted(size, (place) => `"class ${place}"`)}],"layers":[]`),
  ),
  grow('one name for all columns', (size) => file(`"kind":"network","columnNames":[${listed('"a"', size)}],"layers":[]`)),
  grow('a declared layer', (size) => layers(layer(2 ** 14, 2 ** 14, `[${listed('1', size)}]`, '0'))),
];
