// TensorFlow.js's files that are small and ask for much, and models that are nearly what this library has.
import { FormatError, LimitError, relu } from 'glassbox-nn';
import { fromTensorFlow } from 'glassbox-nn/formats';
import { describe, expect, it } from 'vitest';
import { expectLesson } from '../../data/teaches.js';
import { bytesOf, layer, SHARD, sequential, type Weight } from './models.js';

type Json = Record<string, unknown>;
const limit = { type: LimitError, code: 'LIMIT' };
const format = { type: FormatError, code: 'FORMAT' };
const refused = (files: Record<string, string | Uint8Array>, ...says: string[]) =>
  expectLesson(() => fromTensorFlow(files, { kind: 'scaled' }), { ...format, says });

const kernel: Weight = { name: 'dense/kernel', shape: [6, 1], numbers: [1, 10, 100, 1000, 10_000, 100_000] };
const bias: Weight = { name: 'dense/bias', shape: [1], numbers: [0.5] };
const dense = (config: Json = {}) => layer('Dense', { name: 'dense', units: 1, activation: 'linear', ...config });
const input = (...sides: number[]) => layer('InputLayer', { name: 'input', batch_input_shape: [null, ...sides] });

describe('files that ask for much', () => {
  it('are refused where one shard is listed many times, before any is joined (case 230)', () => {
    const weights = [{ name: 'dense/kernel', shape: [6, 1], dtype: 'float32' }];
    const files = (paths: readonly string[]) => {
      const { 'model.json': text } = sequential([dense({ use_bias: false })], [kernel]);
      const model = { ...JSON.parse(text), weightsManifest: [{ paths, weights }] };
      return { 'model.json': JSON.stringify(model), a: new Uint8Array(1024 * 1024), b: new Uint8Array(8) };
    };
    refused(files(new Array(1_000_000).fill('a')), '$.weightsManifest[0].paths[1]', 'every file once', "'a' again");
    refused(files(['b', 'a']), '24 bytes, for the weights that are listed', `got ${1024 * 1024 + 8}`);
    const { 'model.json': text } = sequential([dense()], [kernel, bias]);
    const groups = [kernel, bias].map(({ name, shape }) => ({ paths: ['a'], weights: [{ name, shape, dtype: 'float32' }] }));
    const twice = { ...JSON.parse(text), weightsManifest: groups };
    refused({ 'model.json': JSON.stringify(twice), a: bytesOf(kernel.numbers) }, '[1].paths[0]', 'every file once');
  });

  it('are refused where layers of one name would share their weights (case 233)', () => {
    const square = { name: 'dense/kernel', shape: [1, 1], numbers: [2] };
    const layers = Array.from({ length: 1200 }, () => dense());
    refused(sequential(layers, [square, bias]), 'layers[1].config.name', 'a name of its own', "'dense' again");
  });

  it('are refused where there are more layers than a network has (case 232)', () => {
    const names = Array.from({ length: 10_001 }, (_, index) => `d${index}`);
    const layers = names.map((name) => dense({ name, use_bias: false }));
    const weights = names.map((name) => ({ name: `${name}/kernel`, shape: [1, 1], numbers: [1] }));
    const says = ['at most 10000 sizes or layers', 'got 10001'];
    expectLesson(() => fromTensorFlow(sequential(layers, weights)), { ...limit, says });
  });

  it('are refused at the 65th side of a shape, of a weight and of an input (case 234)', () => {
    const ones = new Array(500_000).fill(1);
    const weights = [{ name: 'dense/kernel', shape: ones, numbers: [1] }, bias];
    expectLesson(() => fromTensorFlow(sequential([dense()], weights)), {
      ...limit,
      says: ['weights[0].shape: expected at most 64 dimensions, got 500000'],
    });
    expectLesson(
      () =>
        fromTensorFlow(
          sequential([layer('InputLayer', { name: 'input', batch_input_shape: [null, ones].flat() }), dense()], [kernel, bias]),
        ),
      {
        ...limit,
        says: ['batch_input_shape: expected at most 64 dimensions'],
      },
    );
  });

  it('are refused by the length of model.json, before it is parsed (case 235)', () => {
    const text = '1,'.repeat(2 ** 23);
    for (const long of [`[${text}1]`, new TextEncoder().encode(`[${text}1]`)])
      expectLesson(() => fromTensorFlow({ 'model.json': long }), {
        ...limit,
        says: ['model.json', 'at most 16777216', '16777219'],
      });
  });
});

