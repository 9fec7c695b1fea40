// Predictors: the same bits and the same errors as the network's own forward and predict, on both backends, one input or many.
import fc from 'fast-check';
import { defineActivation, identity, type LayerActivation, Network, predictor, Random, relu, softmax } from 'glassbox-nn';
import { describe, expect, it } from 'vitest';
import { on } from '../support/backends.js';
import { elementwise } from '../support/builtIns.js';
import { vectors } from '../support/float32.js';
import { thrownBy } from '../support/thrownBy.js';

const cube = defineActivation({ name: 'cube', value: (sum) => sum * sum * sum, derivative: (sum) => 3 * sum * sum });

interface Given {
  readonly sizes: readonly number[];
  readonly hidden: LayerActivation;
  readonly output: LayerActivation;
  readonly seed: number;
  /** What weights are multiplied with: with large ones, sums overflow. */
  readonly scale: number;
}

function networkOf({ sizes, hidden, output, seed, scale }: Given): Network {
  const network: Network = new Network(sizes, { hidden: hidden as typeof relu, output, seed });
  const random = Random.stream(seed, 'biases');
  for (const { weights, biases } of network.layers) {
    weights.set(weights.map((weight) => weight * scale));
    biases.set(biases.map(() => random.uniform(-1, 1)));
  }
  return network;
}

const size = fc.oneof({ weight: 3, arbitrary: fc.integer({ min: 1, max: 40 }) }, fc.constantFrom(4, 15, 16, 17, 32, 48, 65));
const networks = fc
  .record({
    sizes: fc.array(size, { minLength: 2, maxLength: 4 }),
    hidden: fc.constantFrom(...elementwise, cube),
    output: fc.constantFrom<LayerActivation>(...elementwise, cube, softmax),
    seed: fc.nat(),
    scale: fc.constantFrom(1, 1, 1, 3, 1e30),
  })
  .map(networkOf);

/** Inputs of a length, of which every second has few numbers that are not 0, as digits have. */
function inputsOf(length: number): fc.Arbitrary<Float32Array> {
  const sparse = fc
    .tuple(vectors(length), fc.array(fc.nat({ max: 3 }), { minLength: length, maxLength: length }))
    .map(([input, dice]) => input.map((value, index) => (dice[index] === 0 ? value : 0)));
  return fc.oneof(vectors(length), sparse);
}

/** A network and inputs for it: few, or more than are worked on at a time. */
const batches = networks.chain((network) =>
  fc.record({
    network: fc.constant(network),
    inputs: fc.array(inputsOf(network.sizes[0] as number), { minLength: 1, maxLength: 5 }),
    repeats: fc.constantFrom(1, 1, 1, 40),
  }),
);

/** All rows in one array. */
function flat(rows: readonly Float32Array[]): Float32Array {
  return Float32Array.from(rows.flatMap((row) => [...row]));
}

/** A network without activations, whose output is the sum of its three inputs, and twice that. */
function adder() {
  const network = new Network([3, 2], { output: identity });
  network.layers[0].weights.set([1, 1, 1, 2, 2, 2]);
  return network;
}

