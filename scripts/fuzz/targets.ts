// What is fuzzed: every reader of bytes from outside, and whole files of its format to begin with.
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { classifier, Network, relu, sigmoid, softmax, tanh } from 'glassbox-nn';
import { dataset, gunzip, parseCsv, parseIdx, parseNpy, parseNpz, standardize, toIdx } from 'glassbox-nn/data';
import {
  fromJson,
  fromOnnx,
  fromSafetensors,
  fromTensorFlow,
  parseSafetensors,
  toJson,
  toOnnx,
  toSafetensors,
  toTensorFlow,
} from 'glassbox-nn/formats';
import { EVERY_TYPE, FILES } from '../../test/data/numpy/files.js';

/** A reader, and files that it reads. */
export interface Target {
  readonly name: string;
  readonly whole: fc.Arbitrary<Uint8Array>;
  readonly read: (bytes: Uint8Array) => unknown;
}

const encode = (text: string) => new TextEncoder().encode(text);
const decode = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
const ofBase64 = (text: string) => Uint8Array.from(Buffer.from(text, 'base64'));

const network = fc
  .tuple(
    fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 2, maxLength: 5 }),
    fc.constantFrom(sigmoid, relu, tanh),
    fc.constantFrom(sigmoid, softmax),
    fc.nat(),
  )
  .map(([sizes, hidden, output, seed]): Network => new Network([...sizes], { hidden, output, seed }));

const FRUIT = dataset({
  inputs: [
    [7, 180],
    [8, 210],
    [19, 120],
    [21, 140],
  ],
  labels: ['apple', 'apple', 'banana', 'banana'],
});
const CLASSIFIER = classifier(new Network([2, 3, 2], { output: softmax }), {
  scaling: standardize(FRUIT),
  classNames: FRUIT.classNames,
});

const idx = fc
  .tuple(
    fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 1, maxLength: 4 }),
    fc.constantFrom('uint8', 'int8', 'int16', 'int32', 'float32', 'float64'),
  )
  .map(([shape, type]) => {
    const arrays = {
      uint8: Uint8Array,
      int8: Int8Array,
      int16: Int16Array,
      int32: Int32Array,
      float32: Float32Array,
      float64: Float64Array,
    };
    const data = new arrays[type](shape.reduce((product, size) => product * size, 1));
    return toIdx({ type, shape, data } as Parameters<typeof toIdx>[0]);
  });

const width = fc.float({ noNaN: true, noDefaultInfinity: true });

const csv = fc
  .array(fc.tuple(width, width, fc.constantFrom('red', 'green', '"bl,ue"', '"two\nlines"')), {
    minLength: 1,
    maxLength: 8,
  })
  .map((rows) => encode(`width,height,kind\n${rows.map((row) => row.join(',')).join('\n')}\n`));

/** The two files of TensorFlow.js as one: how long model.json is, in two bytes, that text, and the weights. */
function tensorFlowFile(model: Parameters<typeof toTensorFlow>[0]): Uint8Array {
  const files = toTensorFlow(model);
  const text = encode(files['model.json']);
  return Uint8Array.of(text.length & 255, text.length >> 8, ...text, ...files['group1-shard1of1.bin']);
}

/** The same, taken apart again. */
function tensorFlowFiles(bytes: Uint8Array): Record<string, Uint8Array> {
  const end = 2 + (bytes[0] ?? 0) + 256 * (bytes[1] ?? 0);
  return { 'model.json': bytes.subarray(2, end), 'group1-shard1of1.bin': bytes.subarray(end) };
}

/** Every reader. */
export const targets: readonly Target[] = [
  { name: 'idx', whole: idx, read: parseIdx },
  {
    name: 'gzip',
    whole: idx.map((bytes) => Uint8Array.from(gzipSync(bytes))),
    read: (bytes) => gunzip(bytes, { limit: 2 ** 20 }),
  },
  { name: 'npy', whole: fc.constant(ofBase64(FILES.version1)), read: parseNpy },
  {
    name: 'npz',
    whole: fc.constantFrom(...[EVERY_TYPE, FILES.stored].map(ofBase64)),
    read: (bytes) => parseNpz(bytes, { limit: 2 ** 20 }),
  },
  { name: 'csv', whole: csv, read: (bytes) => dataset(parseCsv(decode(bytes), { label: 'kind' })) },
  { name: 'json', whole: network.map((model) => encode(toJson(model))), read: (bytes) => fromJson(decode(bytes)) },
  {
    name: 'json-classifier',
    whole: fc.constant(encode(toJson(CLASSIFIER))),
    read: (bytes) => fromJson(decode(bytes), { kind: 'classifier' }),
  },
  { name: 'safetensors', whole: network.map(toSafetensors), read: (bytes) => fromSafetensors(bytes) },
  {
    name: 'safetensors-classifier',
    whole: fc.constant(toSafetensors(CLASSIFIER)),
    read: (bytes) => fromSafetensors(bytes, { kind: 'classifier' }),
  },
  { name: 'safetensors-tensors', whole: network.map(toSafetensors), read: (bytes) => parseSafetensors(bytes) },
  { name: 'onnx', whole: network.map((model) => toOnnx(model)), read: (bytes) => fromOnnx(bytes) },
  { name: 'onnx-classifier', whole: fc.constant(toOnnx(CLASSIFIER)), read: (bytes) => fromOnnx(bytes, { kind: 'classifier' }) },
  { name: 'tensorflow', whole: network.map(tensorFlowFile), read: (bytes) => fromTensorFlow(tensorFlowFiles(bytes)) },
  {
    name: 'tensorflow-classifier',
    whole: fc.constant(tensorFlowFile(CLASSIFIER)),
    read: (bytes) => fromTensorFlow(tensorFlowFiles(bytes), { kind: 'classifier' }),
  },
];
