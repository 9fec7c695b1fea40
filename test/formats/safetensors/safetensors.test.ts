// Networks as safetensors: exact to the bit, in PyTorch's names and layout, and read from other programs' files.
import * as fc from 'fast-check';
import { ArgumentError, defineActivation, FormatError, Network, NumericError, relu, sigmoid, softmax, tanh } from 'glassbox-nn';
import { fromSafetensors, parseSafetensors, toSafetensors } from 'glassbox-nn/formats';
import { describe, expect, it } from 'vitest';
import { expectLesson } from '../../data/teaches.js';
import { hashOfNetwork } from '../../support/hashOfNetwork.js';
import { fruitClassifier } from '../fruit.js';
import { fileOf, float32Bytes, smallLayer, tensor } from './files.js';

const half = defineActivation({ name: 'half', value: (sum) => sum / 2, derivative: () => 0.5 });
const text = new TextDecoder();

describe('toSafetensors and fromSafetensors', () => {
  it('keep every bit, whatever the sizes and the numbers', () => {
    const float = fc.float({ noNaN: true, noDefaultInfinity: true });
    const sizes = fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 2, maxLength: 12 });
    const activation = fc.constantFrom(sigmoid, relu, tanh, half);
    fc.assert(
      fc.property(
        sizes,
        activation,
        fc.constantFrom(softmax, sigmoid, half),
        fc.infiniteStream(float),
        (given, hidden, output, stream) => {
          const network = new Network([...given], { hidden, output });
          for (const { weights, biases } of network.layers) {
            for (const array of [weights, biases])
              for (let i = 0; i < array.length; i++) array[i] = stream.next().value as number;
          }
          const bytes = toSafetensors(network);
          const loaded = fromSafetensors(bytes, { activations: [half] });
          expect(hashOfNetwork(loaded)).toBe(hashOfNetwork(network));
          expect(loaded.layers.map(({ activation }) => activation)).toEqual(network.layers.map(({ activation }) => activation));
          expect(toSafetensors(loaded)).toEqual(bytes);
        },
      ),
      { numRuns: 300, seed: 1 },
    );
  });

  it("write the names, shapes and layout of PyTorch's nn.Sequential, numbers at a multiple of 8", () => {
    const network = new Network([3, 2, 1], { hidden: relu });
    const bytes = toSafetensors(network);
    const length = Number(new DataView(bytes.buffer).getBigUint64(0, true));
    expect(length % 8).toBe(0);
    const header = JSON.parse(text.decode(bytes.subarray(8, 8 + length)));
    expect(header).toMatchObject({
      __metadata__: { format: 'pt' },
      '0.weight': { dtype: 'F32', shape: [2, 3], data_offsets: [0, 24] },
      '0.bias': { dtype: 'F32', shape: [2], data_offsets: [24, 32] },
      '2.weight': { dtype: 'F32', shape: [1, 2], data_offsets: [32, 40] },
      '2.bias': { dtype: 'F32', shape: [1], data_offsets: [40, 44] },
    });
    expect(bytes.slice(8 + length, 8 + length + 24)).toEqual(float32Bytes([...network.layers[0].weights]));
    expect(bytes.length).toBe(8 + length + 44);
  });

  it('keep which layers learn, and a classifier with its scaling and its names', () => {
    const made = fruitClassifier();
    const bytes = toSafetensors(made);
    const loaded = fromSafetensors(bytes, { kind: 'classifier' });
    expect(loaded.read([18, 130])).toEqual(made.read([18, 130]));
    expect([loaded.classNames, loaded.width]).toEqual([['apple', 'banana'], 2]);
    expect(loaded.network.layers.map(({ trainable }) => trainable)).toEqual([false, true]);
    expectLesson(() => fromSafetensors(bytes), {
      type: FormatError,
      code: 'FORMAT',
      says: ['a network alone', 'got a classifier', "{ kind: 'classifier' }"],
    });
    expectLesson(() => fromSafetensors(toSafetensors(made.network), { kind: 'classifier' }), {
      type: FormatError,
      code: 'FORMAT',
      says: ['a classifier', 'got a network', 'fromSafetensors(bytes)'],
    });
  });

  it('refuse numbers that are not finite, and names that stand for two activations', () => {
    const network = new Network([2, 1]);
    network.layers[0].biases[0] = Number.NaN;
    expectLesson(() => toSafetensors(network), {
      type: NumericError,
      code: 'NUMERIC',
      says: ['layers[0].biases[0]', 'got NaN'],
    });
    const twin = defineActivation({ name: 'sigmoid', value: (sum) => sum, derivative: () => 1 });
    expectLesson(() => toSafetensors(new Network([2, 1], { output: twin })), {
      type: ArgumentError,
      code: 'ARGUMENT',
      says: ["'sigmoid'"],
    });
    expectLesson(() => toSafetensors({} as Network), { type: ArgumentError, code: 'ARGUMENT', says: ['a Network'] });
  });
});

