// What is fuzzed: every reader of bytes from outside, and whole files of its format to begin with.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { classifier, identity, Network, regressor, relu, sigmoid, softmax, tanh } from 'glassbox-nn';
import { dataset, gunzip, parseCsv, parseIdx, parseNpy, parseNpz, prepare, table, toIdx } from 'glassbox-nn/data';
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
import { fruitClassifier, namedFruitClassifier } from '../../test/formats/fruit.js';
import { decode, type Edit, encode } from './edits.js';
import { checkpointEdit } from './structure/checkpoint.js';
import { csvEdit } from './structure/csv.js';
import { gzipEdit } from './structure/gzip.js';
import { idxEdit } from './structure/idx.js';
import { jsonFileEdit } from './structure/json.js';
import { npyEdit } from './structure/npy.js';
import { npzEdit } from './structure/npz.js';
import { protobufEdit } from './structure/protobuf.js';
import { safetensorsEdit } from './structure/safetensors.js';
import { tensorFlowEdit, tensorFlowFile, tensorFlowFiles } from './structure/tensorflow.js';
import { trainings } from './trainings.js';

/** A reader, and files that it reads. */
export interface Target {
  readonly name: string;
  readonly whole: fc.Arbitrary<Uint8Array>;
  /** Edits that know the format. */
  readonly structure: fc.Arbitrary<Edit>;
  readonly read: (bytes: Uint8Array) => unknown;
}

const ofBase64 = (text: string) => Uint8Array.from(Buffer.from(text, 'base64'));

const fixture = (path: string) => new Uint8Array(readFileSync(join(import.meta.dirname, '../../test/formats', path)));

/** Files that PyTorch, scikit-learn and Keras wrote. */
const ONNX = (...names: string[]) => names.map((name) => fixture(`onnx/fixtures/${name}.onnx`));
const PYTORCH = ONNX('torch', 'torchShared', 'torchTurned', 'torch2', 'torch2Power', 'torch2Script');
const SKLEARN = ONNX('sklearnZipped', 'sklearnPlain', 'sklearnPair', 'sklearnSigns', 'sklearnNumbers');
const KERAS = ['sequential', 'functional'].map((name) =>
  tensorFlowFile({
    'model.json': decode(fixture(`tensorflow/fixtures/${name}.json`)).replace('weights.bin', 'group1-shard1of1.bin'),
    'group1-shard1of1.bin': fixture('tensorflow/fixtures/weights.bin'),
  }),
);

const network = fc
  .tuple(
    fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 2, maxLength: 5 }),
    fc.constantFrom(sigmoid, relu, tanh),
    fc.constantFrom(sigmoid, softmax),
    fc.nat(),
  )
  .map(([sizes, hidden, output, seed]): Network => new Network([...sizes], { hidden, output, seed }));

const CLASSIFIERS = [fruitClassifier(), namedFruitClassifier()];

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

/** Readers of tables, as small files. */
const fruitTable = table('width,kind,ripe,size,price\n7,apple,yes,small,1.5\n,plum,no,,2\n19,apple,no,large,3\n', {
  onWarning: () => {},
});
const readerOptions = { missingIndicator: true, unseen: 'column', onWarning: () => {} } as const;
const tableClassifier = classifier(new Network([8, 2, 2], { output: softmax }), {
  preparation: prepare(fruitTable, { ...readerOptions, target: 'kind' }),
});
const tableRegressor = regressor(new Network([6, 1], { output: identity }), {
  preparation: prepare(fruitTable, { ...readerOptions, target: 'price', columns: { size: 'drop' } }),
});

const checkpoints = fc.constantFrom(...trainings.flatMap(({ saved }) => saved));

/** Readers of one format: each by its name, with its files and what reads them. */
const of = (
  structure: fc.Arbitrary<Edit>,
  readers: Readonly<Record<string, readonly [whole: fc.Arbitrary<Uint8Array>, read: Target['read']]>>,
): Target[] => Object.entries(readers).map(([name, [whole, read]]) => ({ name, whole, structure, read }));

