// Layers and their neurons: plain arrays one may change, seen live.
import { Layer, Network, Random, relu } from 'glassbox-nn';
import { describe, expect, it } from 'vitest';
import { expectRefusal } from '../support/refusals.js';
import { thrownBy } from '../support/thrownBy.js';

describe('a layer', () => {
  it('has a weight for every input of every neuron, and a bias for each', () => {
    const layer = new Layer(784, 16);
    expect([layer.inputs, layer.outputs, layer.weights.length, layer.biases.length]).toEqual([784, 16, 12544, 16]);
    expect(layer.parameterCount).toBe(12560);
    expect(layer.biases).toEqual(new Float32Array(16));
    expect(layer.seed).toBeUndefined();
    expect(new Layer(1, 1, { seed: 5 }).seed).toBe(5);
  });

  it('takes weights and biases, and copies them', async () => {
    const [weights, biases] = [[1, 2, 3, 4, 5, 6], Float64Array.of(0.1, -2)];
    const layer = new Layer(3, 2, { weights, biases, activation: relu });
    weights[0] = 9;
    biases[0] = 9;
    expect([layer.weights, layer.biases]).toEqual([Float32Array.of(1, 2, 3, 4, 5, 6), Float32Array.of(0.1, -2)]);
    await expectRefusal(() => new Layer(3, 2, { weights: [1] }), 'ShapeError', 'Layer weights', '6 numbers', 'got 1');
    await expectRefusal(() => new Layer(1, 1, { biases: [1, 2] }), 'ShapeError', 'Layer biases', 'expected 1 number', 'got 2');
    await expectRefusal(() => new Layer(1, 1, { weights: [Number.NaN] }), 'NumericError', 'Layer weights[0]', 'NaN');
    await expectRefusal(() => new Layer(1, 1, { weights: [[1]] as never }), 'ArgumentError', 'Layer weights[0]', 'an array');
  });

  it('draws its weights from the stream of its seed and index 0, where it stands by itself', () => {
    const random = Random.stream(5, 0);
    const bound = Math.sqrt(6 / 5);
    const expected = Float32Array.from({ length: 6 }, () => random.uniform(-bound, bound));
    expect(new Layer(3, 2, { seed: 5 }).weights).toEqual(expected);
    expect(new Layer(3, 2, { seed: 5 }).weights).toEqual(expected);
    expect(new Layer(3, 2, { seed: 6 }).weights).not.toEqual(expected);
    expect(new Layer(3, 2).weights).toEqual(new Layer(3, 2, { seed: 0 }).weights);
  });

  it('uses a changed weight or bias at the next forward', () => {
    const layer = new Layer(2, 1, { activation: relu });
    layer.weights.set([1, 2]);
    layer.biases[0] = 0.5;
    expect(layer.forward([1, 1])).toEqual(Float32Array.of(3.5));
    layer.weights[1] = 10;
    expect(layer.forward([1, 1])).toEqual(Float32Array.of(11.5));
  });

  it('keeps its arrays, sizes and activation: they cannot be put in place of each other', () => {
    const layer = new Layer(2, 1);
    for (const field of ['weights', 'biases', 'inputs', 'outputs', 'activation', 'seed', 'other']) {
      expect(() => Object.assign(layer, { [field]: undefined })).toThrow(TypeError);
    }
  });

  it.each([0, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY, '2' as never, undefined as never])(
    'refuses %s inputs or outputs (case 2, case 3, case 4, case 5, case 6)',
    (size) => {
      for (const [what, attempt] of [
        ['inputs', () => new Layer(size, 2)],
        ['outputs', () => new Layer(2, size)],
      ] as const) {
        const error = thrownBy(attempt);
        expect(error.code).toBe(typeof size === 'number' ? 'OUT_OF_RANGE' : 'ARGUMENT');
        expect(error.message).toMatch(new RegExp(`^Layer ${what}: expected a whole number from 1, got .+\\.$`));
      }
    },
  );

  it('too large to hold is refused before anything is allocated (case 7)', () => {
    for (const attempt of [() => new Layer(2 ** 31, 1), () => new Layer(2 ** 26, 2 ** 26)]) {
      const error = thrownBy(attempt);
      expect(error).toMatchObject({ name: 'LimitError', code: 'LIMIT' });
      expect(error.message).toMatch(/^sizes \d+-\d+: expected at most 268435456 weights and biases, got \d+\. Choose smaller/);
    }
  });

  it('refuses a misspelt option, and says which was meant (case 10)', () => {
    const error = thrownBy(() => new Layer(2, 2, { activaton: relu } as never));
    expect(error).toMatchObject({ name: 'ArgumentError' });
    expect(error.message).toBe(
      "Layer options: expected any of activation, initializer, biasInitializer, seed, weights, biases, trainable, got 'activaton'. Did you mean activation?",
    );
    expect(thrownBy(() => new Layer(2, 2, { seed: 0.5 })).message).toMatch(
      /^Layer seed: expected a whole number from 0, got 0\.5\./,
    );
  });

  it('reads its input as a network does: cases 13, 15 and 18', () => {
    const layer: Layer = new Layer(2, 1);
    expect(thrownBy(() => layer.forward([1])).message).toBe('inputs: expected 2 numbers, got 1.');
    expect(thrownBy(() => layer.forward([1, Number.NaN]))).toMatchObject({ code: 'NUMERIC' });
    expect(thrownBy(() => layer.forward(new Uint8Array(2) as never))).toMatchObject({ code: 'ARGUMENT' });
  });
});

