// Networks as TensorFlow.js's files: read back to the bit, read in every form of Keras, and refused where they are no row of layers.
import * as fc from 'fast-check';
import {
  ArgumentError,
  classifier,
  defineActivation,
  FormatError,
  gelu,
  LimitError,
  leakyRelu,
  Network,
  NumericError,
  ShapeError,
  softmax,
} from 'glassbox-nn';
import { fromTensorFlow, toTensorFlow } from 'glassbox-nn/formats';
import { describe, expect, it } from 'vitest';
import { expectLesson } from '../../data/teaches.js';
import { elementwise } from '../../support/builtIns.js';
import { hashOfNetwork } from '../../support/hashOfNetwork.js';

type Json = Record<string, unknown>;
/** All but gelu, which TensorFlow.js cannot load. */
const written = elementwise.filter((activation) => activation !== gelu);
const format = { type: FormatError, code: 'FORMAT' };
const SHARD = 'group1-shard1of1.bin';

const dense = (more: Json = {}): Json => ({
  class_name: 'Dense',
  config: { name: 'dense', units: 1, activation: 'sigmoid', ...more },
});
const layer = (class_name: string, config: Json = {}): Json => ({ class_name, config: { name: 'other', ...config } });
const manifest = (...weights: Json[]): Json[] => [{ paths: [SHARD], weights }];
const kernel = { name: 'dense/kernel', shape: [2, 1], dtype: 'float32' };
const bias = { name: 'dense/bias', shape: [1], dtype: 'float32' };
const numbers = (...values: number[]): Uint8Array => new Uint8Array(Float32Array.from(values).buffer);

/** The files of a model, three numbers of weights unless given. */
function files(
  layers: Json[],
  more: Json = {},
  bytes: Uint8Array = numbers(1, -0.5, 0.25),
): Record<string, string | Uint8Array> {
  const model = {
    format: 'layers-model',
    modelTopology: { class_name: 'Sequential', config: { name: 'a', layers } },
    weightsManifest: manifest(kernel, bias),
    ...more,
  };
  return { 'model.json': JSON.stringify(model), [SHARD]: bytes };
}

const same = new Network([2, 1]);
same.layers[0].weights.set([1, -0.5]);
same.layers[0].biases[0] = 0.25;

const refused = (given: Record<string, string | Uint8Array>, ...says: string[]) =>
  expectLesson(() => fromTensorFlow(given), { ...format, says: ['expected ', 'got ', ...says] });

describe('toTensorFlow and fromTensorFlow', () => {
  it('keep every bit, whatever the sizes and the activations', () => {
    const sizes = fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 2, maxLength: 8 });
    fc.assert(
      fc.property(
        sizes,
        fc.constantFrom(...written),
        fc.constantFrom(softmax, ...written),
        fc.nat(),
        (given, hidden, output, seed) => {
          const network = new Network([...given], { hidden, output, seed });
          for (const { biases } of network.layers) biases.fill(Math.fround(seed / 7));
          const loaded = fromTensorFlow(toTensorFlow(network));
          expect(hashOfNetwork(loaded)).toBe(hashOfNetwork(network));
          expect(loaded.layers.map(({ activation }) => activation)).toEqual(network.layers.map(({ activation }) => activation));
          expect(toTensorFlow(loaded)).toEqual(toTensorFlow(network));
        },
      ),
      { numRuns: 100, seed: 1 },
    );
  });

  it('keep a classifier, and never give its network alone without a word', () => {
    const made = classifier(new Network([2, 3]), { classNames: ['a', '</script>', '__proto__'], width: 2 });
    const loaded = fromTensorFlow(toTensorFlow(made), { kind: 'classifier' });
    expect([loaded.classNames, loaded.width]).toEqual([made.classNames, 2]);
    const says = ['a network alone', "{ kind: 'classifier' }"];
    expectLesson(() => fromTensorFlow(toTensorFlow(made)), { ...format, says });
    expectLesson(() => fromTensorFlow(toTensorFlow(same), { kind: 'classifier' }), { ...format, says: ['a classifier'] });
  });

  it('refuse what Keras has no word for, and numbers that are not finite', () => {
    const own = defineActivation({ name: 'relu', value: (sum) => sum, derivative: () => 1 });
    for (const [output, word] of [
      [own, 'toSafetensors'],
      [gelu, 'toOnnx'],
    ] as const) {
      const says = ['toTensorFlow: layers[0] activation', 'an activation that Keras has', word];
      expectLesson(() => toTensorFlow(new Network([2, 1], { output })), { type: ArgumentError, code: 'ARGUMENT', says });
    }
    const broken = new Network([2, 1]);
    broken.layers[0].biases[0] = Number.NaN;
    expectLesson(() => toTensorFlow(broken), { type: NumericError, code: 'NUMERIC', says: ['layers[0].biases[0]', 'got NaN'] });
  });
});

