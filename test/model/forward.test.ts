// Forward: the arithmetic contract to the bit, every kind of input, and the cases of bad ones.
import fc from 'fast-check';
import {
  defineActivation,
  type Float32Kernel,
  identity,
  Layer,
  type LayerActivation,
  Network,
  Random,
  softmax,
  tanh,
} from 'glassbox-nn';
import { describe, expect, it } from 'vitest';
import { softmaxForward } from '../../src/linalg/softmax.js';
import { namedRows } from '../support/activationRows.js';
import { elementwise } from '../support/builtIns.js';
import { contractSum, hashOf, vectors } from '../support/float32.js';
import { hashOfNetwork } from '../support/hashOfNetwork.js';
import { thrownBy } from '../support/thrownBy.js';

const f = Math.fround;

/** Forward as the contract words it: sums in order from +0, the bias last, then the kernel. */
function plainForward(network: Network, input: Float32Array): Float32Array[] {
  const columns = [input];
  for (const { inputs, outputs, weights, biases, activation } of network.layers) {
    const from = columns[columns.length - 1];
    const sums = Float32Array.from({ length: outputs }, (_, row) =>
      f(contractSum([...from].map((value, column) => [weights[row * inputs + column], value])) + biases[row]),
    );
    const to = new Float32Array(outputs);
    if (activation.kind === 'vector') softmaxForward(to, sums);
    else to.set(sums.map((sum) => (activation.float32 as Float32Kernel).value(sum)));
    columns.push(to);
  }
  return columns;
}

const networks = fc
  .record({
    sizes: fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 2, maxLength: 5 }),
    hidden: fc.constantFrom(...elementwise),
    output: fc.constantFrom<LayerActivation>(...elementwise, softmax),
    seed: fc.nat(),
  })
  .map(({ sizes, hidden, output, seed }) => {
    const network = new Network(sizes, { hidden, output, seed });
    const random = Random.stream(seed, 'biases');
    for (const { biases } of network.layers) biases.set(biases.map(() => random.uniform(-1, 1)));
    return network as Network;
  });

/** A number of every seven or so is 0, as most pixels are. */
const inputs = fc
  .integer({ min: 1, max: 9 })
  .chain((length) =>
    fc.array(fc.oneof(fc.constant(0), fc.float({ min: -4, max: 4, noNaN: true })), { minLength: length, maxLength: length }),
  );

/** A network and an input for it. */
const calls = networks.chain((network) =>
  fc.tuple(
    fc.constant(network),
    vectors(network.sizes[0]).map((input) => input.map((value) => (Math.abs(value) > 1e6 ? 1 : value))),
  ),
);

const forwardFreely = (network: Network, input: unknown) => network.forward(input as number[]);