describe('files of other programs', () => {
  it('are read with the activations they are given', () => {
    const network = fromSafetensors(smallLayer(), { output: sigmoid });
    const same = new Network([2, 1]);
    same.layers[0].weights.set([1, -0.5]);
    same.layers[0].biases[0] = 0.25;
    expect(network.forward([0.3, 0.9])).toEqual(same.forward([0.3, 0.9]));
    const says = ['the activations, which the file does not say', 'hidden: relu'];
    expectLesson(() => fromSafetensors(smallLayer()), { type: ArgumentError, code: 'ARGUMENT', says });
  });

  it('order layers by the numbers in their names, not by their letters', () => {
    const names = ['net.fc10', 'net.fc2', 'net.fc1'];
    const entries = names.map((name, index) => {
      const begin = 8 * index;
      return `"${name}.weight":${tensor('F32', [1, 1], begin, begin + 4)},"${name}.bias":${tensor('F32', [1], begin + 4, begin + 8)}`;
    });
    const network = fromSafetensors(fileOf(`{${entries}}`, float32Bytes([10, 0, 2, 0, 1, 0])), {
      hidden: relu,
      output: sigmoid,
    });
    expect(network.layers.map(({ weights }) => weights[0])).toEqual([1, 2, 10]);
  });

  it('may hold float64, float16 and bfloat16 numbers', () => {
    const file = fileOf(
      `{"double":${tensor('F64', [1], 0, 8)},"half":${tensor('F16', [4], 8, 16)},"brain":${tensor('BF16', [4], 16, 24)}}`,
      [
        ...new Uint8Array(Float64Array.of(Math.PI).buffer),
        // 1, -2, the least number above 0, infinity
        ...[0x00, 0x3c, 0x00, 0xc0, 0x01, 0x00, 0x00, 0x7c],
        // 1, -2, the least number above 0, 3.140625
        ...[0x80, 0x3f, 0x00, 0xc0, 0x01, 0x00, 0x49, 0x40],
      ],
    );
    const { tensors } = parseSafetensors(file);
    expect(tensors.get('double')?.data).toEqual(Float64Array.of(Math.PI));
    expect(tensors.get('half')?.data).toEqual(Float32Array.of(1, -2, 2 ** -24, Number.POSITIVE_INFINITY));
    expect(tensors.get('brain')?.data).toEqual(Float32Array.of(1, -2, 2 ** -133, 3.140625));
  });

  it('round a float64 weight to the nearest float32, and refuse one too large for it', () => {
    const file = (number: number) =>
      fileOf(`{"0.weight":${tensor('F64', [1, 1], 0, 8)},"0.bias":${tensor('F32', [1], 8, 12)}}`, [
        ...new Uint8Array(Float64Array.of(number).buffer),
        ...float32Bytes([0]),
      ]);
    expect(fromSafetensors(file(0.1), { output: sigmoid }).layers[0]?.weights[0]).toBe(Math.fround(0.1));
    expectLesson(() => fromSafetensors(file(1e300), { output: sigmoid }), {
      type: NumericError,
      code: 'NUMERIC',
      says: ['got 1e+300'],
    });
  });

  it('keep their metadata', () => {
    const { metadata } = parseSafetensors(fileOf('{"__metadata__":{"format":"pt","__proto__":"x"}}'));
    expect([...metadata]).toEqual([
      ['format', 'pt'],
      ['__proto__', 'x'],
    ]);
  });

  it('of ours that were changed by hand are refused by their path', () => {
    const spoilt = (from: string, to: string, sizes = [2, 1]) => {
      const bytes = toSafetensors(new Network(sizes));
      const length = Number(new DataView(bytes.buffer).getBigUint64(0, true));
      const header = text.decode(bytes.subarray(8, 8 + length)).replace(from, to);
      return fileOf(header, bytes.subarray(8 + length));
    };
    const fault = (file: Uint8Array, ...says: string[]) =>
      expectLesson(() => fromSafetensors(file), {
        type: FormatError,
        code: 'FORMAT',
        says: ['__metadata__.glassbox-nn', ...says],
      });
    fault(spoilt('version\\": 1', 'version\\": 4'), '.version', 'update');
    fault(spoilt('sigmoid', 'own'), '.activations[0]', "got 'own'", 'fromSafetensors(bytes, { activations: [yours] })');
    fault(spoilt('sigmoid', 'softmax', [2, 2, 1]), '.activations[0]', "softmax on the last layer only, got 'softmax'");
    fault(spoilt('[\\"sigmoid\\"]', '[]'), '.activations', '1 items');
    fault(spoilt('[true]', '[1]'), '.trainable[0]', 'true or false');
    fault(spoilt('network', 'tree'), '.kind', "got 'tree'");
    fault(spoilt('{\\"version', '{\\"kind\\": 1, \\"version'), "'kind' again");
  });
});
