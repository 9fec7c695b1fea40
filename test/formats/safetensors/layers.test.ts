// Which tensor is which layer: an order that is not certain is refused, and never guessed.
import { ArgumentError, FormatError, Network, relu, ShapeError, sigmoid } from 'glassbox-nn';
import { fromSafetensors, toSafetensors } from 'glassbox-nn/formats';
import { describe, expect, it } from 'vitest';
import { expectLesson } from '../../data/teaches.js';
import { fileOf, float32Bytes, smallLayer, tensor } from './files.js';

/** A layer of a file: its name, and its sizes as PyTorch has them. */
type Made = readonly [name: string, outputs: number, inputs: number];

/** A file of such layers, whose k-th has weights and biases of k + 1. */
function layersFile(layers: readonly Made[], metadata = ''): Uint8Array {
  const numbers: number[] = [];
  const entries = layers.flatMap(([name, outputs, inputs], index) => {
    const entry = (part: string, shape: readonly number[]) => {
      const begin = 4 * numbers.length;
      for (let rest = shape.reduce((product, size) => product * size, 1); rest > 0; rest--) numbers.push(index + 1);
      return `"${name === '' ? part : `${name}.${part}`}":${tensor('F32', shape, begin, 4 * numbers.length)}`;
    };
    return [entry('weight', [outputs, inputs]), entry('bias', [outputs])];
  });
  return fileOf(`{${metadata}${entries.join(',')}}`, float32Bytes(numbers));
}

const activations = { hidden: relu, output: sigmoid };

/** Which layers of the file became which: the first weight of each. */
function orderIn(file: Uint8Array, layers?: readonly string[]): number[] {
  const network = fromSafetensors(file, { ...activations, ...(layers && { layers }) });
  expect(network.layers.map(({ biases }) => biases[0])).toEqual(network.layers.map(({ weights }) => weights[0]));
  return network.layers.map(({ weights }) => weights[0] as number);
}

const square = (...names: string[]): Made[] => names.map((name) => [name, 5, 5]);

/** Names that the alphabet would put in another order than the network has. */
const UNCERTAIN: Readonly<Record<string, readonly Made[]>> = {
  'an autoencoder': [
    ['encoder', 3, 8],
    ['decoder', 8, 3],
  ],
  'an autoencoder of nn.Sequential': [
    ['encoder.0', 3, 8],
    ['decoder.0', 8, 3],
  ],
  'up and down': square('up', 'down'),
  'fc and classifier': square('fc', 'classifier'),
  'fc1, fc2 and classifier': square('fc1', 'fc2', 'classifier'),
  'input, hidden and output': square('input', 'hidden', 'output'),
  'numbers in one name alone': square('stem', 'block1'),
  'letters behind the numbers': square('layers.0.in', 'layers.1.out'),
  'numbers that are the same': square('fc1', 'fc01'),
};