describe('forward', () => {
  it('has the bits of the contract, whatever the sizes, activations, weights and inputs', () => {
    fc.assert(
      fc.property(calls, ([network, input]) => {
        const columns = plainForward(network, input);
        expect(network.forward(input)).toEqual(columns.at(-1));
        expect(network.activations(input)).toEqual(columns);
      }),
    );
  });

  it('agrees with trace, activations, predict and its layers one by one', () => {
    fc.assert(
      fc.property(calls, ([network, input]) => {
        const trace = network.trace(input);
        expect(trace.input).toEqual(input);
        expect(trace.layers.map((layer) => layer.activations)).toEqual(network.activations(input).slice(1));
        expect(trace.layers.at(-1)?.activations).toEqual(network.forward(input));
        let values: Float32Array = input;
        for (const layer of network.layers) values = layer.forward(values);
        expect(values).toEqual(network.forward(input));
        const largest = Math.max(...values);
        if (values.length > 1) expect(network.predict(input)).toBe(values.indexOf(largest));
      }),
    );
  });

  // Softmax stands last, after tanh.
  it.each([...namedRows, { name: 'softmax', activation: softmax, networkHash: '1ff0be39' }])(
    'by $name has the golden bits it has on every engine',
    ({ activation, networkHash }) => {
      const hidden = activation.kind === 'vector' ? tanh : activation;
      const network = new Network([12, 9, 7, 5], { hidden, output: activation, seed: 11 });
      const random = Random.stream(11, 'golden');
      for (const { biases } of network.layers) biases.set(biases.map(() => random.uniform(-1, 1)));
      const outputs = Array.from({ length: 50 }, () => {
        const input = Float32Array.from({ length: 12 }, () => Math.max(0, random.uniform(-3, 6)));
        return [...network.forward(input)];
      });
      expect(hashOf(Float32Array.from(outputs.flat()))).toBe(networkHash);
    },
  );

  it('uses an activation of your own, rounded to float32', () => {
    const square = defineActivation({ name: 'square', value: (sum) => sum * sum, derivative: (sum) => 2 * sum });
    const network = new Network([1, 1], { output: square });
    network.layers[0].weights[0] = 0.1;
    expect(network.forward([1])[0]).toBe(f(f(0.1) * f(0.1)));
  });

  it.each([undefined, 7, {}])('rounds the formula of an activation that has %o for a float32 kernel', (float32) => {
    const made = Object.assign((sum: number) => sum + 1 / 3, {
      kind: 'elementwise',
      derivative: () => 1,
      rectifier: false,
      float32: float32 as undefined,
    } as const);
    const layer = new Layer(1, 1, { activation: made, weights: [0] });
    expect(layer.forward([3])).toEqual(Float32Array.of(1 / 3));
  });

  it('adds the bias last: a bias of -0 leaves the +0 of an empty sum', () => {
    const network = new Network([2, 1], { output: identity });
    network.layers[0].biases[0] = -0;
    expect(network.forward([0, 0])[0]).toBe(0);
  });

  it('and predict are bound, so that the network can be handed on as a function', () => {
    const { forward, predict } = new Network([2, 3]);
    expect(forward([1, 0])).toEqual(new Network([2, 3]).forward([1, 0]));
    expect(predict([1, 0])).toBe(new Network([2, 3]).predict([1, 0]));
  });
});

describe('predict', () => {
  it('of a single output is no question of which, and points to forward', () => {
    const network = new Network([2, 1]);
    const error = thrownBy(() => network.predict([0, 0]));
    expect(error).toMatchObject({ name: 'StateError', code: 'STATE' });
    expect(error.message).toBe(
      'predict: expected two outputs or more to choose from, got one. Read forward(input)[0] and decide by a threshold.',
    );
  });

  it('lets the first of equals win', () => {
    const network = new Network([1, 3]);
    network.layers[0].weights.fill(0);
    expect(network.predict([1])).toBe(0);
  });
});

