// Sizes in the types: what compiles, what does not, and what comes out. Every line was promised in the design.
import {
  constant,
  copyOf,
  type Fits,
  Layer,
  type LayersOf,
  Network,
  type NetworkOptions,
  type Neuron,
  relu,
  type Sizes,
  type SizesOf,
  softmax,
  train,
} from 'glassbox-nn';
import { xor } from 'glassbox-nn/data';
import { describe, expectTypeOf, it } from 'vitest';
import type { Layer as OtherLayer, Network as OtherNetwork } from '../../src/model/index.js';

declare const numbers: number[];
declare const hidden: number[];
declare const pixels: Float32Array;

describe('a network of sizes', () => {
  it('has its sizes in its type, without readonly', () => {
    expectTypeOf(new Network([784, 16, 16, 10])).toEqualTypeOf<Network<[784, 16, 16, 10]>>();
    const network: Network<[784, 16, 16, 10]> = new Network([784, 16, 16, 10]);
    expectTypeOf(network.sizes).toEqualTypeOf<[784, 16, 16, 10]>();
    const sizes = [784, 16, 16, 10] as const;
    expectTypeOf(new Network(sizes)).toEqualTypeOf<Network<[784, 16, 16, 10]>>();
    expectTypeOf(new Network([2, 1], { hidden: relu, output: softmax, initializer: constant(1), seed: 1 })).toEqualTypeOf<
      Network<[2, 1]>
    >();
    // @ts-expect-error: another network's sizes
    const _other: Network<[784, 16, 10]> = network;
  });

  it('may be passed where any network will do', () => {
    const count = (network: Network) => network.parameterCount;
    expectTypeOf(count(new Network([784, 16, 10]))).toEqualTypeOf<number>();
    expectTypeOf(count(new Network([new Layer(2, 3), new Layer(3, 1)]))).toEqualTypeOf<number>();
    expectTypeOf(count(new Network(numbers))).toEqualTypeOf<number>();
    const free: Network = new Network([2, 1]);
    expectTypeOf(free.forward(numbers)).toEqualTypeOf<Float32Array>();
    expectTypeOf(free.predict(numbers)).toEqualTypeOf<number>();
  });

  it('may have sizes known only at run time', () => {
    expectTypeOf(new Network(numbers).sizes).toEqualTypeOf<number[]>();
    const between = new Network([784, ...hidden, 10]);
    expectTypeOf(between.predict(pixels)).toEqualTypeOf<0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9>();
    expectTypeOf(between.layers).toEqualTypeOf<readonly Layer[]>();
    // @ts-expect-error: a literal of two numbers for 784 inputs
    expectTypeOf(between.forward([1, 2])).toEqualTypeOf<Float32Array>();
    between.forward(pixels);
  });

  it('needs two sizes', () => {
    // @ts-expect-error: no size
    expectTypeOf(() => new Network([])).toBeFunction();
    // @ts-expect-error: one size
    expectTypeOf(() => new Network([784])).toBeFunction();
    // @ts-expect-error: a text
    expectTypeOf(() => new Network([784, '16', 10])).toBeFunction();
    // @ts-expect-error: softmax stands last
    expectTypeOf(() => new Network([2, 2, 2], { hidden: softmax })).toBeFunction();
    // @ts-expect-error: a misspelt option
    expectTypeOf(() => new Network([2, 2], { hiden: relu })).toBeFunction();
  });

  it('has as many layers as there are gaps between its sizes', () => {
    const network = new Network([784, 16, 16, 10]);
    expectTypeOf(network.layers[0].weights).toEqualTypeOf<Float32Array>();
    expectTypeOf(network.layers[0]).toEqualTypeOf<Layer<784, 16>>();
    expectTypeOf(network.layers[2]).toEqualTypeOf<Layer<16, 10>>();
    expectTypeOf(network.layers[1].neuron(0)).toEqualTypeOf<Neuron<16>>();
    // @ts-expect-error: there are three layers, 0 to 2
    expectTypeOf(network.layers[3]).toBeUndefined();
    expectTypeOf<LayersOf<[2, 3, 1]>>().toEqualTypeOf<readonly [Layer<2, 3>, Layer<3, 1>]>();
    // @ts-expect-error: layers are changed in place, and not exchanged
    network.layers[0] = new Layer(784, 16);
  });

  it('answers with a number below its outputs', () => {
    expectTypeOf(new Network([784, 10]).predict(pixels)).toEqualTypeOf<0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9>();
    expectTypeOf(new Network([784, 999]).predict(pixels)).toExtend<number>();
    // @ts-expect-error: 999 of 999 outputs
    const _beyond: 999 = new Network([784, 999]).predict(pixels);
    expectTypeOf(new Network([784, 1000]).predict(pixels)).toEqualTypeOf<number>();
    expectTypeOf(new Network(numbers).predict(pixels)).toEqualTypeOf<number>();
  });
});