describe('the order of the layers of a safetensors file', () => {
  it.each(Object.entries(UNCERTAIN))('is given by the option where names do not say it, and never guessed: %s', (_, layers) => {
    const file = layersFile(layers);
    const names = layers.map(([name]) => name);
    const says = [
      'layers: expected the order of the layers, which the file does not say',
      "{ layers: ['first', ..., 'last'] }",
    ];
    const shapes = layers.map(([name, outputs, inputs]) => `'${name}' [${outputs}, ${inputs}]`);
    expectLesson(() => orderIn(file), { type: ArgumentError, code: 'ARGUMENT', says: [...says, shapes.join(', ')] });
    const right = layers.map((_, index) => index + 1);
    expect(orderIn(file, names)).toEqual(right);
    expect(orderIn(layersFile([...layers].reverse()), names)).toEqual([...right].reverse());
  });

  it('makes 8-3-8 of an encoder and a decoder', () => {
    const file = layersFile(UNCERTAIN['an autoencoder'] as Made[]);
    expect(fromSafetensors(file, { ...activations, layers: ['encoder', 'decoder'] }).sizes).toEqual([8, 3, 8]);
  });

  it('is certain by numbers, whatever else would fit', () => {
    expect(orderIn(layersFile(square('fc10', 'fc2', 'fc1')))).toEqual([3, 2, 1]);
    expect(orderIn(layersFile(square('net.2', 'net.0', 'net.10')))).toEqual([2, 1, 3]);
    expect(orderIn(layersFile(square('blocks.1.fc1', 'blocks.0.fc2', 'blocks.0.fc1')))).toEqual([3, 2, 1]);
    // These two are one number where they are read as float64.
    expect(orderIn(layersFile(square('fc9007199254740993', 'fc9007199254740992')))).toEqual([2, 1]);
  });

  it('is certain where a single one of all orders fits the shapes', () => {
    const pyramid: Made[] = [
      ['head', 2, 4],
      ['stem', 6, 8],
      ['middle', 4, 6],
    ];
    expect(orderIn(layersFile(pyramid))).toEqual([2, 3, 1]);
    const twelve = Array.from(
      { length: 12 },
      (_, index): Made => [`${'abcdefghijkl'[(5 * index) % 12]}`, index + 2, index + 1],
    );
    expect(orderIn(layersFile(twelve))).toEqual(twelve.map((_, index) => index + 1));
    const thirteen = layersFile([...twelve, ['m', 14, 13]]);
    const says = [
      'the order of the layers',
      "'m' [14, 13]",
      'among at most 12 layers, and these are 13',
      "['first', ..., 'last']",
    ];
    expectLesson(() => orderIn(thirteen), { type: ArgumentError, code: 'ARGUMENT', says });
    expect(orderIn(thirteen, [...twelve.map(([name]) => name), 'm'])).toHaveLength(13);
  });

  it('is not sought for hours where very many fit but for the last layer', () => {
    const almost: Made[] = [...square(...'abcdefghijk'), ['z', 3, 3]];
    const says = ['layers: expected an order in which each fits the one before', "'z' [3, 3]"];
    expectLesson(() => orderIn(layersFile(almost)), { type: ShapeError, code: 'SHAPE', says });
  });

  it('by numbers must fit the shapes, and the error says so where another order would', () => {
    const file = layersFile([
      ['fc1', 2, 4],
      ['fc2', 4, 3],
    ]);
    const says = ["'fc2.weight': expected [4, 2]", 'got [4, 3]', 'another does', "{ layers: ['fc2', 'fc1'] }"];
    expectLesson(() => orderIn(file), { type: ShapeError, code: 'SHAPE', says });
    expect(orderIn(file, ['fc2', 'fc1'])).toEqual([2, 1]);
    const wrong = expectLesson(() => orderIn(file, ['fc1', 'fc2']), {
      type: ShapeError,
      code: 'SHAPE',
      says: ["'fc2.weight'"],
    });
    expect(wrong.message).not.toContain('another');
    // Two orders fit, and none of them is offered.
    const several = layersFile([
      ['fc1', 4, 4],
      ['fc2', 2, 3],
      ['fc3', 3, 4],
      ['fc4', 4, 4],
    ]);
    expectLesson(() => orderIn(several), { type: ShapeError, code: 'SHAPE', says: ['others do', "['first', ..., 'last']"] });
  });

  it('is not changed by the names of wrappers, which may be left out where the order is given', () => {
    const wrappers = ['_orig_mod.', 'module.', 'model.', 'module._orig_mod.', '_orig_mod.model.', 'model.model.'];
    for (const wrapper of wrappers) {
      expect(orderIn(layersFile(square(`${wrapper}fc2`, `${wrapper}fc1`)))).toEqual([2, 1]);
      expect(orderIn(layersFile(square(`${wrapper}up`, `${wrapper}down`)), ['down', 'up'])).toEqual([2, 1]);
      expect(orderIn(layersFile(square(`${wrapper}up`, `${wrapper}down`)), [`${wrapper}up`, `${wrapper}down`])).toEqual([1, 2]);
    }
    // A part of a network may be wrapped alone.
    expect(orderIn(layersFile(square('4.module', '2', '0._orig_mod')))).toEqual([3, 2, 1]);
    // Where the wrapper alone tells two layers apart, it stays.
    const both = layersFile(square('module.fc', 'fc'));
    expectLesson(() => orderIn(both), { type: ArgumentError, code: 'ARGUMENT', says: ["'module.fc' [5, 5], 'fc' [5, 5]"] });
    expect(orderIn(both, ['fc', 'module.fc'])).toEqual([2, 1]);
    // A layer may be called model.
    expect(orderIn(layersFile(square('model', 'head')), ['model', 'head'])).toEqual([1, 2]);
  });

  it('is given with every layer once, by the names of the file', () => {
    const file = layersFile(square('up', 'down'));
    const refused = (layers: unknown, ...says: string[]) =>
      expectLesson(() => orderIn(file, layers as string[]), { type: ArgumentError, code: 'ARGUMENT', says });
    refused(['up', 'dwon'], 'layers[1]', "a layer of the file: 'up', 'down'", "got 'dwon'");
    refused(['up'], 'every layer of the file once', "none of 'down'");
    refused(['up', 'down', 'up'], 'every layer of the file once', 'one of them twice');
    refused('up', 'a list of names');
    refused(['up', 1], 'layers[1]', 'a name', 'got 1');
    // An empty list says no order.
    refused([], 'every layer of the file once');
  });
});