describe('bad input', () => {
  const network: Network = new Network([3, 2]);
  const remedy = 'The network is 3-2: its first column holds the input.';
  const methods = ['forward', 'predict', 'activations', 'trace'] as const;

  it.each([0, 2, 4])('of %i numbers in place of three is refused (case 13)', (length) => {
    for (const method of methods) {
      for (const input of [new Array(length).fill(0), new Float32Array(length), { length }]) {
        const error = thrownBy(() => network[method](input as number[]));
        expect(error).toMatchObject({ name: 'ShapeError', code: 'SHAPE' });
        expect(error.message).toBe(`input: expected 3 numbers, got ${length}. ${remedy}`);
      }
    }
  });

  it.each([undefined, null, true, {}, () => 0, Symbol('x'), new Map(), { length: '3' }])('%s is refused (case 14)', (input) => {
    for (const method of methods) {
      const error = thrownBy(() => network[method](input as never));
      expect(error).toMatchObject({ name: 'ArgumentError', code: 'ARGUMENT' });
      expect(error.message).toMatch(
        /^input: expected 3 numbers, got (undefined|null|true|an object|a function|a symbol)\. The network/,
      );
    }
  });

  it.each([undefined, null, {}, [1], true])('with %s among its numbers is refused (case 14)', (value) => {
    const error = thrownBy(() => forwardFreely(network, [0, value, 0]));
    expect(error).toMatchObject({ name: 'ArgumentError', code: 'ARGUMENT' });
    expect(error.message).toMatch(/^input\[1\]: expected a number, got /);
  });

  it.each([
    [Number.NaN, 'NaN'],
    [Number.POSITIVE_INFINITY, 'Infinity'],
    [Number.NEGATIVE_INFINITY, '-Infinity'],
    [1e39, 'Infinity'],
  ])('with %s among its numbers is refused, with the index (case 15)', (value, got) => {
    for (const input of [[0, 0, value], Float32Array.of(0, 0, value), Float64Array.of(0, 0, value)]) {
      for (const method of methods) {
        const error = thrownBy(() => network[method](input));
        expect(error).toMatchObject({ name: 'NumericError', code: 'NUMERIC' });
        expect(error.message).toMatch(
          new RegExp(`^input\\[2\\]: expected a finite number that fits a float32, got ${got}\\. Look for`),
        );
      }
    }
  });

  it.each([
    ['a Uint8Array of 3', new Uint8Array(3)],
    ['a Uint8ClampedArray of 3', new Uint8ClampedArray(3)],
    ['a Uint8Array of 7', new Uint8Array(7)],
    ['a DataView of 3', new DataView(new ArrayBuffer(3))],
  ])('of bytes is refused, saying what to do: %s (case 18)', (got, bytes) => {
    for (const method of methods) {
      const error = thrownBy(() => network[method](bytes as never));
      expect(error).toMatchObject({ name: 'ArgumentError', code: 'ARGUMENT' });
      expect(error.message).toBe(
        `input: expected numbers as the network sees them, 0 to 1, got ${got}. Bytes are 0-255; divide by 255 or use dataset.example(i).input. For all inputs in a row: dataset.readInputs().`,
      );
    }
  });

  it('whose memory was transferred away is refused (case 19)', () => {
    for (const input of [new Float32Array(3), new Float64Array(3)]) {
      structuredClone(input, { transfer: [input.buffer] });
      const error = thrownBy(() => network.forward(input));
      expect(error).toMatchObject({ name: 'ArgumentError', code: 'ARGUMENT' });
      expect(error.message).toBe(
        'input: expected numbers, got memory that was transferred away or cut short. Pass it before it is transferred, or a copy.',
      );
    }
  });

  it.each([
    ['input[0]: expected a number, got 1n.', [1n, 1n, 1n]],
    ['input[0]: expected a number, got 0n.', new BigInt64Array(3)],
    ["input[0]: expected a number, got '1'.", ['1', '1', '1']],
    [`input: expected 3 numbers, got '123'. ${remedy}`, '123'],
  ])('of BigInts or texts is refused: %s (case 22)', (message, input) => {
    const error = thrownBy(() => forwardFreely(network, input));
    expect(error).toMatchObject({ name: 'ArgumentError', code: 'ARGUMENT' });
    expect(error.message).toBe(message);
  });

  it('leaves the network as it was, and itself too', () => {
    const before = hashOfNetwork(network);
    const bad = Object.freeze([0, Number.NaN, 0]);
    for (const method of methods) expect(() => network[method](bad)).toThrow();
    expect(hashOfNetwork(network)).toBe(before);
    expect(bad).toEqual([0, Number.NaN, 0]);
  });
});