describe('a predictor', () => {
  it("has the bits of the network's forward, one input or many, whatever the sizes, activations, weights and inputs", () => {
    fc.assert(
      fc.property(batches, ({ network, inputs, repeats }) => {
        const rows = Array.from({ length: repeats }, () => inputs).flat();
        const { forward, forwardBatch } = predictor(network);
        const expected = inputs.map((input) => network.forward(input));
        expect(inputs.map((input) => forward(input))).toEqual(expected);
        const all = Array.from({ length: repeats }, () => expected).flat();
        expect(forwardBatch(flat(rows), rows.length)).toEqual(flat(all));
      }),
    );
  });

  it('gives the answers of predict, or its refusal of NaN', () => {
    fc.assert(
      fc.property(batches, ({ network, inputs }) => {
        fc.pre(network.sizes.at(-1) !== 1);
        const { predict, predictBatch } = predictor(network);
        const said = (answer: () => unknown) => {
          try {
            return answer();
          } catch (error) {
            return (error as Error).message;
          }
        };
        const expected = inputs.map((input) => said(() => network.predict(input)));
        expect(inputs.map((input) => said(() => predict(input)))).toEqual(expected);
        const bad = expected.findIndex((answer) => typeof answer === 'string');
        const answers = said(() => predictBatch(flat(inputs), inputs.length));
        if (bad < 0) expect(answers).toEqual(Int32Array.from(expected as number[]));
        else expect(answers).toContain(`of input ${bad}: expected a number, got NaN`);
      }),
    );
  });

  it('tells which output of which input is NaN, when there is no answer', () => {
    const network = new Network([2, 2], { output: identity });
    network.layers[0].weights.set([1, 1, 1, -1]);
    const inputs = new Float32Array(2 * 100);
    // 3e38 + 3e38 is infinite, and 3e38 - 3e38 is not.
    inputs.fill(3e38, 2 * 98);
    const { predictBatch, forwardBatch } = predictor(network);
    expect(predictBatch(inputs, 100).slice(98)).toEqual(Int32Array.of(0, 0));
    expect(forwardBatch(inputs, 100).slice(196)).toEqual(
      Float32Array.of(Number.POSITIVE_INFINITY, 0, Number.POSITIVE_INFINITY, 0),
    );
    const against: Network = new Network([2, 2, 3], { hidden: identity, output: identity, initializer: () => 1 });
    // The last output takes one infinite sum from the other.
    against.layers[1]?.weights.set([1, 1, 1, 1, 1, -1]);
    expect(thrownBy(() => predictor(against).predictBatch(inputs, 100)).message).toBe(
      'output[2] of input 98: expected a number, got NaN. A sum on its way was too large for a float32.',
    );
  });

  it('has the same bits on both backends, also where inputs are many, wide and mostly 0', () => {
    const network: Network = new Network([784, 100, 37, 10], { hidden: relu, output: softmax, seed: 3 });
    const random = Random.stream(3, 'pixels');
    for (const share of [0.1, 0.5, 0.62, 0.63, 1]) {
      const inputs = Float32Array.from({ length: 131 * 784 }, () => (random.uniform(0, 1) < share ? random.uniform(0, 1) : 0));
      const [core, script] = (['webassembly', 'javascript'] as const).map((backend) =>
        on(backend, () => predictor(network).forwardBatch(inputs, 131)),
      );
      expect(core).toEqual(script);
      const last = inputs.slice(130 * 784);
      expect(core?.slice(1300)).toEqual(network.forward(last));
    }
  });

  it('takes more inputs than 16 bits can count', () => {
    const network: Network = new Network([65_541, 2], { output: identity });
    const input = new Float32Array(65_541);
    input[65_540] = 0.5;
    expect(predictor(network).forward(input)).toEqual(network.forward(input));
    input.fill(0.25);
    expect(predictor(network).forward(input)).toEqual(network.forward(input));
  });

  it('is a snapshot: what becomes of the network later does not touch it', () => {
    const network = adder();
    const { forward, sizes } = predictor(network);
    network.layers[0].weights.fill(0);
    network.layers[0].biases.fill(7);
    expect(forward([1, 2, 3])).toEqual(Float32Array.of(6, 12));
    expect(sizes).toEqual([3, 2]);
    expect(network.forward([1, 2, 3])).toEqual(Float32Array.of(7, 7));
  });

  it('cannot be changed, and neither can its results change it', () => {
    const made = predictor(adder());
    expect(Object.isFrozen(made)).toBe(true);
    made.forward([1, 2, 3]).fill(9);
    made.forwardBatch([1, 2, 3], 1).fill(9);
    expect(made.forward([1, 2, 3])).toEqual(Float32Array.of(6, 12));
  });

  it('gives results that later calls leave alone', () => {
    const { forward, forwardBatch, predictBatch } = predictor(adder());
    const results = [forward([1, 2, 3]), forwardBatch([1, 2, 3], 1)];
    const answers = predictBatch([1, 2, 3], 1);
    forward([0, 0, 1]);
    predictBatch([-1, -2, -3], 1);
    expect(results).toEqual([Float32Array.of(6, 12), Float32Array.of(6, 12)]);
    expect(answers).toEqual(Int32Array.of(1));
  });

  it('may be used by an activation of your own, in the middle of another', () => {
    const inner = predictor(adder());
    const asking = defineActivation({
      name: 'asking',
      value: (sum) => inner.forward([sum, sum, 1])[0] as number,
      derivative: () => 2,
    });
    const network: Network = new Network([3, 4, 2], { hidden: asking, output: asking });
    const made = predictor(network);
    expect(made.forward([1, 2, 3])).toEqual(network.forward([1, 2, 3]));
    expect(made.forwardBatch([1, 2, 3, 4, 5, 6], 2).slice(2)).toEqual(network.forward([4, 5, 6]));
  });

  it('refuses weights that are not finite, and what is no network', () => {
    const network = adder();
    network.layers[0].weights[4] = Number.NaN;
    const error = thrownBy(() => predictor(network));
    expect(error).toMatchObject({ name: 'NumericError', code: 'NUMERIC' });
    expect(error.message).toMatch(/^layers\[0\]\.weights\[4\] before predicting: expected a finite number, got NaN\./);
    expect(thrownBy(() => predictor({} as never))).toMatchObject({ name: 'ArgumentError', code: 'ARGUMENT' });
  });
});