describe('a function that is generic in the sizes of a network', () => {
  function make<const S extends Sizes>(sizes: S) {
    return new Network(sizes, { hidden: relu, output: softmax });
  }

  it('gives back a network of them', () => {
    expectTypeOf(make([784, 16, 10])).toEqualTypeOf<Network<[784, 16, 10]>>();
    expectTypeOf(make([784, 10]).predict(pixels)).toEqualTypeOf<0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9>();
    expectTypeOf(make(numbers)).toEqualTypeOf<Network<number[]>>();
    expectTypeOf(make([784, ...hidden, 10]).layers).toEqualTypeOf<readonly Layer[]>();
  });

  it('may say what it gives back, and refuse sizes that are too few', () => {
    function checked<const S extends Sizes>(sizes: S & Fits<S>, options?: NetworkOptions): Network<SizesOf<S>> {
      return new Network<S>(sizes, options);
    }
    expectTypeOf(checked([2, 3])).toEqualTypeOf<Network<[2, 3]>>();
    // @ts-expect-error: a network needs two sizes or more
    expectTypeOf(() => checked([2])).toBeFunction();
  });

  it('may use the network and hand it on', () => {
    function use<S extends Sizes>(network: Network<S>) {
      train(network, xor(), { epochs: 1 });
      expectTypeOf(network.forward(numbers)).toEqualTypeOf<Float32Array>();
      expectTypeOf(network.forward(pixels)).toEqualTypeOf<Float32Array>();
      expectTypeOf(copyOf(network)).toEqualTypeOf<Network<S>>();
      return network.layers.length;
    }
    expectTypeOf(use(new Network([2, 1]))).toEqualTypeOf<number>();
  });
});

describe('a class that extends Network', () => {
  class Own extends Network {
    extra = 1;
  }
  class Known extends Network<[2, 3]> {
    constructor() {
      super([2, 3], { hidden: relu });
    }
  }
  class Generic<const S extends Sizes> extends Network<S> {
    constructor(sizes: S) {
      super(sizes, { output: softmax });
    }
  }

  it('is a network of its sizes', () => {
    expectTypeOf(new Own([2, 3]).sizes).toEqualTypeOf<number[]>();
    expectTypeOf(new Own([new Layer(2, 3)]).extra).toEqualTypeOf<number>();
    expectTypeOf(new Known().sizes).toEqualTypeOf<[2, 3]>();
    expectTypeOf(new Known().predict(numbers)).toEqualTypeOf<0 | 1 | 2>();
    expectTypeOf(new Generic([2, 3, 4]).sizes).toEqualTypeOf<[2, 3, 4]>();
    expectTypeOf(new Known()).toExtend<Network<[2, 3]>>();
    expectTypeOf(copyOf(new Known())).toEqualTypeOf<Network<[2, 3]>>();
    // @ts-expect-error: expected 2 numbers, got 3
    expectTypeOf(() => new Known().forward([1, 2, 3])).toBeFunction();
  });

  it('takes what Network takes', () => {
    // @ts-expect-error: softmax stands last
    expectTypeOf(() => new Own([2, 3, 4], { hidden: softmax })).toBeFunction();
    // @ts-expect-error: a text
    expectTypeOf(() => new Own(['2', 3])).toBeFunction();
  });
});

describe('a network of layers', () => {
  it('takes its sizes from them', () => {
    const network = new Network([new Layer(784, 32, { activation: relu }), new Layer(32, 10, { activation: softmax })]);
    expectTypeOf(network).toEqualTypeOf<Network<[784, 32, 10]>>();
    expectTypeOf(new Network([new Layer(2, 1)])).toEqualTypeOf<Network<[2, 1]>>();
    expectTypeOf<SizesOf<readonly [Layer<2, 3>, Layer<3, 1>]>>().toEqualTypeOf<[2, 3, 1]>();
  });

  it('refuses a layer that does not fit its neighbour', () => {
    // @ts-expect-error: a layer of 31 inputs cannot follow a layer of 32 outputs
    expectTypeOf(() => new Network([new Layer(784, 32), new Layer(31, 10)])).toBeFunction();
    // @ts-expect-error: the same at the end
    expectTypeOf(() => new Network([new Layer(4, 3), new Layer(3, 2), new Layer(3, 1)])).toBeFunction();
  });

  it('refuses options that belong to its layers', () => {
    expectTypeOf(new Network([new Layer(2, 1)], { classNames: ['a'], columnNames: undefined })).toEqualTypeOf<
      Network<[2, 1]>
    >();
    // @ts-expect-error: each layer has its own
    expectTypeOf(() => new Network([new Layer(2, 3), new Layer(3, 1)], { hidden: relu })).toBeFunction();
    // @ts-expect-error: each layer has its own
    expectTypeOf(() => new Network([new Layer(2, 3)], { seed: 1 })).toBeFunction();
  });

  it('may be made of layers known only at run time', () => {
    const layers: Layer[] = numbers.map((size) => new Layer(size, size));
    expectTypeOf(new Network(layers).sizes).toEqualTypeOf<number[]>();
    expectTypeOf(new Network([new Layer(numbers.length, 3), new Layer(3, 1)]).predict).toBeFunction();
    const first: Layer = new Layer(2, 2);
    expectTypeOf(new Network([first, ...layers]).forward(numbers)).toEqualTypeOf<Float32Array>();
  });
});

