// A network: layers in a row, each fed by the one before.
import { argmax } from '../linalg/argmax.js';
import { wholeNumber } from '../support/checks.js';
import { StateError } from '../support/errors.js';
import { defineFields, fieldsOf } from '../support/fields.js';
import { readColumnNames } from '../support/names.js';
import type { Numbers } from '../support/numbers.js';
import { wording } from '../support/wording.js';
import { readClassNames } from './classNames.js';
import { describeNetwork } from './describeNetwork.js';
import { checkOutputs, forwardThrough, readInput, type Trace, traceThrough } from './forward.js';
import type { Layer } from './Layer.js';
import { layersFrom, type NamesOptions, type NetworkOptions } from './layersFrom.js';
import type { Below, Columns, First, Fits, Last, LayersOf, Mutable, Sized, SizesOf } from './sizes.js';

/** What an assignment to a field does. */
const FIELDS = /* @__PURE__ */ fieldsOf<PlainNetwork<readonly number[]>>(
  'network',
  'Save it with toJson(network) of glassbox-nn/formats.',
  {
    layers: 'Make a new Network of the layers: new Network([...]).',
    sizes: 'Make a new Network of other sizes.',
    classNames: ({ sizes }, names) => readClassNames('network.classNames', names, sizes[sizes.length - 1] as number),
    columnNames: ({ sizes }, names) => readColumnNames('network.columnNames', names, sizes[0] as number),
    forward: 'Write a function that calls it.',
    predict: 'Write a function that calls it.',
    parameterCount: 'Make a new Network of other sizes.',
  },
  ['forward', 'predict', 'parameterCount'],
);

/** The class behind {@link Network}; its constructor is not typed by sizes. */
class PlainNetwork<S extends readonly number[]> {
  /** What consoles call it, also when minified. */
  static readonly name: string = 'Network';
  /** The layers, first to last; `sizes` has one number more than there are layers. */
  declare readonly layers: LayersOf<S>;
  /** How many numbers stand in each column, the input's first: `[784, 16, 16, 10]`. */
  declare readonly sizes: S;
  /**
   * What the classes are called, in the order of the outputs. Set by an option, by the first training on data with names, or by
   * assignment. Data with names of its own is then read by name. At most one for each output, and two for a single output.
   */
  declare classNames: readonly string[] | undefined;
  /**
   * What the columns of the inputs are called, [inputs]. Set as `classNames`. Data whose columns have other names, or the same names
   * in another order, is then refused.
   */
  declare columnNames: readonly string[] | undefined;
  /** How many parameters the network has: all weights and biases. 13,002 for 784-16-16-10. */
  declare readonly parameterCount: number;

  constructor(given: readonly number[] | readonly Layer[], options?: NetworkOptions) {
    const { layers, names } = layersFrom(given, options);
    const sizes = [(layers[0] as Layer).inputs, ...layers.map((layer) => layer.outputs)];
    defineFields(this, FIELDS, {
      layers: Object.freeze(layers),
      sizes: Object.freeze(sizes),
      classNames: readClassNames('Network classNames', names.classNames, sizes[sizes.length - 1] as number),
      columnNames: readColumnNames('Network columnNames', names.columnNames, sizes[0] as number),
      // Bound, so that the network can be handed on as a function.
      forward: this.forward.bind(this),
      predict: this.predict.bind(this),
      parameterCount: layers.reduce((count, layer) => count + layer.parameterCount, 0),
    });
    Object.freeze(this);
  }

  /**
   * The network's output: the activations of its last layer. Bound: `const f = network.forward` works.
   *
   * @param input - [inputs], finite numbers as the network sees them, 0 to 1 for pixels; not bytes.
   * @returns [outputs], a new array.
   * @throws {@link ShapeError} if there are too few or too many numbers, {@link NumericError} if one is not finite, and
   * {@link ArgumentError} if they are bytes or no numbers.
   */
  forward<const X extends Numbers>(input: X & Sized<X, First<S>>): Float32Array {
    return forwardThrough(this.layers, readInput(this, input));
  }