describe('good input', () => {
  const network: Network = new Network([3, 2]);
  const expected = network.forward(Float32Array.of(0.25, 0, -1.5));

  it.each([
    ['number[]', [0.25, 0, -1.5]],
    ['frozen number[]', Object.freeze([0.25, 0, -1.5])],
    ['Float64Array', Float64Array.of(0.25, 0, -1.5)],
    ['an object with a length', { length: 3, 0: 0.25, 1: 0, 2: -1.5 }],
  ])('may be %s (case 16)', (_, input) => {
    expect(forwardFreely(network, input)).toEqual(expected);
  });

  it('may be whole numbers that are no bytes: Int32Array and Uint16Array (case 16)', () => {
    expect(network.forward(Int32Array.of(1, 2, 3))).toEqual(network.forward([1, 2, 3]));
    expect(network.forward(Uint16Array.of(1, 2, 3))).toEqual(network.forward([1, 2, 3]));
  });

  it('is rounded to float32 first', () => {
    expect(network.forward([0.1, 0.2, 0.3])).toEqual(network.forward(Float32Array.of(0.1, 0.2, 0.3)));
  });

  it('may be an offset subarray (case 17)', () => {
    const whole = Float32Array.of(9, 0.25, 0, -1.5, 9);
    expect(network.forward(whole.subarray(1, 4))).toEqual(expected);
    expect(network.activations(whole.subarray(1, 4))[0]).toEqual(whole.slice(1, 4));
  });

  it('may be shared memory, which is copied at entry (case 20)', () => {
    // A page that is not isolated from others has no SharedArrayBuffer by name, but WebAssembly hands it out all the same.
    const { Memory } = (
      globalThis as unknown as { WebAssembly: { Memory: new (options: object) => { buffer: SharedArrayBuffer } } }
    ).WebAssembly;
    const shared = new Float32Array(new Memory({ shared: true, initial: 1, maximum: 1 }).buffer, 0, 3);
    expect(Object.prototype.toString.call(shared.buffer)).toBe('[object SharedArrayBuffer]');
    shared.set([0.25, 0, -1.5]);
    const [input] = network.activations(shared);
    expect(network.forward(shared)).toEqual(expected);
    shared.fill(7);
    expect(input).toEqual(Float32Array.of(0.25, 0, -1.5));
    expect(input?.buffer).toBeInstanceOf(ArrayBuffer);
  });

  it('may be resizable memory, which is copied at entry, and refused once it is too short (case 21)', () => {
    // The library's own TypeScript target does not know these options; every engine the tests run in does.
    const Resizable = ArrayBuffer as unknown as new (
      bytes: number,
      options: { maxByteLength: number },
    ) => ArrayBuffer & { resize(bytes: number): void };
    const buffer = new Resizable(12, { maxByteLength: 64 });
    const view = new Float32Array(buffer);
    view.set([0.25, 0, -1.5]);
    const [input] = network.activations(view);
    expect(network.forward(view)).toEqual(expected);
    buffer.resize(8);
    expect(input).toEqual(Float32Array.of(0.25, 0, -1.5));
    expect(thrownBy(() => network.forward(view))).toMatchObject({ code: 'SHAPE' });
    buffer.resize(16);
    expect(thrownBy(() => network.forward(view))).toMatchObject({ code: 'SHAPE' });
  });

  it('is read once, be it a Proxy or made of getters (case 23)', () => {
    const reads: PropertyKey[] = [];
    const proxy = new Proxy([0.25, 0, -1.5], {
      get(target, key) {
        reads.push(key);
        return Reflect.get(target, key);
      },
    });
    expect(network.forward(proxy)).toEqual(expected);
    expect(reads).toEqual(['length', '0', '1', '2']);
    let turn = 0;
    const shifty = {
      get length() {
        return turn++ === 0 ? 3 : 1_000_000;
      },
      0: 0.25,
      1: 0,
      2: -1.5,
    };
    expect(network.forward(shifty)).toEqual(expected);
  });

  it('and results belong to the caller: changing them changes nothing (case 24)', () => {
    const input = Float32Array.of(0.25, 0, -1.5);
    const before = hashOfNetwork(network);
    network.forward(input).fill(9);
    for (const column of network.activations(input)) column.fill(9);
    const trace = network.trace(input);
    trace.input.fill(9);
    for (const layer of trace.layers) {
      layer.weightedSums.fill(9);
      layer.activations.fill(9);
    }
    expect(input).toEqual(Float32Array.of(0.25, 0, -1.5));
    expect(hashOfNetwork(network)).toBe(before);
    expect(network.forward(input)).toEqual(expected);
  });

  it.each([...elementwise, softmax].map((activation) => [activation.name, activation] as const))(
    'that brings weighted sums to 800 and -800 keeps %s finite (case 25)',
    (_, output) => {
      const far: Network = new Network([1, 2], { output });
      far.layers[0]?.weights.set([800, -800]);
      expect(far.forward([1]).every(Number.isFinite)).toBe(true);
      expect(far.trace([1]).layers[0]?.weightedSums).toEqual(Float32Array.of(800, -800));
    },
  );

  it('may be denormal (case 26)', () => {
    const plain: Network = new Network([1, 1], { output: identity });
    plain.layers[0]?.weights.set([1]);
    for (const value of [2 ** -149, -(2 ** -149), f(1e-40)]) expect(plain.forward([value])[0]).toBe(value);
    expect(plain.forward([1e-60])[0]).toBe(0);
  });

  it('is never changed', () => {
    fc.assert(
      fc.property(inputs, (numbers) => {
        const input = Float32Array.from(numbers);
        const copy = input.slice();
        const free: Network = new Network([input.length, 2, 2] as readonly number[]);
        free.forward(input);
        free.predict(input);
        free.trace(input);
        expect(input).toEqual(copy);
      }),
    );
  });
});
