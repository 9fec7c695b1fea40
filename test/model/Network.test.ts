// Networks: how they are made, from sizes and from layers, and what they refuse.
import {
  constant,
  glorotUniform,
  heNormal,
  Layer,
  Network,
  type NetworkOptions,
  Random,
  relu,
  sigmoid,
  softmax,
  tanh,
} from 'glassbox-nn';
import { afterEach, describe, expect, it } from 'vitest';
import { hashOfNetwork } from '../support/hashOfNetwork.js';
import { thrownBy } from '../support/thrownBy.js';

/** Without the checks of the compiler, as from JavaScript. */
const make = (given: unknown, options?: unknown) => new Network(given as number[], options as NetworkOptions);

describe('a network of sizes', () => {
  it("is the video's by default: sigmoid, Glorot, 13,002 parameters", () => {
    const network = new Network([784, 16, 16, 10]);
    expect(network.parameterCount).toBe(13002);
    expect(network.sizes).toEqual([784, 16, 16, 10]);
    expect(network.layers.map(({ inputs, outputs }) => [inputs, outputs])).toEqual([
      [784, 16],
      [16, 16],
      [16, 10],
    ]);
    expect(network.layers.every((layer) => layer.activation === sigmoid && layer.initializer === glorotUniform)).toBe(true);
    expect(String(network)).toBe('784-16-16-10, sigmoid, 12,544+16 + 256+16 + 160+10 = 13,002 parameters');
  });

  it('takes its activations, initializer and seed from its options', () => {
    const network = new Network([4, 3, 2], { hidden: relu, output: softmax, initializer: heNormal, seed: 9 });
    expect(network.layers.map((layer) => layer.activation)).toEqual([relu, softmax]);
    expect(network.layers.every((layer) => layer.initializer === heNormal)).toBe(true);
    expect(String(network)).toBe('4-3-2, relu then softmax, 12+3 + 6+2 = 23 parameters');
    expect(String(new Network([1, 1]))).toBe('1-1, sigmoid, 1+1 = 2 parameters');
    expect(String(new Network([2 ** 10, 2 ** 10]))).toBe('1024-1024, sigmoid, 1,048,576+1,024 = 1,049,600 parameters');
  });

  it('draws the weights of layer i from stream (seed, i)', () => {
    const network = new Network([3, 4, 2], { seed: 7 });
    for (const [place, layer] of network.layers.entries()) {
      const random = Random.stream(7, place);
      expect(layer.weights).toEqual(layer.weights.map(() => glorotUniform(random, layer.inputs, layer.outputs)));
      expect(layer.biases.every((bias) => bias === 0)).toBe(true);
    }
    expect(hashOfNetwork(new Network([3, 4, 2], { seed: 7 }))).toBe(hashOfNetwork(network));
    expect(hashOfNetwork(new Network([3, 4, 2], { seed: 8 }))).not.toBe(hashOfNetwork(network));
    expect(hashOfNetwork(new Network([3, 4, 2]))).toBe(hashOfNetwork(new Network([3, 4, 2], { seed: 0 })));
  });

  it('makes no twins of layers of one shape', () => {
    const { layers } = new Network([3, 3, 3]);
    expect(layers[0].weights).not.toEqual(layers[1].weights);
  });

  it('has the golden weights on every engine', () => {
    expect(hashOfNetwork(new Network([784, 16, 16, 10]))).toBe('72009896');
    expect(hashOfNetwork(new Network([20, 8, 3], { initializer: heNormal, seed: 3 }))).toBe('60817025');
  });

  it('can be changed in its numbers only', () => {
    const network = new Network([2, 2]);
    expect(() => Object.assign(network, { layers: [] })).toThrow(TypeError);
    expect(() => Object.assign(network, { sizes: [] })).toThrow(TypeError);
    expect(() => Object.assign(network, { note: 1 })).toThrow(TypeError);
    expect(() => (network.layers as unknown as Layer[]).push(new Layer(2, 2))).toThrow(TypeError);
    expect(() => (network.sizes as number[]).push(2)).toThrow(TypeError);
    network.layers[0].weights.fill(0);
    expect(network.forward([1, 1])).toEqual(Float32Array.of(0.5, 0.5));
  });

  it.each([[[]], [[784]]])('refuses %j: fewer than two sizes (case 1)', (sizes) => {
    const error = thrownBy(() => make(sizes));
    expect(error).toMatchObject({ name: 'ArgumentError', code: 'ARGUMENT' });
    expect(error.message).toBe(
      `Network sizes: expected two sizes or more, got ${sizes.length}. The first is the inputs, the last the outputs.`,
    );
  });

  it.each([
    { number: 2, got: '0', size: 0, code: 'OUT_OF_RANGE' },
    { number: 3, got: '-1', size: -1, code: 'OUT_OF_RANGE' },
    { number: 4, got: '1.5', size: 1.5, code: 'OUT_OF_RANGE' },
    { number: 5, got: 'NaN', size: Number.NaN, code: 'OUT_OF_RANGE' },
    { number: 5, got: 'Infinity', size: Number.POSITIVE_INFINITY, code: 'OUT_OF_RANGE' },
    { number: 6, got: "'16'", size: '16', code: 'ARGUMENT' },
    { number: 6, got: '16n', size: 16n, code: 'ARGUMENT' },
    { number: 6, got: 'an object', size: new Layer(2, 2), code: 'ARGUMENT' },
  ])('refuses the size $got wherever it stands (case $number)', ({ got, size, code }) => {
    for (const place of [1, 2]) {
      const sizes: unknown[] = [2, 2, 2];
      sizes[place] = size;
      const error = thrownBy(() => make(sizes));
      expect(error).toMatchObject({ code });
      expect(error.message).toBe(`sizes[${place}]: expected a whole number from 1, got ${got}.`);
    }
  });

  it.each([[[2 ** 31, 2]], [[2, 2 ** 31]], [[2 ** 20, 2 ** 20]], [[2 ** 27, 1, 2 ** 27]], [[2 ** 52, 2 ** 52]]])(
    'refuses %j, which no memory holds, before it allocates anything (case 7)',
    (sizes) => {
      const error = thrownBy(() => make(sizes));
      expect(error).toMatchObject({ name: 'LimitError', code: 'LIMIT' });
      expect(error.message).toMatch(
        /^sizes [\d-]+: expected at most 268435456 weights and biases, got .+\. Choose smaller layers\.$/,
      );
    },
  );

  it('refuses a sparse array (case 8)', () => {
    const sizes = [784, 16, 10];
    delete (sizes as unknown[])[1];
    expect(thrownBy(() => make(sizes)).message).toBe('sizes[1]: expected a whole number from 1, got undefined.');
    expect(thrownBy(() => make([null, 2])).message).toBe('sizes[0]: expected a whole number from 1, got null.');
    expect(thrownBy(() => make(new Array(3)))).toMatchObject({ code: 'ARGUMENT' });
    expect(thrownBy(() => make(new Array(2 ** 32 - 1)))).toMatchObject({ code: 'LIMIT' });
  });

  it.each([undefined, null, 784, '784', { length: 2, 0: 2, 1: 2 }, Float32Array.of(2, 2)])(
    'refuses %s in place of an array',
    (given) => {
      const error = thrownBy(() => make(given));
      expect(error).toMatchObject({ name: 'ArgumentError', code: 'ARGUMENT' });
      expect(error.message).toMatch(
        /^Network: expected an array of sizes or of layers, got .+\. For example new Network\(\[784, 16, 16, 10\]\)\.$/,
      );
    },
  );

  it.each([
    [
      { hiden: relu },
      "Network options: expected any of hidden, output, initializer, biasInitializer, seed, classNames, columnNames, got 'hiden'. Did you mean hidden?",
    ],
    [
      { activation: relu },
      "Network options: expected any of hidden, output, initializer, biasInitializer, seed, classNames, columnNames, got 'activation'. A network has two: hidden and output.",
    ],
    [
      [],
      'Network options: expected an object with any of hidden, output, initializer, biasInitializer, seed, classNames, columnNames, got an array of 0.',
    ],
    [
      null,
      'Network options: expected an object with any of hidden, output, initializer, biasInitializer, seed, classNames, columnNames, got null.',
    ],
    [
      JSON.parse('{"__proto__": 1}'),
      "Network options: expected any of hidden, output, initializer, biasInitializer, seed, classNames, columnNames, got '__proto__'.",
    ],
  ])('refuses options it does not know: %j (case 10)', (options, message) => {
    const error = thrownBy(() => make([2, 2], options));
    expect(error).toMatchObject({ name: 'ArgumentError', code: 'ARGUMENT' });
    expect(error.message).toBe(message);
  });

  describe('while Object.prototype is polluted', () => {
    const prototype = Object.prototype as { seed?: unknown; hidden?: unknown; learningRate?: unknown };
    afterEach(() => {
      delete prototype.seed;
      delete prototype.hidden;
      delete prototype.learningRate;
    });

    it('sees only what it was given itself (case 11)', () => {
      const clean = hashOfNetwork(new Network([2, 3, 1]));
      prototype.seed = 99;
      prototype.hidden = relu;
      prototype.learningRate = 1;
      const network = new Network([2, 3, 1], {});
      expect(network.layers[0].activation).toBe(sigmoid);
      expect(hashOfNetwork(network)).toBe(clean);
      expect(hashOfNetwork(new Network([new Layer(2, 3), new Layer(3, 1)]))).toBe(clean);
    });
  });

  it('does not mind the array of sizes changing later (case 12)', () => {
    const sizes = [2, 3, 1];
    const network = new Network(sizes);
    sizes[0] = 100;
    sizes.push(7);
    expect(network.sizes).toEqual([2, 3, 1]);
    expect(network.forward([0, 0]).length).toBe(1);
  });

  it('reads every option and every size once (case 23)', () => {
    const reads: string[] = [];
    const options = {
      get seed() {
        reads.push('seed');
        return reads.length;
      },
      get hidden() {
        reads.push('hidden');
        return tanh;
      },
    };
    const sizes = new Proxy([2, 3, 1], {
      get(target, key) {
        if (typeof key === 'string' && /^\d+$/.test(key)) reads.push(key);
        return Reflect.get(target, key);
      },
    });
    expect(new Network(sizes, options).layers.map((layer) => layer.seed)).toEqual([4, 4]);
    expect(reads).toEqual(['0', '1', '2', 'seed', 'hidden']);
  });

  it('has softmax last or not at all', () => {
    const error = thrownBy(() => make([2, 2, 2], { hidden: softmax }));
    expect(error).toMatchObject({ name: 'ArgumentError' });
    expect(error.message).toBe(
      'Network hidden: expected an element-wise activation, as relu, got softmax. Softmax stands on the last layer only.',
    );
  });
});