  /**
   * The index of the brightest output: the network's answer. Bound, as {@link Network.forward}.
   *
   * @param input - [inputs], as for `forward`.
   * @returns A whole number from 0 to the outputs - 1.
   * @throws As `forward`, {@link StateError} for a network of a single output, which has no brightest, and {@link NumericError}
   * if an output is NaN.
   */
  predict<const X extends Numbers>(input: X & Sized<X, First<S>>): Below<Last<S>> {
    if (this.sizes[this.sizes.length - 1] === 1) {
      throw new StateError(
        wording('predict', 'two outputs or more to choose from', 'one', 'Read forward(input)[0] and decide by a threshold.'),
      );
    }
    const outputs = forwardThrough(this.layers, readInput(this, input));
    checkOutputs(outputs);
    return argmax(outputs) as Below<Last<S>>;
  }

  /**
   * The activations of every column, the input's first, as the video lights them up.
   *
   * @param input - [inputs], as for `forward`.
   * @returns One new array for each of `sizes`; a tuple where the sizes are known to the compiler.
   */
  activations<const X extends Numbers>(input: X & Sized<X, First<S>>): Columns<S> {
    const trace = traceThrough(this.layers, readInput(this, input));
    return [trace.input, ...trace.layers.map((layer) => layer.activations)] as Columns<S>;
  }

  /**
   * Everything on the way from input to output: the weighted sums and the activations of each layer.
   *
   * @param input - [inputs], as for `forward`.
   * @returns New arrays.
   */
  trace<const X extends Numbers>(input: X & Sized<X, First<S>>): Trace {
    return traceThrough(this.layers, readInput(this, input));
  }

  /** The network in a line: `784-16-16-10, sigmoid, 12,544+16 + 256+16 + 160+10 = 13,002 knobs`. */
  toString(): string {
    return describeNetwork(this.layers);
  }
}

/**
 * A plain neural network: layers in a row, each fed by the one before.
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
 * String(custom); // => '784-128-10, relu then softmax, 100,352+128 + 1,280+10 = 101,770 knobs'
 *
 * const mixed = new Network([
 *   new Layer(784, 32, { activation: relu, initializer: heNormal }),
 *   new Layer(32, 10, { activation: softmax }), // a Layer(31, 10) here does not compile
 * ]);
 * mixed.sizes; // => [ 784, 32, 10 ]
 * ```
 */
export interface Network<S extends readonly number[] = readonly number[]> extends PlainNetwork<S> {}

/** The constructor of {@link Network}, in its two forms. */
export interface NetworkConstructor {
  /**
   * A network of these sizes.
   *
   * @param sizes - How many numbers stand in each column, the input's first; two or more whole numbers from 1.
   * @param options - Activations, initializer and seed (sigmoid, Glorot's weights and 0 if left out), and names.
   */
  new <const S extends readonly number[]>(sizes: S & Sizes<S>, options?: NetworkOptions): Network<Mutable<S>>;
  /**
   * A network of layers made beforehand, which it holds and does not copy. Layers whose weights nothing has read or set yet draw them
   * now, each by its seed and its index, so that a list of plain layers equals the network of their sizes. No other weights change.
   *
   * @param layers - One or more, each taking as many inputs as the one before has outputs.
   * @param options - Names of classes and columns.
   * @throws {@link ShapeError} for layers that do not fit each other, and {@link ArgumentError} for two whose weights came from the
   * same draws, as of two equal layers that were read before.
   */
  new <const L extends readonly Layer[]>(layers: L & Fits<L>, options?: NamesOptions): Network<SizesOf<L>>;
  /** The prototype that all networks share. */
  readonly prototype: Network;
}

/** A tuple of sizes known to be too short is no sizes. */
type Sizes<S extends readonly number[]> = S extends readonly [] | readonly [number]
  ? 'a network needs two sizes or more: its inputs and its outputs'
  : unknown;

/** Makes a network from sizes, or from layers. */
export const Network: NetworkConstructor = PlainNetwork as unknown as NetworkConstructor;

/** The layer at an index of `network.layers`. */
export function layerAt(network: Network, index: number): Layer {
  wholeNumber('layer', index, 0, network.layers.length - 1, 'It is an index of network.layers.');
  return network.layers[index] as Layer;
}
