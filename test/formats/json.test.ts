// Networks as JSON: exact to the bit, and every fault reported with its path. Case numbers as in the list of bad inputs.

import * as fc from 'fast-check';
import { defineActivation, freeze, gelu, Layer, Network, relu, sigmoid, softmax, tanh } from 'glassbox-nn';
import { fromJson, toJson } from 'glassbox-nn/formats';
import { describe, expect, it } from 'vitest';
import { hashOfNetwork } from '../support/hashOfNetwork.js';
import { errorOf, expectRefusal } from '../support/refusals.js';

const half = defineActivation({ name: 'half', value: (sum) => sum / 2, derivative: () => 0.5 });
const activations = [sigmoid, relu, tanh, gelu, half];

const bitsOf = ({ layers }: Network) =>
  layers.map(({ weights, biases }) => [weights, biases].map((values) => [...new Uint32Array(values.slice().buffer)]));

/** A network as toJson writes it, parsed, for a test to spoil. */
function parts() {
  return JSON.parse(toJson(new Network([2, 3, 1] as number[])));
}

/** Expects a FormatError at the path whose message names it, and that contains the words. */
async function expectFault(text: unknown, path: string, ...words: string[]): Promise<void> {
  const spoilt = typeof text === 'string' ? text : JSON.stringify(text);
  await expectRefusal(() => fromJson(spoilt), 'FormatError', `${path}: expected `, ...words);
  expect(await errorOf(() => fromJson(spoilt))).toMatchObject({ path, offset: undefined });
}

describe('what is saved and loaded', () => {
  it('is the same to the bit, whatever the sizes and the numbers', () => {
    const float = fc.float({ noNaN: true, noDefaultInfinity: true });
    const network = fc
      .tuple(
        fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 2, maxLength: 5 }),
        fc.constantFrom(...activations),
        fc.constantFrom(...activations, softmax),
      )
      .chain(([sizes, hidden, output]) => {
        const made = new Network([...sizes], { hidden, output });
        const parameters = fc.array(float, { minLength: made.parameterCount, maxLength: made.parameterCount });
        return parameters.map((values) => {
          let next = 0;
          for (const { weights, biases } of made.layers) {
            for (const array of [weights, biases]) for (let i = 0; i < array.length; i++) array[i] = values[next++];
          }
          return made as Network;
        });
      });
    fc.assert(
      fc.property(network, (made) => {
        const text = toJson(made);
        const loaded = fromJson(text, { activations: [half] });
        expect(bitsOf(loaded)).toEqual(bitsOf(made));
        expect(loaded.layers.map(({ activation }) => activation)).toEqual(made.layers.map(({ activation }) => activation));
        expect(toJson(loaded)).toBe(text);
        const input = Float32Array.from({ length: made.sizes[0] }, (_, i) => i - 1);
        expect(loaded.forward(input)).toEqual(made.forward(input));
      }),
      { numRuns: 1000, seed: 1 },
    );
  });

  it('keeps denormals, the largest number, the smallest steps and -0 (case 103)', () => {
    const values = [
      2 ** -149,
      3 * 2 ** -149,
      -(2 ** -126),
      (2 - 2 ** -23) * 2 ** 127,
      1 + 2 ** -23,
      1 - 2 ** -24,
      -0,
      0,
      16777217,
      1e10,
    ];
    const network = new Network([values.length, 1] as number[]);
    network.layers[0].weights.set(values);
    network.layers[0].biases[0] = -0;
    const loaded = fromJson(toJson(network));
    expect(bitsOf(loaded)).toEqual(bitsOf(network));
    expect(Object.is(loaded.layers[0].weights[6], -0)).toBe(true);
    expect(Object.is(loaded.layers[0].biases[0], -0)).toBe(true);
  });

  it('is text that stays as it is, a neuron on a line', () => {
    const network = new Network([2, 2, 1], { hidden: relu });
    network.layers[0].weights.set([0.5, -0, 1 / 3, 1e-30]);
    network.layers[0].biases.set([1, 3e20]);
    network.layers[1].weights.set([0.1, -2]);
    expect(toJson(network)).toMatchInlineSnapshot(`
      "{
      "format": "glassbox-nn",
      "version": 1,
      "layers": [
      {"inputs": 2, "outputs": 2, "activation": "relu",
      "weights": [
      [0.5, -0],
      [0.33333334, 1e-30]
      ],
      "biases": [1, 300000000000000000000]},
      {"inputs": 2, "outputs": 1, "activation": "sigmoid",
      "weights": [
      [0.1, -2]
      ],
      "biases": [0]}
      ]
      }
      "
    `);
  });

  it('says which layers do not learn, and nothing of the others', async () => {
    const plain = new Network([new Layer(2, 3), new Layer(3, 1)]);
    const network = new Network([freeze(plain.layers[0]), plain.layers[1]]);
    const text = toJson(network);
    expect(toJson(plain)).not.toContain('trainable');
    expect(text.match(/"trainable": false/g)).toHaveLength(1);
    expect(fromJson(text).layers.map(({ trainable }) => trainable)).toEqual([false, true]);
    expect(fromJson(toJson(plain)).layers.map(({ trainable }) => trainable)).toEqual([true, true]);
    expect(fromJson(text.replace('"trainable": false', '"trainable": true')).layers[0]?.trainable).toBe(true);
    const broken = text.replace('"trainable": false', '"trainable": 0');
    await expectRefusal(() => fromJson(broken), 'FormatError', '$.layers[0].trainable', 'true or false', 'got 0');
  });

  it('needs no more than about 12 characters for each weight', () => {
    const network = new Network([100, 20]);
    expect(toJson(network).length / network.parameterCount).toBeLessThan(14);
  });

  it('is a network that trains and changes by itself', () => {
    const network = new Network([2, 1]);
    const text = toJson(network);
    fromJson(text).layers[0].weights.fill(9);
    expect(toJson(network)).toBe(text);
  });

  it('stays loadable: a text of version 1 from the first release', () => {
    const text = `{ "format": "glassbox-nn", "version": 1, "layers": [
      { "inputs": 2, "outputs": 1, "activation": "sigmoid", "weights": [[0.25, -1e-3]], "biases": [0.5] } ] }`;
    const { layers } = fromJson(text);
    expect([...layers[0].weights, ...layers[0].biases]).toEqual([0.25, Math.fround(-0.001), 0.5]);
    expect(layers[0].activation).toBe(sigmoid);
  });
});