describe('Flatten with the channels first', () => {
  const flat = (sides: readonly number[], data_format?: string) =>
    sequential([input(...sides), layer('Flatten', { name: 'flat', data_format }), dense()], [kernel, bias]);

  it('is refused unless it leaves the numbers in their order (case 245)', () => {
    const answer = (files: ReturnType<typeof flat>) => fromTensorFlow(files).forward([1, 2, 3, 4, 5, 6])[0];
    expect(answer(flat([2, 3]))).toBe(654_321.5);
    for (const sides of [
      [2, 3],
      [3, 1, 2],
      [6, 1],
      [1, 6],
    ])
      expect(answer(flat(sides, 'channels_last'))).toBe(654_321.5);
    for (const sides of [[1, 2, 3], [6, 1], [1, 6], [6, 1, 1], [6]])
      expect(answer(flat(sides, 'channels_first'))).toBe(654_321.5);
    for (const sides of [
      [2, 3],
      [3, 2],
      [2, 1, 3],
    ])
      refused(flat(sides, 'channels_first'), 'layers[1].config.data_format', "'channels_last'", "got 'channels_first'");
    // The shape may not be known.
    const open = [layer('Flatten', { name: 'flat', data_format: 'channels_first' }), dense()];
    refused(sequential(open, [kernel, bias]), 'data_format');
    refused(sequential(open, [kernel, bias], { build_input_shape: [null, 2, 3] }), 'data_format');
    expect(answer(sequential(open, [kernel, bias], { build_input_shape: [null, 1, 2, 3] }))).toBe(654_321.5);
  });
});