describe('200 layers', () => {
  /** [1, 2, ..., N] */
  type UpTo<N extends number, Counted extends number[] = [1]> = Counted['length'] extends N
    ? Counted
    : UpTo<N, [...Counted, [0, ...Counted]['length']]>;
  type Many = UpTo<201>;

  it('are not too many, of sizes or of layers', () => {
    expectTypeOf<LayersOf<Many>[199]>().toEqualTypeOf<Layer<200, 201>>();
    expectTypeOf<SizesOf<LayersOf<Many>>>().toEqualTypeOf<Many>();
    expectTypeOf<Fits<LayersOf<Many>>>().toBeUnknown();
    expectTypeOf<
      Fits<readonly [...LayersOf<Many>, Layer<9, 1>]>
    >().toEqualTypeOf<'a layer of 9 inputs cannot follow a layer of 201 outputs'>();
  });
});

describe('an input', () => {
  const network = new Network([2, 3]);

  it('may be any array of numbers whose length the compiler does not know', () => {
    expectTypeOf(network.forward(numbers)).toEqualTypeOf<Float32Array>();
    expectTypeOf(network.forward(new Float32Array(2))).toEqualTypeOf<Float32Array>();
    expectTypeOf(network.forward(new Float64Array(2))).toEqualTypeOf<Float32Array>();
    expectTypeOf(network.forward(numbers as readonly number[])).toEqualTypeOf<Float32Array>();
    expectTypeOf(network.forward([0.5, 1])).toEqualTypeOf<Float32Array>();
    expectTypeOf(network.forward([0.5, 1] as const)).toEqualTypeOf<Float32Array>();
    expectTypeOf(network.forward({ length: 2, 0: 1, 1: 1 })).toEqualTypeOf<Float32Array>();
  });

  it('lights one column for each size', () => {
    expectTypeOf(network.activations(numbers)).toEqualTypeOf<[Float32Array, Float32Array]>();
    expectTypeOf(new Network(numbers).activations(numbers)).toEqualTypeOf<Float32Array[]>();
  });

  it('of another length is refused, on every way in', () => {
    const wrong = (free: Network<[2, 3]>, layer: Layer<2, 3>) => {
      // @ts-expect-error: expected 2 numbers, got 3
      free.forward([1, 2, 3]);
      // @ts-expect-error: expected 2 numbers, got 1
      free.predict([1]);
      // @ts-expect-error: expected 2 numbers, got 3
      free.activations([1, 2, 3]);
      // @ts-expect-error: expected 2 numbers, got 3
      free.trace([1, 2, 3]);
      // @ts-expect-error: expected 2 numbers, got 3
      layer.forward([1, 2, 3]);
      // @ts-expect-error: expected 2 numbers, got 3
      layer.neuron(0).weightedSum([1, 2, 3]);
      // @ts-expect-error: expected 2 numbers, got 3
      layer.neuron(0).activate([1, 2, 3]);
    };
    expectTypeOf(wrong).toBeFunction();
  });

  it('of bytes is refused, on every way in', () => {
    const wrong = (free: Network, layer: Layer, bytes: Uint8Array, clamped: Uint8ClampedArray) => {
      // @ts-expect-error: bytes are 0-255
      free.forward(bytes);
      // @ts-expect-error: bytes are 0-255
      free.forward(clamped);
      // @ts-expect-error: bytes are 0-255
      network.predict(bytes);
      // @ts-expect-error: bytes are 0-255
      layer.forward(bytes);
      // @ts-expect-error: bytes are 0-255
      layer.neuron(0).activate(clamped);
    };
    expectTypeOf(wrong).toBeFunction();
  });
});

describe('two copies of the package', () => {
  it('understand each other, since public classes hide nothing', () => {
    // The same shapes written down again, as a second copy's declarations would have them.
    type Copy<T> = { [K in keyof T]: T[K] };
    expectTypeOf<Copy<Layer<2, 3>>>().toExtend<Layer<2, 3>>();
    expectTypeOf<Copy<Neuron<2>>>().toExtend<Neuron<2>>();
    expectTypeOf<Copy<Network<[2, 3]>>>().toExtend<Network<[2, 3]>>();
    expectTypeOf<OtherLayer<2, 3>>().toExtend<Layer<2, 3>>();
    expectTypeOf<OtherNetwork>().toExtend<Network>();
  });
});