describe('no inputs', () => {
  it('give no outputs and no answers (case 27)', () => {
    const { forwardBatch, predictBatch } = predictor(adder());
    expect(forwardBatch([], 0)).toEqual(new Float32Array(0));
    expect(predictBatch(new Float32Array(0), 0)).toEqual(new Int32Array(0));
    const out = new Float32Array(0);
    expect(forwardBatch([], 0, out)).toBe(out);
  });
});

describe('inputs', () => {
  const network = adder();
  const made = predictor(network);
  const expected = network.forward([0.25, 0, -1.5]);

  it.each([
    ['number[]', Object.freeze([0.25, 0, -1.5])],
    ['Float64Array', Float64Array.of(0.25, 0, -1.5)],
    ['an offset subarray', Float32Array.of(9, 0.25, 0, -1.5, 9).subarray(1, 4)],
  ])('may be %s (cases 16 and 17), and stay as they are', (_, input) => {
    const copy = Array.from(input);
    expect(made.forward(input)).toEqual(expected);
    expect(made.forwardBatch(input, 1)).toEqual(expected);
    expect(made.predict(input)).toBe(network.predict(input));
    expect(Array.from(input)).toEqual(copy);
  });

  it('may lie anywhere in a larger memory, also where they are many', () => {
    const many = new Float32Array(2 + 300).map((_, index) => index);
    const { forwardBatch } = predictor(network);
    const outputs = forwardBatch(many.subarray(1, 301), 100);
    for (let row = 0; row < 100; row++) {
      const first = 3 * row + 1;
      expect(outputs.slice(2 * row, 2 * row + 2)).toEqual(network.forward([first, first + 1, first + 2]));
    }
  });

  it('are read once, be they a Proxy (case 23)', () => {
    const reads: PropertyKey[] = [];
    const proxy = new Proxy([0.25, 0, -1.5], {
      get(target, key) {
        reads.push(key);
        return Reflect.get(target, key);
      },
    });
    expect(made.forward(proxy)).toEqual(expected);
    expect(made.forwardBatch(proxy, 1)).toEqual(expected);
    expect(reads).toEqual(['length', '0', '1', '2', 'length', '0', '1', '2']);
  });

  it('may be where the output goes', () => {
    const square = new Network([2, 2], { output: identity });
    const input = Float32Array.of(1, -2);
    const outputs = square.forward(input);
    expect(predictor(square).forward(input, input)).toBe(input);
    expect(input).toEqual(outputs);
  });
});

