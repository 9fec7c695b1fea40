// A network: layers in a row, each fed by the one before.
import { argmax } from '../linalg/argmax.js';
import { StateError } from '../support/errors.js';
import { closeObject, defineFields, fieldsOf } from '../support/fields.js';
import { readColumnNames } from '../support/names.js';
import { wording } from '../support/wording.js';
import { readClassNames } from './classNames.js';
import { describeNetwork } from './describeNetwork.js';
import { activationsThrough, checkOutputs, forwardThrough, readInput, type Trace, traceThrough } from './forward.js';
import type { Layer } from './Layer.js';
import { layersFrom, type NetworkOptions } from './layersFrom.js';

/** The remedy of an assignment to each field; a function checks what may be assigned. */
const FIELDS = /* @__PURE__ */ fieldsOf<Network>(
  'network',
  'Save it with toJson(network) of glassbox-nn/formats.',
  {
    layers: 'Make a new Network of the layers: new Network([...]).',
    sizes: 'Make a new Network of other sizes.',
    classNames: ({ sizes }, names) => readClassNames('network.classNames', names, sizes[sizes.length - 1]),
    columnNames: ({ sizes }, names) => readColumnNames('network.columnNames', names, sizes[0]),
    forward: 'Write a function that calls it.',
    predict: 'Write a function that calls it.',
    parameterCount: 'Make a new Network of other sizes.',
  },
  ['forward', 'predict', 'parameterCount'],
);

/** Layers in a row, each fed by the one before. `typedBySizes.ts` types the same class by its sizes, for users. */
export class Network {
  /** The name that consoles print, also when minified. */
  static readonly name: string = 'Network';
  /** The layers, first to last; `sizes` has one number more than there are layers. */
  declare readonly layers: readonly Layer[];
  /** How many numbers the input has, and how many neurons each layer: `[784, 16, 16, 10]`. */
  declare readonly sizes: readonly number[];
  /**
   * The names of the classes, in the order of the outputs. Set by an option, by the first training on data with names, or by
   * assignment. Data with names of its own is then read by name. At most one for each output, and two for a single output.
   */
  declare classNames: readonly string[] | undefined;
  /**
   * The names of the columns of the inputs, [inputs]. Set as `classNames`. Data whose columns have other names, or the same names
   * in another order, is then refused.
   */
  declare columnNames: readonly string[] | undefined;
  /** How many parameters the network has: all weights and biases. 13,002 for 784-16-16-10. */
  declare readonly parameterCount: number;

  constructor(given: readonly number[] | readonly Layer[], options?: NetworkOptions) {
    const { layers, names } = layersFrom(given, options);
    const sizes = [layers[0].inputs, ...layers.map((layer) => layer.outputs)];
    defineFields(this, FIELDS, {
      layers: Object.freeze(layers),
      sizes: Object.freeze(sizes),
      classNames: readClassNames('Network classNames', names.classNames, sizes[sizes.length - 1]),
      columnNames: readColumnNames('Network columnNames', names.columnNames, sizes[0]),
      // Bound, so that the network can be handed on as a function.
      forward: this.forward.bind(this),
      predict: this.predict.bind(this),
      parameterCount: layers.reduce((count, layer) => count + layer.parameterCount, 0),
    });
    closeObject(this, Network.prototype, 'Network', ['forward', 'predict', 'activations', 'trace']);
  }

  /**
   * The network's output: the activations of its last layer. Bound: `const f = network.forward` works.
   *
   * @param input - [inputs], finite numbers as the network sees them, 0 to 1 for pixels; not bytes.
   * @returns [outputs], a new array.
   * @throws {@link ShapeError} if there are too few or too many numbers, {@link NumericError} if one is not finite, and
   * {@link ArgumentError} if they are bytes or no numbers.
   */
  forward(input: Float32Array | readonly number[]): Float32Array {
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
  predict(input: Float32Array | readonly number[]): number {
    if (this.sizes[this.sizes.length - 1] === 1) {
      throw new StateError(
        wording('predict', 'two outputs or more to choose from', 'one', 'Read forward(input)[0] and decide by a threshold.'),
      );
    }
    const outputs = forwardThrough(this.layers, readInput(this, input));
    checkOutputs(outputs);
    return argmax(outputs);
  }

  /**
   * The activations of every column, the input's first, as the video lights them up.
   *
   * @param input - [inputs], as for `forward`.
   * @returns One new array for each of `sizes`; a tuple where the sizes are known to the compiler.
   */
  activations(input: Float32Array | readonly number[]): Float32Array[] {
    return activationsThrough(this.layers, readInput(this, input));
  }

  /**
   * Everything on the way from input to output: the weighted sums and the activations of each layer.
   *
   * @param input - [inputs], as for `forward`.
   * @returns New arrays.
   */
  trace(input: Float32Array | readonly number[]): Trace {
    return traceThrough(this.layers, readInput(this, input));
  }

  /** The network in a line: `784-16-16-10, sigmoid, 12,544+16 + 256+16 + 160+10 = 13,002 parameters`. */
  toString(): string {
    return describeNetwork(this.layers);
  }
}