describe('models of Keras in Python', () => {
  const read = (given: Record<string, string | Uint8Array>) =>
    expect(hashOfNetwork(fromTensorFlow(given))).toBe(hashOfNetwork(same));

  it('are read as tensorflowjs_converter writes them, Keras 2 and early ones', () => {
    const row = [layer('InputLayer', { batch_input_shape: [null, 2] }), dense()];
    const wrapped = {
      keras_version: '2.15.0',
      backend: 'tensorflow',
      model_config: { class_name: 'Sequential', config: { layers: row } },
    };
    read(files([], { modelTopology: wrapped, convertedBy: 'TensorFlow.js Converter v4.22.0' }));
    read(
      files([], {
        modelTopology: { model_config: { class_name: 'Sequential', config: [dense({ batch_input_shape: [null, 2] })] } },
      }),
    );
    read(
      files([dense()], {
        format: undefined,
        weightsManifest: manifest({ ...kernel, name: 'sequential/dense/kernel:0' }, bias),
      }),
    );
  });

  it('are read as Keras 3 describes them, activations and functional links as objects', () => {
    const relu3 = { module: 'builtins', class_name: 'function', config: 'sigmoid', registered_name: 'function' };
    const policy = { module: 'keras', class_name: 'DTypePolicy', config: { name: 'float32' }, registered_name: null };
    const history = (name: string) => [
      {
        args: [{ class_name: '__keras_tensor__', config: { shape: [null, 2], dtype: 'float32', keras_history: [name, 0, 0] } }],
        kwargs: {},
      },
    ];
    const start = { ...layer('InputLayer', { name: 'start', batch_shape: [null, 1, 2] }), name: 'start', inbound_nodes: [] };
    const flat = { ...layer('Flatten', { name: 'flat' }), inbound_nodes: history('start') };
    const last = { ...dense({ activation: relu3, dtype: policy }), inbound_nodes: history('flat') };
    const config = { layers: [last, start, flat], input_layers: [['start', 0, 0]], output_layers: ['dense', 0, 0] };
    read(files([], { modelTopology: { model_config: { class_name: 'Functional', config } } }));
  });

  it('may have weights that no layer needs, and those of an optimizer', () => {
    const more = [
      { name: 'dropout/seed', shape: [2], dtype: 'int32' },
      { ...kernel, name: 'Adam/m/dense/kernel', group: 'optimizer' },
    ];
    const weightsManifest = [...manifest(kernel, ...more, bias)];
    read(files([dense()], { weightsManifest }, numbers(1, -0.5, 9, 9, 9, 9, 0.25)));
  });

  it('may have their numbers in several groups and files, out of place in memory too', () => {
    const weightsManifest = [
      { paths: ['a', 'b'], weights: [kernel] },
      { paths: ['c'], weights: [bias] },
    ];
    const bytes = numbers(9, 1, -0.5, 0.25);
    const odd = new Uint8Array(5);
    odd.set(bytes.subarray(12), 1);
    const given = files([dense()], { weightsManifest });
    read({ ...given, a: bytes.subarray(4, 9), b: bytes.subarray(9, 12), c: odd.subarray(1) });
    refused({ ...given, a: bytes.subarray(4, 9), b: bytes.subarray(9, 12) }, '$.weightsManifest[1].paths[0]', "the file 'c'");
  });

  it('may have a polluted prototype beside them', () => {
    const prototype = Object.prototype as { use_bias?: boolean };
    prototype.use_bias = false;
    try {
      read(files([dense()]));
    } finally {
      delete prototype.use_bias;
    }
  });
});