describe('a network of layers', () => {
  it('with nothing said equals the network of those sizes, to the bit', () => {
    const sizes = new Network([5, 4, 4, 3]);
    const layers = new Network([new Layer(5, 4), new Layer(4, 4), new Layer(4, 3)]);
    expect(hashOfNetwork(layers)).toBe(hashOfNetwork(sizes));
    expect(layers.sizes).toEqual([5, 4, 4, 3]);
    expect(String(layers)).toBe(String(sizes));
  });

  it('holds the layers themselves', () => {
    const layer = new Layer(2, 1);
    const network = new Network([layer]);
    expect(network.layers[0]).toBe(layer);
    layer.weights.fill(0);
    expect(network.forward([1, 1])).toEqual(Float32Array.of(0.5));
  });

  it('makes no twins of equal layers, those of the same seed neither', () => {
    const { layers } = new Network([
      new Layer(3, 3),
      new Layer(3, 3),
      new Layer(3, 3, { seed: 7 }),
      new Layer(3, 3, { seed: 7 }),
    ]);
    const weights = layers.map((layer) => String(layer.weights));
    expect(new Set(weights).size).toBe(4);
    expect(layers[3].weights).toEqual(new Network([3, 3, 3, 3, 3], { seed: 7 }).layers[3].weights);
  });

  it.each([
    ['reads its weights', (layer: Layer) => layer.weights[0]],
    ['uses it', (layer: Layer) => layer.forward([1, 2, 3])],
    ['looks at a neuron', (layer: Layer) => layer.neuron(0).bias],
    ['changes a weight', (layer: Layer) => layer.weights.set([7])],
    ['prints it', (layer: Layer) => JSON.stringify(layer)],
  ])('never changes the weights of a layer once something %s', (_, look) => {
    const layer: Layer = new Layer(3, 3);
    look(layer);
    const before = layer.weights.slice();
    new Network([new Layer(3, 3, { seed: 1 }), layer]);
    expect(layer.weights).toEqual(before);
  });

  it('draws a layer of which only biases were set, and keeps the biases', () => {
    const layer = new Layer(3, 3);
    layer.biases[2] = 0.5;
    new Network([new Layer(3, 3), layer]);
    expect(layer.weights).toEqual(new Network([3, 3, 3]).layers[1].weights);
    expect([...layer.biases]).toEqual([0, 0, 0.5]);
  });

  it('refuses layers that were read one by one and are twins, and draws none of the others', () => {
    const [first, second, waiting]: Layer[] = [new Layer(3, 3), new Layer(3, 3), new Layer(3, 3)] as Layer[];
    expect(first?.weights).toEqual(second?.weights);
    const error = thrownBy(() => make([first, waiting, second]));
    expect(error).toMatchObject({ name: 'ArgumentError' });
    expect(error.message).toBe(
      'layers[2]: expected weights of its own, got those of layers[0], drawn by the same seed. Give each a seed, or put them into the network before anything reads their weights.',
    );
    expect(new Network([new Layer(2, 3), waiting as Layer<3, 3>]).layers[1].weights).toEqual(
      new Network([2, 3, 3]).layers[1].weights,
    );
    const read = new Layer(3, 3);
    read.forward([0, 0, 0]);
    expect(thrownBy(() => make([new Layer(3, 3), read])).message).toMatch(/^layers\[1\]: expected weights of its own/);
  });

  it('takes equal layers whose weights were set, given, all alike, or drawn by other seeds', () => {
    const set = () => {
      const layer = new Layer(2, 2);
      layer.weights.set([1, 2, 3, 4]);
      return layer;
    };
    const given = () => new Layer(2, 2, { weights: [1, 2, 3, 4] });
    const alike = () => {
      const layer = new Layer(2, 2, { initializer: () => 0.5 });
      expect([...layer.weights]).toEqual([0.5, 0.5, 0.5, 0.5]);
      return layer;
    };
    const seeded = (seed: number) => {
      const layer = new Layer(2, 2, { seed });
      expect(layer.weights.length).toBe(4);
      return layer;
    };
    for (const layers of [
      [set(), set()],
      [given(), given()],
      [alike(), alike()],
      [seeded(1), seeded(2)],
    ] as Layer[][]) {
      expect(make(layers).layers).toEqual(layers);
    }
  });

  it('draws by the index of the layer, whichever copy of the package made it: another finds the weights by the same key', () => {
    const [key] = Object.getOwnPropertySymbols(new Layer(1, 1)).filter((symbol) => Symbol.keyFor(symbol) !== undefined);
    expect(Symbol.keyFor(key as symbol)).toBe('glassbox-nn: weights');
  });

  it('takes a layer from another copy of the package, duck-typed', () => {
    const layer = new Layer(2, 1);
    const copy = { ...layer, parameterCount: 3, forward: layer.forward, neuron: layer.neuron } as unknown as Layer<2, 1>;
    expect(new Network([copy]).forward([1, 1])).toEqual(new Network([layer]).forward([1, 1]));
  });

  it('refuses a layer that does not fit its neighbour, and changes nothing', () => {
    const layers = [new Layer(4, 3), new Layer(3, 3), new Layer(2, 1)];
    const before = layers.map((layer) => layer.weights.slice());
    const error = thrownBy(() => make(layers));
    expect(error).toMatchObject({ name: 'ShapeError', code: 'SHAPE' });
    expect(error.message).toBe('layers[2] inputs: expected 3 (the outputs of layers[1]), got 2. Make the two the same.');
    expect(layers.map((layer) => layer.weights)).toEqual(before);
  });

  it('refuses the same layer twice', () => {
    const layer = new Layer(3, 3);
    const error = thrownBy(() => make([layer, layer]));
    expect(error).toMatchObject({ name: 'ArgumentError' });
    expect(error.message).toBe('layers[1]: expected a layer of its own, got layers[0] again. Make a new Layer for each place.');
  });

  it.each([
    5,
    null,
    {},
    JSON.parse('{"inputs": 1, "outputs": 1, "weights": [1], "biases": [0]}'),
    { inputs: 2, outputs: 1, weights: new Float32Array(2), biases: new Float32Array(2) },
  ])('refuses %j in place of a layer', (item) => {
    const error = thrownBy(() => make([new Layer(2, 2), item]));
    expect(error).toMatchObject({ name: 'ArgumentError' });
    expect(error.message).toMatch(/^layers\[1\]: expected a Layer, got .+\. For example new Layer\(784, 16\)\.$/);
  });

  it.each([
    ['inputs that are no number', { inputs: '2' }],
    ['outputs that are no number', { outputs: '1' }],
    ['no neurons to ask for', { neuron: undefined }],
    ['no weights', { weights: undefined }],
    ['weights in double precision', { weights: new Float64Array(2) }],
    ['a weight too few', { weights: new Float32Array(1) }],
    ['no biases', { biases: undefined }],
    ['a bias too many', { biases: new Float32Array(2) }],
  ])('refuses what is a layer but for %s', (_, spoilt) => {
    const layer = new Layer(2, 1);
    const nearly = { ...layer, neuron: layer.neuron, ...spoilt };
    expect(thrownBy(() => make([nearly])).message).toBe(
      'layers[0]: expected a Layer, got an object. For example new Layer(784, 16).',
    );
  });

  it('refuses what is a layer but for its activation, by name', () => {
    const layer = new Layer(2, 1);
    const nearly = { ...layer, neuron: layer.neuron, activation: () => 1 };
    expect(thrownBy(() => make([nearly])).message).toMatch(/^layers\[0\] activation: expected an activation, got a function\./);
  });

  it('refuses options that belong to its layers', () => {
    const error = thrownBy(() => make([new Layer(2, 2)], { seed: 1 }));
    expect(error).toMatchObject({ name: 'ArgumentError' });
    expect(error.message).toBe(
      "Network options beside layers: expected any of classNames, columnNames, got 'seed'. Give each Layer its own.",
    );
  });

  it('has softmax last or not at all', () => {
    const error = thrownBy(() => make([new Layer(2, 2, { activation: softmax }), new Layer(2, 2)]));
    expect(error.message).toMatch(/^layers\[0\] activation: expected an element-wise activation, as relu, got softmax\./);
    expect(new Network([new Layer(2, 2, { activation: softmax })]).forward([0, 0]).length).toBe(2);
  });

  it('asks an initializer once for each weight of a network of sizes', () => {
    let draws = 0;
    const counting = () => ++draws;
    const network = new Network([2, 3, 2], { initializer: counting });
    expect(draws).toBe(12);
    expect([...network.layers[1].weights]).toEqual([7, 8, 9, 10, 11, 12]);
  });

  it('answers nothing where an output is NaN', () => {
    const network = new Network([2, 2]);
    network.layers[0].weights[3] = Number.NaN;
    expect(network.forward([1, 1])[1]).toBeNaN();
    const error = thrownBy(() => network.predict([1, 1]));
    expect(error).toMatchObject({ name: 'NumericError', code: 'NUMERIC' });
    expect(error.message).toBe(
      'output[1]: expected a number, got NaN. A weight or bias is not finite, or so large that a sum overflowed.',
    );
    network.layers[0].weights[0] = Number.NaN;
    expect(thrownBy(() => network.predict([1, 1])).message).toMatch(/^output\[0\]: expected a number, got NaN\./);
  });

  it('leaves a layer as it is whose initializer cannot be asked twice', () => {
    const list = [0.25, 0.5, 0.75, 1];
    const fromList = () => list.shift() as number;
    const layer = new Layer(2, 2, { initializer: fromList });
    new Network([new Layer(2, 2), layer]);
    expect(layer.weights).toEqual(Float32Array.of(0.25, 0.5, 0.75, 1));
  });

  it('draws its layers by their own initializers', () => {
    const { layers } = new Network([
      new Layer(1, 2, { initializer: constant(1) }),
      new Layer(2, 1, { initializer: constant(2) }),
    ]);
    expect(layers.flatMap((layer) => [...layer.weights])).toEqual([1, 1, 2, 2]);
  });
});