describe("activations of one's own", () => {
  const network = new Network([2, 2, 1], { hidden: half });

  it('are found by the name, among those passed in', () => {
    const loaded = fromJson(toJson(network), { activations: [half, relu] });
    expect(loaded.layers[0].activation).toBe(half);
    expect(loaded.layers[1].activation).toBe(sigmoid);
  });

  it('must be passed in', async () => {
    const path = '$.layers[0].activation';
    await expectFault(toJson(network), path, "got 'half'", 'fromJson(text, { activations: [yours] })');
  });

  it('with the name of a built-in one are refused at saving and at loading', async () => {
    const relu2 = defineActivation({ name: 'relu', value: (sum) => sum * sum, derivative: (sum) => 2 * sum });
    const words = ['a name that', "'relu'"];
    await expectRefusal(
      () => toJson(new Network([1, 1, 1], { hidden: relu2 })),
      'ArgumentError',
      'layers[0] activation',
      ...words,
    );
    const text = toJson(new Network([1, 1, 1], { hidden: relu }));
    await expectRefusal(() => fromJson(text, { activations: [relu2] }), 'ArgumentError', 'activations[0]', ...words);
  });

  it('two of one name are refused at saving and at loading', async () => {
    const other = defineActivation({ name: 'half', value: (sum) => sum / 3, derivative: () => 1 / 3 });
    const both = new Network([new Layer(1, 1, { activation: half }), new Layer(1, 1, { activation: other })]);
    await expectRefusal(() => toJson(both), 'ArgumentError', 'layers[1] activation', "got 'half'");
    const text = toJson(network);
    await expectRefusal(() => fromJson(text, { activations: [half, other] }), 'ArgumentError', 'activations[1]', "got 'half'");
  });

  it('of any name are kept, also one that JSON must escape', () => {
    const odd = defineActivation({ name: '"\n\u2028\ud800</script>', value: (sum) => sum, derivative: () => 1 });
    const text = toJson(new Network([1, 1], { output: odd }));
    expect(fromJson(text, { activations: [odd] }).layers[0].activation).toBe(odd);
  });

  it('that are none are refused', async () => {
    const text = toJson(network);
    const refuse = (given: unknown, ...words: string[]) =>
      expectRefusal(() => fromJson(text, given as never), 'ArgumentError', ...words);
    await refuse({ activations: half }, 'activations', 'an array of activations', 'got a function');
    await refuse({ activations: [Math.tanh] }, 'activations[0]', 'an activation', 'defineActivation');
    await refuse({ activation: [half] }, "got 'activation'", 'Did you mean activations?');
  });
});

