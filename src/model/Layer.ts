// A layer: weights, biases and an activation. In one line, a' = squish(W a + b).
import { functionValue, seedNumber, trueOrFalse, wholeNumber } from '../support/checks.js';
import { ArgumentError } from '../support/errors.js';
import { type Numbers, readNumbers } from '../support/numbers.js';
import { readOptions } from '../support/options.js';
import { describe, wording } from '../support/wording.js';
import type { LayerActivation } from './activations/activation.js';
import { sigmoid } from './activations/sigmoid.js';
import { drawWeights } from './drawWeights.js';
import { forwardLayer } from './forward.js';
import { glorotUniform } from './initializers/glorot.js';
import { heUniform } from './initializers/he.js';
import type { Initializer } from './initializers/initializer.js';
import { checkParameterCount } from './limits.js';
import { Neuron } from './Neuron.js';
import type { Sized } from './sizes.js';

/** What a {@link Layer} may be told. */
export interface LayerOptions {
  /** The squishing function; sigmoid if left out. */
  readonly activation?: LayerActivation;
  /** Draws the weights; He's for the ReLU family and Glorot's for the others if left out. Biases start at 0. */
  readonly initializer?: Initializer;
  /** Whole number from 0 to 2^53 - 1 that decides the draws; 0 if left out. */
  readonly seed?: number;
  /** Which layer of a network it is to be, from 0; it decides the draws too, so that equal layers are no twins. 0 if left out. */
  readonly place?: number;
  /** False keeps the weights and biases as they are when a network that has the layer is trained; true if left out. */
  readonly trainable?: boolean;
  /**
   * False starts from weights of 0 that you set: the initializer is not asked, and no network draws them anew. True if left out.
   */
  readonly drawn?: boolean;
}

/**
 * A layer of neurons, each joined to every input. `weights` and `biases` are ordinary arrays: change a number, and the next
 * `forward` uses it.
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
 */
export class Layer<const I extends number = number, const O extends number = number> {
  /** How many numbers come in. */
  readonly inputs: I;
  /** How many neurons there are. */
  readonly outputs: O;
  /** [outputs, inputs], row by row: row i is neuron i's own grid. */
  readonly weights: Float32Array;
  /** [outputs] */
  readonly biases: Float32Array;
  /** The squishing function. */
  readonly activation: LayerActivation;
  /** What drew the weights. */
  readonly initializer: Initializer;
  /** The seed that the weights were drawn by, if one was given. */
  readonly seed: number | undefined;
  /** Whether training moves the weights and biases; see {@link freeze}. */
  readonly trainable: boolean;
  /** Whether the initializer drew the weights that the layer began with. */
  readonly drawn: boolean;

  /**
   * @param inputs - How many numbers come in, from 1.
   * @param outputs - How many neurons, from 1.
   * @param options - Activation, initializer, seed and whether it learns.
   * @throws {@link OutOfRangeError} for a size that is no whole number from 1, {@link LimitError} for a layer too large to hold,
   * and {@link ArgumentError} for an option of the wrong kind or name.
   */
  constructor(inputs: I, outputs: O, options: LayerOptions = {}) {
    const {
      activation = sigmoid,
      initializer,
      seed,
      place = 0,
      trainable = true,
      drawn = true,
    } = readOptions('Layer options', options, ['activation', 'initializer', 'seed', 'place', 'trainable', 'drawn']);
    this.inputs = wholeNumber('Layer inputs', inputs, 1) as I;
    this.outputs = wholeNumber('Layer outputs', outputs, 1) as O;
    checkParameterCount([inputs, outputs]);
    this.activation = checkActivation('Layer activation', activation);
    this.initializer =
      initializer === undefined
        ? defaultInitializer(activation)
        : functionValue('Layer initializer', initializer, 'an initializer, as heNormal');
    this.seed = seed === undefined ? undefined : seedNumber('Layer seed', seed);
    this.trainable = trueOrFalse('Layer trainable', trainable);
    this.drawn = trueOrFalse('Layer drawn', drawn);
    seedNumber('Layer place', place);
    this.weights = drawn ? drawWeights(this, place) : new Float32Array(inputs * outputs);
    this.biases = new Float32Array(outputs);
    Object.freeze(this);
  }

  /** How many knobs the layer has: a weight for every input of every neuron, and a bias for every neuron. */
  get parameterCount(): number {
    return this.weights.length + this.biases.length;
  }

  /**
   * The activations of all neurons: a' = squish(W a + b).
   *
   * @param inputs - [inputs], finite numbers; not bytes.
   * @returns [outputs], a new array.
   * @throws {@link ShapeError} if there are too few or too many inputs, {@link NumericError} if one is not finite, and
   * {@link ArgumentError} if they are bytes or no numbers.
   */
  forward<const X extends Numbers>(inputs: X & Sized<X, I>): Float32Array {
    const activations = new Float32Array(this.outputs);
    forwardLayer(this, activations, activations, readNumbers('inputs', inputs as Numbers, this.inputs));
    return activations;
  }

  /**
   * A live view of one neuron: its weights, its bias, and what it makes of inputs.
   *
   * @param index - A whole number from 0 to `outputs` - 1.
   * @throws {@link OutOfRangeError} if there is no such neuron.
   */
  neuron(index: number): Neuron<I> {
    return new Neuron<I>(
      this,
      wholeNumber('neuron', index, 0, this.outputs - 1, `The layer has ${this.outputs} neurons, counted from 0.`),
    );
  }
}

/** An activation, told by its form, since two copies of this library may meet. */
export function checkActivation(what: string, activation: LayerActivation): LayerActivation {
  const { kind, name } = (activation ?? {}) as Partial<LayerActivation>;
  if (typeof activation === 'function' && (kind === 'elementwise' || kind === 'vector') && typeof name === 'string')
    return activation;
  const remedy = "Import one, as in import { relu } from 'glassbox-nn', or make one with defineActivation.";
  throw new ArgumentError(wording(what, 'an activation', describe(activation), remedy));
}

function defaultInitializer(activation: LayerActivation): Initializer {
  return activation.kind === 'elementwise' && activation.rectifier ? heUniform : glorotUniform;
}