describe('settings that change what a layer answers (case 246)', () => {
  const behind = (className: string, config: Json) =>
    sequential([dense(), layer(className, { name: 'last', ...config })], [kernel, bias]);

  it('are refused in activations', () => {
    for (const config of [{ threshold: 1 }, { negative_slope: 0.1 }, { max_value: 6 }, { max_value: 0 }])
      refused(behind('ReLU', config), 'config.');
    expect(fromTensorFlow(behind('ReLU', { max_value: null, threshold: 0, negative_slope: 0 })).layers[0]?.activation).toBe(
      relu,
    );
    refused(behind('LeakyReLU', { alpha: 0.01, negative_slope: 0.2 }), 'negative_slope', 'got 0.2');
    refused(behind('LeakyReLU', { alpha: 0.2, negative_slope: 0.01 }), 'alpha', 'got 0.2');
    refused(behind('LeakyReLU', {}), 'alpha', 'got 0.3');
    for (const axis of [0, 2, [1], [-1, 1], 'last']) refused(behind('Softmax', { axis }), 'axis');
    for (const name of ['ThresholdedReLU', 'PReLU', 'Reshape', 'Permute', 'RepeatVector', 'LayerNormalization', 'Masking'])
      refused(behind(name, {}), `got '${name}'`);
    for (const activation of ['relu6', 'hard_sigmoid', 'selu', 'swish', 'exponential'])
      refused(behind('Activation', { activation }), `got '${activation}'`);
  });

  it('are refused where a layer stands behind a softmax (case 251)', () => {
    const last = { name: 'last/kernel', shape: [1, 1], numbers: [1] };
    const layers = [dense({ activation: 'softmax' }), dense({ name: 'last', use_bias: false })];
    refused(sequential(layers, [kernel, bias, last]), 'layers[1].config', 'no layer behind a softmax');
  });

  it('are refused where they are neither true nor false: what 0 means differs from program to program', () => {
    for (const use_bias of [0, 1, 'false', []])
      refused(sequential([dense({ use_bias })], [kernel, bias]), 'use_bias', 'true or false');
    expect(fromTensorFlow(sequential([dense({ use_bias: false })], [kernel, bias])).layers[0]?.biases[0]).toBe(0);
    expect(fromTensorFlow(sequential([dense({ use_bias: null })], [kernel, bias])).layers[0]?.biases[0]).toBe(0.5);
  });

  it('are refused where the kernel is a part of the weights alone', () => {
    refused(sequential([dense({ lora_rank: 4 })], [kernel, bias]), 'lora_rank', 'got 4');
    expect(fromTensorFlow(sequential([dense({ lora_rank: null })], [kernel, bias])).sizes).toEqual([6, 1]);
  });

  it('are refused in a normalization whose numbers stand along another axis', () => {
    const numbers = (part: string, count: number, value: number) => ({
      name: `norm/${part}`,
      shape: [count],
      numbers: new Array(count).fill(value),
    });
    const normal = (sides: readonly number[], count: number, axis?: unknown, more: Json = {}) =>
      sequential(
        [
          ...(sides.length > 0 ? [input(...sides)] : []),
          layer('BatchNormalization', { name: 'norm', axis, center: false, scale: false, epsilon: 0, ...more }),
          layer('Flatten', { name: 'flat' }),
          dense(),
        ],
        [numbers('moving_mean', count, 1), numbers('moving_variance', count, 4), kernel, bias],
      );
    const scaled = (files: ReturnType<typeof normal>) =>
      fromTensorFlow(files, { kind: 'scaled' }).scaling.applyInput([9, 9, 9, 9, 9, 9]);
    for (const [sides, count, axis] of [
      [[6], 6, undefined],
      [[6], 6, -1],
      [[6], 6, 1],
      [[6], 6, [1]],
      [[], 6, -1],
      [[1, 6], 6, 2],
      [[6, 1], 6, 1],
      [[6, 1], 1, -1],
      [[2, 3, 1], 1, 3],
    ] as const)
      expect([...scaled(normal(sides, count, axis))]).toEqual([4, 4, 4, 4, 4, 4]);
    for (const [sides, count, axis] of [
      [[6], 6, 0],
      [[6], 6, 2],
      [[6], 6, [1, 2]],
      [[6], 1, -1],
      [[], 6, 2],
      [[2, 3], 3, -1],
      [[2, 3], 2, 1],
      [[2, 3], 6, -1],
    ] as const)
      refused(normal(sides, count, axis), 'axis', 'one number for each');
    refused(normal([6], 6, -1, { scale: true }), "a weight 'norm/gamma'");
    refused(normal([6], 6, -1, { center: 'no' }), 'center', 'true or false');
  });

  it('are refused where a layer is called as in training (case 238)', () => {
    const called = (kwargs: Json, late = false) => {
      const link = (name: string) =>
        late ? { args: [{ config: { keras_history: [name, 0, 0] } }], kwargs } : [[name, 0, 0, kwargs]];
      const layers = [
        { ...input(6), name: 'input', inbound_nodes: [] },
        { ...layer('Dropout', { name: 'drop', rate: 0.5 }), name: 'drop', inbound_nodes: [link('input')] },
        { ...dense(), name: 'dense', inbound_nodes: [[['drop', 0, 0, {}]]] },
      ];
      const files = sequential([], [kernel, bias]);
      const config = { layers, input_layers: [['input', 0, 0]], output_layers: [['dense', 0, 0]] };
      const model = { ...JSON.parse(files['model.json']), modelTopology: { class_name: 'Functional', config } };
      return { 'model.json': JSON.stringify(model), [SHARD]: files[SHARD] as Uint8Array };
    };
    for (const late of [false, true]) {
      for (const kwargs of [{}, { training: false }, { training: null }])
        expect(fromTensorFlow(called(kwargs, late)).forward([1, 2, 3, 4, 5, 6])[0]).toBe(654_321.5);
      refused(called({ training: true }, late), 'inbound_nodes', 'training: true');
    }
  });
});