/** What a network says of an input, and what its predictor says of it, all ways in. */
function refusals(network: Network, input: never) {
  const made = predictor(network);
  return {
    network: thrownBy(() => network.forward(input)),
    one: [thrownBy(() => made.forward(input)), thrownBy(() => made.predict(input))],
    many: [thrownBy(() => made.forwardBatch(input, 1)), thrownBy(() => made.predictBatch(input, 1))],
  };
}

describe('bad inputs', () => {
  const detached = new Float32Array(3);
  structuredClone(detached, { transfer: [detached.buffer] });

  it.each([
    ['too few', [0, 0]],
    ['too many', new Float32Array(4)],
    ['nothing', undefined],
    ['an object', {}],
    ['a text among numbers', [0, '1', 0]],
    ['BigInts', [1n, 1n, 1n]],
    ['bytes', new Uint8Array(3)],
    ['other bytes', new Uint8ClampedArray(3)],
    ['NaN', Float32Array.of(0, Number.NaN, 0)],
    ['Infinity', Float32Array.of(0, 0, Number.POSITIVE_INFINITY)],
    ['-Infinity in a number[]', [Number.NEGATIVE_INFINITY, 0, 0]],
    ['a number too large for a float32', [0, 1e39, 0]],
    ['memory that was transferred away', detached],
  ])('are refused as the network refuses them: %s', (_, input) => {
    const said = refusals(adder() as Network, input as never);
    for (const error of said.one) {
      expect(error).toMatchObject({ name: said.network.name, code: said.network.code, message: said.network.message });
    }
    for (const error of said.many) {
      expect(error).toMatchObject({ name: said.network.name, code: said.network.code });
      expect(error.message.split('.')[0]).toBe(said.network.message.replace('input', 'inputs').split('.')[0]);
    }
  });

  it('are refused also where a network has weights of 0 for them', () => {
    const network: Network = new Network([20, 17, 2], { hidden: relu, output: identity });
    for (const { weights } of network.layers) weights.fill(0);
    for (const value of [Number.NaN, Number.POSITIVE_INFINITY]) {
      const input = new Float32Array(20);
      input[19] = value;
      expect(thrownBy(() => predictor(network).forward(input)).message).toContain(`input[19]: expected a finite number`);
    }
  });

  it('of a batch are reported with their index, and those before them have their outputs', () => {
    const { forwardBatch, forward } = predictor(adder());
    const inputs = new Float32Array(3 * 200).fill(1);
    inputs[3 * 150 + 2] = Number.NaN;
    const out = new Float32Array(2 * 200);
    expect(thrownBy(() => forwardBatch(inputs, 200, out)).message).toContain('inputs[452]: expected a finite number');
    expect(out.slice(0, 2)).toEqual(Float32Array.of(3, 6));
    expect(forward([1, 1, 1])).toEqual(Float32Array.of(3, 6));
  });

  it('leave nothing behind: the next call is as any other', () => {
    const narrow = predictor(adder());
    expect(() => narrow.forward(new Float32Array(3).fill(Number.NaN))).toThrow('input[0]');
    expect(() => narrow.forwardBatch(new Float32Array(30).fill(Number.NaN), 10)).toThrow('inputs[0]');
    // The sums overflow, which is no fault of the inputs.
    expect(narrow.forward(Float32Array.of(3e38, 3e38, 0))).toEqual(
      Float32Array.of(Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY),
    );
    expect(narrow.predict(Float32Array.of(3e38, 3e38, 0))).toBe(0);
  });
});

