// TensorFlow.js files that grow: lists of everything in model.json, and layers and shards that are used many times over.

import { tensorFlowFile } from '../structure/tensorflow.js';
import type { Grower } from './Grower.js';
import { counted, listed, times } from './text.js';

const dense = (name: string, units: number, more = '') =>
  `{"class_name":"Dense","config":{"name":"${name}","units":${units},"activation":"relu","use_bias":false${more}}}`;
const weight = (name: string, shape: string) => `{"name":"${name}","shape":[${shape}],"dtype":"float32"}`;
const model = (layers: string, weights: string, paths = '"group1-shard1of1.bin"', bytes = new Uint8Array(0)) =>
  file(
    `"modelTopology":{"class_name":"Sequential","config":{"name":"s","layers":[${layers}]}},` +
      `"weightsManifest":[{"paths":[${paths}],"weights":[${weights}]}]`,
    bytes,
  );
const file = (fields: string, bytes = new Uint8Array(0)) =>
  tensorFlowFile({ 'model.json': `{"format":"layers-model",${fields}}`, 'group1-shard1of1.bin': bytes });
const first = (width: number) => dense('d0', width, `,"batch_input_shape":[null,${width}]`);

const grow = (name: string, make: (size: number) => Uint8Array, more: Partial<Grower> = {}): Grower => ({
  reader: 'tensorflow',
  name: `tensorflow: ${name}`,
  make,
  ...more,
});

/** Layers that go by one name, and so share a kernel, which is half of the file. */
function sharedKernel(size: number): Uint8Array {
  const side = Math.max(1, Math.floor(Math.sqrt(size / 8)));
  const layers = listed(dense('d0', side), size / 2);
  return model(`${first(side)},${layers}`, weight('d0/kernel', `${side},${side}`), undefined, new Uint8Array(4 * side * side));
}

export const tensorFlowGrowers: readonly Grower[] = [
  grow('layers of one kernel', sharedKernel),
  grow('a shard listed many times', (size) => {
    const paths = listed('"group1-shard1of1.bin"', size / 2);
    return model(first(1), weight('d0/kernel', '1,1'), paths, new Uint8Array(size / 2));
  }),
  grow('shards that are not there', (size) =>
    model(
      first(1),
      weight('d0/kernel', '1,1'),
      counted(size, (at) => `"s${at}"`),
    ),
  ),
  grow('layers of one neuron', (size) => {
    const layers: string[] = [];
    const weights: string[] = [];
    for (let length = 0; length < size; length += (layers.at(-1) as string).length + (weights.at(-1) as string).length) {
      const at = layers.length;
      layers.push(at === 0 ? first(1) : dense(`d${at}`, 1));
      weights.push(weight(`d${at}/kernel`, '1,1'));
    }
    return model(layers.join(','), weights.join(','), undefined, new Uint8Array(4 * layers.length));
  }),
  grow('activations', (size) =>
    model(
      `${first(1)},${listed('{"class_name":"ReLU","config":{"name":"r"}}', size)}`,
      weight('d0/kernel', '1,1'),
      undefined,
      new Uint8Array(4),
    ),
  ),
  grow('weights of no layer', (size) =>
    model(
      first(1),
      counted(size, (at) => weight(`w${at}`, '0')),
    ),
  ),
  grow('one weight many times', (size) => model(first(1), listed(weight('d0/kernel', '0'), size))),
  grow('dimensions of a weight', (size) => model(first(1), weight('d0/kernel', listed('1', size)))),
  grow('groups of weights', (size) =>
    file(`"modelTopology":{},"weightsManifest":[${listed('{"paths":[],"weights":[]}', size)}]`),
  ),
  grow(
    'an array of numbers',
    (size) => tensorFlowFile({ 'model.json': `[${listed('1', size)}]`, 'group1-shard1of1.bin': new Uint8Array(0) }),
    {
      giant: 280_000_000,
    },
  ),
  grow('brackets', (size) => file(`"modelTopology":${'['.repeat(size)}`)),
  grow('objects inside each other', (size) => file(`"modelTopology":${times('{"config":', size)}`)),
  grow('keys', (size) => file(counted(size, (at) => `"k${at}":0`))),
  grow('a long text', (size) => file(`"generatedBy":"${times('\\u0041', size)}"`)),
  grow('a declared layer', (size) =>
    model(
      `${first(2 ** 14)},${dense('d1', 2 ** 14)}`,
      weight('d0/kernel', `${2 ** 14},${2 ** 14}`),
      undefined,
      new Uint8Array(size),
    ),
  ),
];