it('a model that scales its input and answers a quantity is a network beside its scaling', () => {
  const given = files([layer('Rescaling', { scale: 2, offset: -1 }), dense({ activation: 'linear', units: 1 })]);
  const refusal = () => fromTensorFlow(given, { kind: 'classifier' });
  expectLesson(refusal, { ...format, says: ['a classifier', 'a quantity', "{ kind: 'scaled' }"] });
  const { network, scaling } = fromTensorFlow(given, { kind: 'scaled' });
  expect(scaling.applyInput(new Array(network.sizes[0]).fill(3))[0]).toBe(5);
});

describe('models that are no row of dense layers', () => {
  it('are refused, with the place', () => {
    const at = '$.modelTopology.config.layers';
    refused(files([layer('Conv2D')]), `${at}[0].config`, "got 'Conv2D'", 'Only networks of dense layers');
    refused(files([]), 'one Dense layer or more');
    refused(files([dense(), layer('Rescaling', { scale: 2 })]), `${at}[1].config`, "got 'Rescaling'");
    refused(files([layer('ReLU'), dense()]), 'one before the first');
    refused(files([dense(), layer('ReLU')]), 'two in a row');
    refused(files([dense({ units: 1.5 })]), `${at}[0].config.units`, 'got 1.5');
    refused(files([dense({ units: -1 })]), 'got -1');
    refused(files([dense({ name: 'missing' })]), "a weight 'missing/kernel'");
    refused(files([dense({ batch_input_shape: [null, 1, 2] })]), 'a row of numbers', 'Flatten');
    refused(files([dense({ batch_input_shape: 7 })]), 'batch_input_shape', 'got 7');
    refused(files([], { modelTopology: { class_name: 'Model', config: { layers: [] } } }), 'layers in a row');
    refused(files([], { modelTopology: { class_name: 'constructor', config: {} } }), "got 'constructor'");
    refused(files([], { format: 'graph-model' }), '$.format', 'tfjs_layers_model');
    refused(files([], { modelTopology: undefined }), '$.modelTopology', 'got nothing');
  });

  it('are refused where an activation is another one', () => {
    refused(files([dense({ activation: 'swish' })]), '.activation', "got 'swish'");
    refused(files([dense({ activation: 'gelu' })]), "'gelu_new'", 'error function');
    refused(files([dense({ activation: 'leaky_relu' })]), 'a leak of 0.01');
    refused(files([dense({ activation: '__proto__' })]), "got '__proto__'");
    refused(files([dense({ activation: { class_name: 'Custom', config: {} } })]), "got 'Custom'");
    const linear = dense({ activation: 'linear' });
    refused(files([linear, layer('LeakyReLU')]), 'alpha', '0.01', 'got 0.3');
    refused(files([linear, layer('LeakyReLU', { negative_slope: 0.2 })]), 'negative_slope', 'got 0.2');
    refused(files([linear, layer('ReLU', { max_value: 6 })]), 'max_value', 'got 6');
    refused(files([linear, layer('ELU', { alpha: 2 })]), 'alpha', 'got 2');
    refused(files([linear, layer('Softmax', { axis: 2 })]), 'axis', 'got 2');
  });

  it('are refused where layers branch, go in circles, or answer in the middle', () => {
    const link = (name: string, from: string[]) => ({
      ...dense({ name }),
      inbound_nodes: from.length === 0 ? [] : [from.map((before) => [before, 0, 0, {}])],
    });
    const functional = (layers: Json[], output: string) =>
      files([], { modelTopology: { class_name: 'Model', config: { layers, output_layers: [[output, 0, 0]] } } });
    refused(functional([link('a', []), link('b', ['a']), link('c', ['a'])], 'c'), "one layer behind 'a'");
    refused(functional([link('a', []), link('b', [])], 'b'), 'one input');
    refused(functional([link('a', []), link('b', ['a', 'a'])], 'b'), 'the outputs of one layer');
    refused(functional([link('a', ['b']), link('b', ['a'])], 'b'), '2 layers in a row', 'a row of 0');
    refused(functional([link('a', []), link('b', ['a'])], 'a'), 'output_layers', "'b', the last layer, alone");
  });
});