describe('layers of nn.Linear', () => {
  it('without a bias have biases of 0', () => {
    const weight = (name: string, begin: number) => `"${name}.weight":${tensor('F32', [1, 1], begin, begin + 4)}`;
    const file = fileOf(`{${weight('0', 0)},"0.bias":${tensor('F32', [1], 4, 8)},${weight('2', 8)}}`, float32Bytes([2, 3, 5]));
    const network = fromSafetensors(file, { hidden: relu, output: relu });
    expect(network.layers.map(({ biases }) => [...biases])).toEqual([[3], [0]]);
    expect(network.forward([7])).toEqual(Float32Array.of(5 * (2 * 7 + 3)));
  });

  it('may stand alone, as weight and bias, in a wrapper or without a bias', () => {
    const numbers = float32Bytes([1, -0.5, 0.25]);
    const same = fromSafetensors(smallLayer(), { output: sigmoid });
    const entries = (name: string) =>
      `"${name}weight":${tensor('F32', [1, 2], 0, 8)},"${name}bias":${tensor('F32', [1], 8, 12)}`;
    for (const name of ['', 'module.', '_orig_mod.', 'model.', 'fc.']) {
      const network = fromSafetensors(fileOf(`{${entries(name)}}`, numbers), { output: sigmoid });
      expect(network.forward([0.3, 0.9])).toEqual(same.forward([0.3, 0.9]));
    }
    const alone = fileOf(`{"weight":${tensor('F32', [1, 2], 0, 8)}}`, float32Bytes([1, -0.5]));
    const network = fromSafetensors(alone, { output: relu });
    expect([...network.forward([3, 2])]).toEqual([2]);
    const says = ["'weight'", '[outputs, inputs]', 'got [2]'];
    expectLesson(() => fromSafetensors(fileOf(`{"weight":${tensor('F32', [2], 0, 8)}}`, float32Bytes([1, 2]))), {
      type: ShapeError,
      code: 'SHAPE',
      says,
    });
  });

  it('that share a tensor have it once in a file of save_model, whose metadata says where', () => {
    const weights = `"0.weight":${tensor('F32', [1, 1], 0, 4)},"2.weight":${tensor('F32', [1, 1], 4, 8)}`;
    const bias = `"0.bias":${tensor('F32', [1], 8, 12)}`;
    const file = fileOf(`{"__metadata__":{"2.bias":"0.bias","note":"none"},${weights},${bias}}`, float32Bytes([2, 3, 5]));
    const network = fromSafetensors(file, { hidden: relu, output: relu });
    expect(network.layers.map(({ biases }) => [...biases])).toEqual([[5], [5]]);
  });

  it('have weights: biases alone are none', () => {
    const file = fileOf(`{"0.bias":${tensor('F32', [1], 0, 4)}}`, float32Bytes([1]));
    expectLesson(() => fromSafetensors(file), { type: FormatError, code: 'FORMAT', says: ["'0.weight'", 'got none'] });
  });

  it('of our own files keep their order and their bits', () => {
    const network = new Network([3, 3, 3, 3], { hidden: relu });
    const loaded = fromSafetensors(toSafetensors(network));
    expect(loaded.forward([1, 2, 3])).toEqual(network.forward([1, 2, 3]));
  });
});