describe('a count', () => {
  it.each([undefined, '1', null])('of %s is refused', (count) => {
    const { forwardBatch, predictBatch } = predictor(adder());
    for (const call of [forwardBatch, predictBatch]) {
      expect(thrownBy(() => call([0, 0, 0], count as never))).toMatchObject({ name: 'ArgumentError', code: 'ARGUMENT' });
    }
  });

  it.each([-1, 1.5, Number.NaN])('of %s is refused', (count) => {
    const { forwardBatch, predictBatch } = predictor(adder());
    for (const call of [forwardBatch, predictBatch]) {
      expect(thrownBy(() => call([0, 0, 0], count))).toMatchObject({ name: 'OutOfRangeError', code: 'OUT_OF_RANGE' });
    }
  });

  it('that does not fit the inputs is refused, with the numbers', () => {
    const error = thrownBy(() => predictor(adder()).forwardBatch(new Float32Array(7), 2));
    expect(error).toMatchObject({ name: 'ShapeError', code: 'SHAPE' });
    expect(error.message).toBe('inputs: expected 6 numbers, got 7. 2 rows of 3 are 6.');
  });
});

describe('an out', () => {
  const { forward, forwardBatch, predictBatch } = predictor(adder());
  const input = Float32Array.of(1, 2, 3);

  it('is filled and returned', () => {
    const out = new Float32Array(2);
    expect(forward(input, out)).toBe(out);
    expect(out).toEqual(Float32Array.of(6, 12));
    expect(forwardBatch(input, 1, out.fill(0))).toBe(out);
    expect(out).toEqual(Float32Array.of(6, 12));
    const answers = new Int32Array(1);
    expect(predictBatch(input, 1, answers)).toBe(answers);
    expect(answers).toEqual(Int32Array.of(1));
  });

  it('may lie within a larger memory, of which nothing else is touched', () => {
    const whole = new Float32Array(4);
    forward(input, whole.subarray(1, 3));
    expect(whole).toEqual(Float32Array.of(0, 6, 12, 0));
  });

  it('of another length is refused, and left as it is', () => {
    const out = new Float32Array(3);
    for (const call of [() => forward(input, out), () => forwardBatch(input, 1, out)]) {
      const error = thrownBy(call);
      expect(error).toMatchObject({ name: 'ShapeError', code: 'SHAPE' });
      expect(error.message).toBe('out: expected 2 numbers, got 3. Leave it out, and a new array is made.');
    }
    expect(thrownBy(() => predictBatch(input, 1, new Int32Array(2)))).toMatchObject({ code: 'SHAPE' });
    expect(out).toEqual(new Float32Array(3));
  });

  it.each([[[0, 0]], [new Float64Array(2)], [null], [{ length: 2 }], ['12']])('of another kind is refused: %o', (out) => {
    const calls = [
      forward,
      (x: Float32Array, o: never) => forwardBatch(x, 1, o),
      (x: Float32Array, o: never) => predictBatch(x, 1, o),
    ];
    for (const call of calls) {
      const error = thrownBy(() => call(input, out as never));
      expect(error).toMatchObject({ name: 'ArgumentError', code: 'ARGUMENT' });
      expect(error.message).toMatch(/^out: expected an? \w+32Array of [12], got /);
    }
  });

  it('is left as it is when the input is refused', () => {
    const out = new Float32Array(2);
    expect(() => forward(Float32Array.of(0, 0, Number.NaN), out)).toThrow('input[2]');
    expect(() => forward([0, 0] as never, out)).toThrow('input');
    expect(out).toEqual(new Float32Array(2));
  });
});

describe('a single output', () => {
  it('has no brightest, whatever the input', () => {
    const made = predictor(new Network([2, 1]));
    expect(thrownBy(() => made.predict([0] as never)).message).toBe(
      'predict: expected two outputs or more to choose from, got one. Read forward(input)[0] and decide by a threshold.',
    );
    const error = thrownBy(() => made.predictBatch([], 0));
    expect(error).toMatchObject({ name: 'StateError', code: 'STATE' });
    expect(error.message).toMatch(/^predictBatch: expected two outputs or more .* Read forwardBatch/);
    expect(made.forward([0, 0])).toEqual(Float32Array.of(0.5));
  });
});