describe('files that are not what they should be', () => {
  it('are refused where weights do not fit', () => {
    const spoilt = (weight: Json, ...says: string[]) =>
      refused(files([dense()], { weightsManifest: manifest(weight, bias) }), ...says);
    spoilt({ ...kernel, quantization: { dtype: 'uint8', scale: 1, min: 0 } }, '.quantization', 'quantized weights');
    spoilt({ ...kernel, dtype: 'string' }, '.dtype', "got 'string'");
    spoilt({ ...kernel, dtype: 'int32' }, '.dtype', 'float32', "got 'int32'");
    spoilt({ ...kernel, shape: [2, -1] }, '.shape[1]', 'got -1');
    spoilt({ ...kernel, shape: [2 ** 30, 2 ** 30] }, 'bytes, for', 'cut short');
    spoilt({ ...kernel, name: 'dense/bias' }, "'dense/bias' again");
    refused(files([dense()], {}, numbers(1, 2)), '4 bytes', 'got 0 left');
    refused(files([dense()], {}, numbers(1, 2, 3, 4)), '12 bytes', 'got 16');
    const shape = { type: ShapeError, code: 'SHAPE' };
    const turned = files([dense()], { weightsManifest: manifest({ ...kernel, shape: [1, 2] }, bias) });
    expectLesson(() => fromTensorFlow(turned), { ...shape, says: ["'dense/kernel'", '[1, 1]', 'got [1, 2]'] });
    const wide = files([dense({ batch_input_shape: [null, 3] })]);
    expectLesson(() => fromTensorFlow(wide), { ...shape, says: ['[3, 1]', 'got [2, 1]'] });
    const nan = files([dense()], {}, numbers(1, Number.NaN, 0));
    expectLesson(() => fromTensorFlow(nan), { type: NumericError, code: 'NUMERIC', says: ["'dense/kernel'[1]", 'got NaN'] });
  });

  it('are refused where model.json is none, cut off, deep, or says a thing twice', () => {
    refused({ 'model.json': '' }, 'model.json', 'JSON');
    refused({ 'model.json': '[]' }, '$', 'an object');
    refused({ 'model.json': Uint8Array.of(0xff) }, 'UTF-8');
    refused({ 'model.json': '{"format": "a", "format": "b"}' }, "'format' again");
    const deep = { 'model.json': '['.repeat(1_000_000) };
    expectLesson(() => fromTensorFlow(deep), { type: LimitError, code: 'LIMIT', says: ['at most 64 deep'] });
    const none = { type: ArgumentError, code: 'ARGUMENT', says: ["one of them 'model.json'"] };
    for (const given of [undefined, null, 'model.json', {}]) expectLesson(() => fromTensorFlow(given as never), none);
  });

  it('give a network or a typed error, whatever is changed in them', () => {
    const whole = toTensorFlow(classifier(new Network([2, 2, 2], { hidden: leakyRelu }), { classNames: ['a', 'b'] }));
    const text = whole['model.json'];
    const change = fc.array(
      fc.tuple(fc.nat(text.length - 1), fc.constantFrom('0', '9', '-', '"', 'a', '[', ']', '{', '}', ',', 'null')),
      {
        minLength: 1,
        maxLength: 3,
      },
    );
    fc.assert(
      fc.property(change, fc.nat(60), (changes, bytes) => {
        let spoilt = text;
        for (const [place, mark] of changes) spoilt = spoilt.slice(0, place) + mark + spoilt.slice(place + 1);
        try {
          const given = { 'model.json': spoilt, [SHARD]: whole[SHARD].subarray(0, bytes) };
          expect(fromTensorFlow(given, { kind: 'classifier' }).network.layers.length).toBeGreaterThan(0);
        } catch (error) {
          expect(['FORMAT', 'SHAPE', 'LIMIT', 'NUMERIC'], String(error)).toContain((error as { code?: string }).code);
        }
      }),
      { numRuns: 2000, seed: 1 },
    );
  });
});