describe('a neuron', () => {
  const filled = () => {
    const layer = new Layer(2, 3, { activation: relu });
    layer.weights.set([1, 2, 3, 4, 5, 6]);
    layer.biases.set([10, 20, 30]);
    return layer;
  };

  it('is a live view of its row and its bias, both ways', () => {
    const layer = filled();
    const neuron = layer.neuron(1);
    expect([...neuron.weights, neuron.bias, neuron.index]).toEqual([3, 4, 20, 1]);
    neuron.weights[0] = -3;
    neuron.bias = 0.1;
    expect([layer.weights[2], layer.biases[1]]).toEqual([-3, Math.fround(0.1)]);
    layer.weights[3] = 7;
    layer.biases[1] = 1;
    expect([...neuron.weights, neuron.bias]).toEqual([-3, 7, 1]);
    expect(neuron.layer).toBe(layer);
  });

  it('has the weighted sum and the activation of its place in the layer', () => {
    const network = new Network([3, 4, 2], { hidden: relu });
    network.layers[0].biases.set([0.1, -0.2, 0.3, 0]);
    const { layers } = network.trace([0.2, 0, -0.7]);
    for (let index = 0; index < 4; index++) {
      const neuron = network.layers[0].neuron(index);
      expect(neuron.weightedSum([0.2, 0, -0.7])).toBe(layers[0]?.weightedSums[index]);
      expect(neuron.activate([0.2, 0, -0.7])).toBe(layers[0]?.activations[index]);
    }
  });

  it.each([-1, 3, 1.5, Number.NaN, '1' as never])('number %s is refused where there are three', (index) => {
    const error = thrownBy(() => filled().neuron(index));
    expect(error.code).toBe(typeof index === 'number' ? 'OUT_OF_RANGE' : 'ARGUMENT');
    expect(error.message).toMatch(
      /^neuron: expected a whole number from 0 to 2, got .+\. The layer has 3 neurons, counted from 0\.$/,
    );
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY, 1e39, '1' as never])(
    'refuses %s as its bias, and keeps the one it has',
    (bias) => {
      const neuron = filled().neuron(0);
      const error = thrownBy(() => {
        neuron.bias = bias;
      });
      expect(error.message).toMatch(/^bias: expected a finite number that fits a float32, got /);
      expect(neuron.bias).toBe(10);
    },
  );

  it('refuses inputs that do not fit, or are bytes or not finite', () => {
    const neuron = filled().neuron(0);
    const short: number[] = [1];
    for (const call of [neuron.weightedSum.bind(neuron), neuron.activate.bind(neuron)] as ((inputs: never) => number)[]) {
      expect(thrownBy(() => call(short as never))).toMatchObject({ code: 'SHAPE' });
      expect(thrownBy(() => call(short as never)).message).toBe('inputs: expected 2 numbers, got 1.');
      expect(thrownBy(() => call([1, Number.NaN] as never))).toMatchObject({ code: 'NUMERIC' });
      expect(thrownBy(() => call(new Uint8Array(2) as never))).toMatchObject({ code: 'ARGUMENT' });
    }
  });
});