/** Every reader. */
export const targets: readonly Target[] = [
  ...of(idxEdit, { idx: [idx, parseIdx] }),
  ...of(gzipEdit, {
    gzip: [idx.map((bytes) => Uint8Array.from(gzipSync(bytes))), (bytes) => gunzip(bytes, { limit: 2 ** 20 })],
  }),
  ...of(npyEdit, { npy: [fc.constant(ofBase64(FILES.version1)), parseNpy] }),
  ...of(npzEdit, {
    npz: [fc.constantFrom(...[EVERY_TYPE, FILES.stored].map(ofBase64)), (bytes) => parseNpz(bytes, { limit: 2 ** 24 })],
  }),
  ...of(csvEdit, {
    csv: [csv, (bytes) => dataset(parseCsv(decode(bytes), { label: 'kind' }))],
    table: [csv, (bytes) => [...table(decode(bytes), { onWarning: () => {} })]],
  }),
  ...of(jsonFileEdit, {
    json: [network.map((model) => encode(toJson(model))), (bytes) => fromJson(decode(bytes))],
    'json-classifier': [
      fc.constantFrom(...CLASSIFIERS.map((model) => encode(toJson(model)))),
      (bytes) => fromJson(decode(bytes), { kind: 'classifier' }),
    ],
    'json-tableClassifier': [
      fc.constant(encode(toJson(tableClassifier))),
      (bytes) => fromJson(decode(bytes), { kind: 'classifier' }),
    ],
    'json-regressor': [fc.constant(encode(toJson(tableRegressor))), (bytes) => fromJson(decode(bytes), { kind: 'regressor' })],
  }),
  ...of(safetensorsEdit, {
    safetensors: [network.map(toSafetensors), (bytes) => fromSafetensors(bytes)],
    'safetensors-classifier': [
      fc.constantFrom(...CLASSIFIERS.map((model) => toSafetensors(model))),
      (bytes) => fromSafetensors(bytes, { kind: 'classifier' }),
    ],
    'safetensors-tableClassifier': [
      fc.constant(toSafetensors(tableClassifier)),
      (bytes) => fromSafetensors(bytes, { kind: 'classifier' }),
    ],
    'safetensors-regressor': [
      fc.constant(toSafetensors(tableRegressor)),
      (bytes) => fromSafetensors(bytes, { kind: 'regressor' }),
    ],
    'safetensors-pytorch': [
      fc.constant(fixture('safetensors/fixtures/network.safetensors')),
      (bytes) => fromSafetensors(bytes, { hidden: tanh, output: softmax }),
    ],
    'safetensors-tensors': [network.map(toSafetensors), (bytes) => parseSafetensors(bytes)],
    'safetensors-checkpoint': [checkpoints, (bytes) => fromSafetensors(bytes)],
  }),
  ...of(
    checkpointEdit,
    Object.fromEntries(trainings.map(({ name, saved, resume }) => [`checkpoint-${name}`, [fc.constantFrom(...saved), resume]])),
  ),
  ...of(protobufEdit, {
    onnx: [network.map((model) => toOnnx(model)), (bytes) => fromOnnx(bytes)],
    'onnx-pytorch': [fc.constantFrom(...PYTORCH), (bytes) => fromOnnx(bytes)],
    'onnx-sklearn': [fc.constantFrom(...SKLEARN), (bytes) => fromOnnx(bytes, { kind: 'classifier' })],
    'onnx-classifier': [
      fc.constantFrom(...CLASSIFIERS.map((model) => toOnnx(model))),
      (bytes) => fromOnnx(bytes, { kind: 'classifier' }),
    ],
  }),
  ...of(tensorFlowEdit, {
    tensorflow: [
      network.map((model) => tensorFlowFile(toTensorFlow(model))),
      (bytes) => fromTensorFlow(tensorFlowFiles(bytes)),
    ],
    'tensorflow-keras': [fc.constantFrom(...KERAS), (bytes) => fromTensorFlow(tensorFlowFiles(bytes))],
    'tensorflow-classifier': [
      fc.constantFrom(...CLASSIFIERS.map((model) => tensorFlowFile(toTensorFlow(model)))),
      (bytes) => fromTensorFlow(tensorFlowFiles(bytes), { kind: 'classifier' }),
    ],
  }),
];