describe('what toJson refuses', () => {
  it('numbers that are not finite, with their place (case 94)', async () => {
    const network = new Network([2, 3, 1] as number[]);
    network.layers[0].weights[3] = Number.NaN;
    const before = hashOfNetwork(network);
    await expectRefusal(() => toJson(network), 'NumericError', 'layers[0].weights[1][1]', 'a finite number', 'got NaN');
    expect(hashOfNetwork(network)).toBe(before);
    network.layers[0].weights[3] = 0;
    network.layers[1].biases[0] = Number.NEGATIVE_INFINITY;
    await expectRefusal(() => toJson(network), 'NumericError', 'layers[1].biases[0]', 'got -Infinity');
  });

  it('what is no network', async () => {
    for (const none of [undefined, null, {}, 'network']) {
      await expectRefusal(() => toJson(none as never), 'ArgumentError', 'network', 'a Network');
    }
  });
});

describe('what fromJson refuses', () => {
  it('null, and everything that is no object (case 95)', async () => {
    await expectFault('null', '$', 'an object', 'got null');
    await expectFault('[]', '$', 'an object', 'got an array of 0');
    await expectFault('"network"', '$', 'an object', "got 'network'");
    for (const [value, remedy] of [
      // As localStorage.getItem of a name that nothing has.
      [null, 'got null. Nothing was there: has it been saved?'],
      [undefined, 'got undefined. Nothing was there: has it been saved?'],
      [7, 'Pass the text itself'],
      [parts(), 'Pass the text itself'],
    ]) {
      await expectRefusal(() => fromJson(value), 'FormatError', '$: expected the text that toJson wrote', remedy);
    }
    const model = parts();
    model.layers[1] = null;
    await expectFault(model, '$.layers[1]', 'an object', 'got null');
  });

  it('a weight that is text, null or a list (case 96)', async () => {
    for (const [value, got] of [
      ['0.5', "'0.5'"],
      [null, 'null'],
      [[1], 'an array of 1'],
      [true, 'true'],
    ] as const) {
      const model = parts();
      model.layers[0].weights[2][1] = value;
      await expectFault(model, '$.layers[0].weights[2][1]', 'a finite number that fits a float32', `got ${got}`);
    }
  });

  it('missing biases, and any other missing field (case 97)', async () => {
    for (const field of ['inputs', 'outputs', 'activation', 'weights', 'biases']) {
      const model = parts();
      delete model.layers[1][field];
      await expectFault(model, `$.layers[1].${field}`, 'got nothing', 'The field is missing');
    }
    for (const field of ['format', 'version', 'layers']) {
      const model = parts();
      delete model[field];
      await expectFault(model, `$.${field}`, 'got nothing');
    }
    const model = parts();
    model.layers[0].biases.pop();
    await expectFault(model, '$.layers[0].biases', '3 items', 'got 2');
  });

  it('extra weights, rows and fields (case 98)', async () => {
    const wide = parts();
    wide.layers[0].weights[1].push(0);
    await expectFault(wide, '$.layers[0].weights[1]', '2 items', 'got 3');
    const tall = parts();
    tall.layers[0].weights.push([0, 0]);
    await expectFault(tall, '$.layers[0].weights', '3 items', 'got 4');
    const more = parts();
    more.layers[0].gain = 1;
    await expectFault(more, '$.layers[0]', 'only the fields inputs, outputs', "got 'gain'");
    await expectFault({ ...parts(), author: 'me' }, '$', 'only the fields format, version, layers', "got 'author'");
  });

  it('sizes that disagree with each other or are none (case 99)', async () => {
    const chain = parts();
    chain.layers[1].inputs = 2;
    chain.layers[1].weights[0].pop();
    await expectFault(chain, '$.layers[1].inputs', '3, the outputs of the layer before', 'got 2');
    const own = parts();
    own.layers[0].outputs = 4;
    await expectFault(own, '$.layers[0].weights', '4 items', 'got 3');
    for (const size of [0, -1, 1.5, '2', null, 2 ** 53]) {
      const model = parts();
      model.layers[0].inputs = size;
      await expectFault(model, '$.layers[0].inputs', 'a whole number from 1');
    }
    const vast = parts();
    vast.layers[0].inputs = 2 ** 40;
    await expectFault(vast, '$.layers[0].weights[0]', `${2 ** 40} items`, 'got 2');
    await expectFault({ ...parts(), layers: [] }, '$.layers', 'one layer or more', 'got none');
    await expectFault({ ...parts(), layers: {} }, '$.layers', 'an array', 'got an object');
  });

  it('softmax before the last layer', async () => {
    const model = parts();
    model.layers[0].activation = 'softmax';
    await expectFault(model, '$.layers[0].activation', 'softmax on the last layer only');
  });

  it('a key __proto__ of its own (case 100)', async () => {
    const text = toJson(new Network([2, 1]));
    await expectFault(text.replace('"format"', '"__proto__": { "polluted": 1 },\n"format"'), '$', "got '__proto__'");
    await expectFault(text.replace('"inputs"', '"__proto__": { "polluted": 1 }, "inputs"'), '$.layers[0]', "got '__proto__'");
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
  });

  it('a newer version, and another format (case 101)', async () => {
    await expectFault({ ...parts(), version: 5 }, '$.version', 'expected 1, 2, 3 or 4', 'got 5', 'update to read it');
    // Also where the newer version has fields of its own, which say nothing of what to do.
    await expectFault({ ...parts(), version: 5, precision: 16 }, '$.version', 'got 5', 'update to read it');
    await expectFault({ ...parts(), version: '1' }, '$.version', 'expected 1', "got '1'");
    await expectFault({ ...parts(), format: 'onnx' }, '$.format', "'glassbox-nn'", "got 'onnx'", 'toJson');
  });

  it('1e400, and a number too large for a float32 (case 102)', async () => {
    const text = JSON.stringify(parts());
    const path = '$.layers[0].biases[0]';
    const withBias = (number: string) => text.replace('"biases":[0', `"biases":[${number}`);
    await expectFault(withBias('1e400'), path, 'fits a float32', 'got Infinity');
    await expectFault(withBias('3.5e38'), path, 'fits a float32', 'got 3.5e+38');
    expect(fromJson(withBias('3.4e38')).layers[0].biases[0]).toBe(Math.fround(3.4e38));
  });

  it('code in names, which stays text (case 104)', async () => {
    for (const name of ['constructor', '__proto__', 'toString', 'sigmoid.constructor', '(() => { throw 1 })()']) {
      const model = parts();
      model.layers[0].activation = name;
      await expectFault(model, '$.layers[0].activation', 'the name of a built-in activation', `got '${name}'`);
    }
    const model = parts();
    model.layers[0].toJSON = 'globalThis.hacked = true';
    await expectFault(model, '$.layers[0]', "got 'toJSON'");
    expect('hacked' in globalThis).toBe(false);
  });

  it('truncated text, wherever it ends (case 105)', async () => {
    const text = toJson(new Network([2, 3, 1])).trimEnd();
    for (let end = 1; end < text.length; end++) {
      const error = await errorOf(() => fromJson(text.slice(0, end)));
      expect(error).toMatchObject({ name: 'FormatError', code: 'FORMAT', path: '$' });
      expect((error as Error).message).toContain('Was the file cut off?');
    }
  });

  it('nesting a million deep', async () => {
    await expectFault('['.repeat(1_000_000), '$');
    expect(await errorOf(() => fromJson('['.repeat(100_000) + ']'.repeat(100_000)))).toMatchObject({ code: 'FORMAT' });
  });
});

