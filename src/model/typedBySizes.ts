// The classes Network, Layer and Neuron under types that know their sizes: what the package exports. Only the types differ.
import type { Numbers } from '../support/numbers.js';
import type { Trace } from './forward.js';
import { type LayerOptions, Layer as PlainLayer } from './Layer.js';
import { Network as PlainNetwork } from './Network.js';
import { Neuron as PlainNeuron } from './Neuron.js';
import type { Below, Columns, First, Fits, Last, LayersOf, OptionsFor, Sized, Sizes, SizesOf, SizesOrLayers } from './sizes.js';

// The rest of its members it has from the class.
export interface Network<S extends Sizes = Sizes> extends PlainNetwork {
  readonly layers: LayersOf<S>;
  readonly sizes: S;
  forward<const X extends Numbers>(input: X & Sized<X, First<S>>): Float32Array;
  predict<const X extends Numbers>(input: X & Sized<X, First<S>>): Below<Last<S>>;
  activations<const X extends Numbers>(input: X & Sized<X, First<S>>): Columns<S>;
  trace<const X extends Numbers>(input: X & Sized<X, First<S>>): Trace;
}

/** The constructor of {@link Network}. */
export interface NetworkConstructor {
  /**
   * A network of these sizes, or of layers made beforehand.
   *
   * Layers are held and not copied. Those whose weights nothing has read or set yet draw them now, each by its seed and its index, so
   * that a list of plain layers equals the network of their sizes. No other weights change.
   *
   * @param given - How many numbers the input has, and how many neurons each layer: two or more whole numbers from 1. Or one layer or
   * more, each taking as many inputs as the one before has outputs.
   * @param options - Names of classes and columns. Of sizes also activations, initializer and seed: sigmoid, Glorot's weights and 0 if
   * left out.
   * @throws {@link ShapeError} for layers that do not fit each other, and {@link ArgumentError} for two whose weights came from the
   * same draws, as of two equal layers that were read before.
   */
  new <const S extends SizesOrLayers = SizesOrLayers>(given: S & Fits<S>, options?: OptionsFor<S>): Network<SizesOf<S>>;
  /** The prototype that all networks share. */
  readonly prototype: Network;
}

/**
 * A plain neural network: layers in a row, each fed by the one before.
 *
 * A `class MyNetwork extends Network` may add fields and methods. Training, evaluation and files go by the layers: they call none of
 * its methods, and a copy of it, or what is read from a file, is a plain `Network`.
 *
 * @typeParam S - Its sizes, as `[784, 16, 16, 10]`; a bare `Network` stands for one of any sizes.
 *
 * @example
 * ```ts
 * import { heNormal, Layer, Network, relu, softmax } from 'glassbox-nn';
 *
 * const network = new Network([784, 16, 16, 10]); // sigmoid everywhere, Glorot's weights, seed 0
 * network.parameterCount; // => 13002
 * network.forward(new Float32Array(784)).length; // => 10
 *
 * const custom = new Network([784, 128, 10], { hidden: relu, output: softmax, initializer: heNormal, seed: 1 });
 * String(custom); // => '784-128-10, relu then softmax, 100,352+128 + 1,280+10 = 101,770 parameters'
 *
 * const mixed = new Network([
 *   new Layer(784, 32, { activation: relu, initializer: heNormal }),
 *   new Layer(32, 10, { activation: softmax }), // a Layer(31, 10) here does not compile
 * ]);
 * mixed.sizes; // => [ 784, 32, 10 ]
 * ```
 *
 * @class
 */
export const Network = PlainNetwork as NetworkConstructor;

export interface Layer<I extends number = number, O extends number = number> extends PlainLayer {
  readonly inputs: I;
  readonly outputs: O;
  forward<const X extends Numbers>(inputs: X & Sized<X, I>): Float32Array;
  neuron(index: number): Neuron<I>;
}

/** The constructor of {@link Layer}. */
export interface LayerConstructor {
  /**
   * A layer of this size.
   *
   * @param inputs - How many numbers come in, from 1.
   * @param outputs - How many neurons, from 1.
   * @param options - Activation, initializer and seed, or the weights and biases themselves, and whether training moves them.
   * @throws {@link OutOfRangeError} for a size that is no whole number from 1, {@link LimitError} for a layer too large to hold,
   * {@link ShapeError} for too few or too many weights or biases, {@link NumericError} for one that is not finite, and
   * {@link ArgumentError} for an option of the wrong kind or name.
   */
  new <const I extends number = number, const O extends number = number>(
    inputs: I,
    outputs: O,
    options?: LayerOptions,
  ): Layer<I, O>;
  /** The prototype that all layers share. */
  readonly prototype: Layer;
}

/**
 * A layer of neurons, each joined to every input. `weights` and `biases` are ordinary arrays: change a number, and the next
 * `forward` uses it.
 *
 * Weights are drawn when they are first needed: in a network by the seed and the layer's index, in a layer by itself by the seed and
 * index 0. What has been read, set or used is never drawn again.
 *
 * @typeParam I - How many numbers come in.
 * @typeParam O - How many neurons there are, which is how many numbers go out.
 *
 * @example
 * ```ts
 * import { Layer, relu } from 'glassbox-nn';
 *
 * const layer = new Layer(3, 2, { activation: relu });
 * layer.weights.set([
 *   1, 0, -1, // the first neuron's
 *   0, 2, 0, // the second neuron's
 * ]);
 * layer.biases.set([0.5, -10]);
 * layer.forward([4, 3, 2]); // => Float32Array(2) [ 2.5, 0 ]
 * ```
 *
 * @class
 */
export const Layer = PlainLayer as LayerConstructor;

export interface Neuron<I extends number = number> extends PlainNeuron {
  readonly layer: Layer<I>;
  weightedSum<const X extends Numbers>(inputs: X & Sized<X, I>): number;
  activate<const X extends Numbers>(inputs: X & Sized<X, I>): number;
}

/** The constructor of {@link Neuron}. */
export interface NeuronConstructor {
  /**
   * A neuron of a layer, as `layer.neuron(index)` gives it.
   *
   * @param layer - The layer.
   * @param index - Which neuron, from 0.
   * @throws {@link ArgumentError} for what is no layer, and {@link OutOfRangeError} if it has no such neuron.
   */
  new <I extends number = number>(layer: Layer<I>, index: number): Neuron<I>;
  /** The prototype that all neurons share. */
  readonly prototype: Neuron;
}

/**
 * A live view of one neuron: its own grid of weights and its bias are the layer's, so a change here changes the network.
 *
 * @typeParam I - How many inputs the neuron takes.
 *
 * @example
 * ```ts
 * import { Network } from 'glassbox-nn';
 *
 * const neuron = new Network([2, 1]).layers[0].neuron(0);
 * neuron.weights.set([1, 1]);
 * neuron.bias = -10; // active only when the sum is over 10
 * neuron.weightedSum([4, 6]); // => 0
 * neuron.activate([4, 6]); // => 0.5
 * ```
 *
 * @class
 */
export const Neuron = PlainNeuron as NeuronConstructor;