it('changed at random, a text gives a FormatError or a whole network', () => {
  const text = toJson(new Network([2, 3, 2], { hidden: relu, output: softmax }));
  const pieces = [
    '"',
    '{',
    '}',
    '[',
    ']',
    ',',
    ':',
    '-',
    '0',
    '9',
    '1e9',
    '1e400',
    'null',
    'true',
    '"relu"',
    '{}',
    '[[1]]',
    '',
    '\u0000',
  ];
  const edit = fc.record({
    start: fc.nat({ max: text.length }),
    length: fc.constantFrom(0, 1, 1, 2, 10),
    put: fc.oneof(fc.constantFrom(...pieces), fc.string({ maxLength: 3 })),
  });
  let whole = 0;
  let faults = 0;
  fc.assert(
    fc.property(fc.array(edit, { minLength: 1, maxLength: 3 }), (edits) => {
      let changed = text;
      for (const { start, length, put } of edits) changed = changed.slice(0, start) + put + changed.slice(start + length);
      let network: Network;
      try {
        network = fromJson(changed);
      } catch (error) {
        expect(error).toMatchObject({ name: expect.stringMatching(/^(FormatError|LimitError)$/) });
        faults += 1;
        return;
      }
      whole += 1;
      expect(network.layers.every(({ weights, biases }) => [...weights, ...biases].every(Number.isFinite))).toBe(true);
      const { inputs } = network.layers[0];
      expect(network.forward(new Float32Array(inputs)).length).toBe(network.sizes.at(-1));
      expect(bitsOf(fromJson(toJson(network)))).toEqual(bitsOf(network));
    }),
    { numRuns: 3000, seed: 1 },
  );
  // Both must have happened often, or the test says little.
  expect(Math.min(whole, faults)).toBeGreaterThan(50);
});
