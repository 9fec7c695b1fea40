// A layer: weights, biases and an activation. In one line, a' = activation(W a + b).
import { functionValue, seedNumber, trueOrFalse, wholeNumber } from '../support/checks.js';
import { closeObject, defineFields, fieldsOf } from '../support/fields.js';
import { type Numbers, readNumbers } from '../support/numbers.js';
import { readOptions } from '../support/options.js';
import type { LayerActivation } from './activations/activation.js';
import { checkActivation } from './activations/checkActivation.js';
import { sigmoid } from './activations/sigmoid.js';
import { biasesOf, keepWeights, weightsOf } from './drawWeights.js';
import { forwardLayer } from './forwardLayer.js';
import { glorotUniform } from './initializers/glorot.js';
import { heUniform } from './initializers/he.js';
import type { Initializer } from './initializers/initializer.js';
import { checkParameterCount } from './limits.js';
import { Neuron } from './Neuron.js';

/** Options of a {@link Layer}. */
export interface LayerOptions {
  /** The activation function; sigmoid if left out. */
  readonly activation?: LayerActivation | undefined;
  /** Draws the weights; He's for the ReLU family and Glorot's for the others if left out. */
  readonly initializer?: Initializer | undefined;
  /** Draws the biases; all are 0 if left out, as in Keras. `uniform(-1, 1)` helps to follow a curve of few inputs. */
  readonly biasInitializer?: Initializer | undefined;
  /** Whole number from 0 to 2^53 - 1 that decides the draws, together with the layer's index in its network; 0 if left out. */
  readonly seed?: number | undefined;
  /** [outputs, inputs], row by row, finite: the weights to start from, copied. Drawn by the initializer if left out. */
  readonly weights?: Numbers | undefined;
  /** [outputs], finite: the biases to start from, copied. Drawn by `biasInitializer`, or all 0, if left out. */
  readonly biases?: Numbers | undefined;
  /** False keeps the weights and biases as they are when a network that has the layer is trained; true if left out. */
  readonly trainable?: boolean | undefined;
}

const OPTIONS = ['activation', 'initializer', 'biasInitializer', 'seed', 'weights', 'biases', 'trainable'] as const;

const LAYOUT = 'Weights come neuron by neuron: [outputs, inputs] in one array.';

/** The remedy of an assignment to each field. */
const FIELDS = /* @__PURE__ */ fieldsOf(
  'layer',
  'Save its network, with toJson(network) of glassbox-nn/formats.',
  {
    inputs: 'Make a new Layer of another size.',
    outputs: 'Make a new Layer of another size.',
    weights: 'Change its numbers, as in layer.weights.set([...]).',
    biases: 'Change its numbers, as in layer.biases.set([...]).',
    activation: 'Make a new Layer: new Layer(inputs, outputs, { activation, weights, biases }).',
    initializer: 'Make a new Layer.',
    biasInitializer: 'Make a new Layer.',
    seed: 'Make a new Layer.',
    trainable: 'Make a copy by freeze(layer) or unfreeze(layer).',
    parameterCount: 'Make a new Layer of another size.',
  },
  ['parameterCount'],
);

/** Neurons that are each joined to every input. `typedBySizes.ts` types the same class by its sizes, for users. */
export class Layer {
  /** The name that consoles print, also when minified. */
  static readonly name: string = 'Layer';
  /** How many numbers come in. */
  declare readonly inputs: number;
  /** How many neurons there are. */
  declare readonly outputs: number;
  /** [outputs, inputs], row by row: row i is neuron i's own grid. */
  declare readonly weights: Float32Array;
  /** [outputs] */
  declare readonly biases: Float32Array;
  /** The activation function. */
  declare readonly activation: LayerActivation;
  /** Draws the weights, where none were given. */
  declare readonly initializer: Initializer;
  /** Draws the biases, where none were given; undefined where they start at 0. */
  declare readonly biasInitializer: Initializer | undefined;
  /** The seed of the draws, if one was given. */
  declare readonly seed: number | undefined;
  /** Whether training moves the weights and biases; see {@link freeze}. */
  declare readonly trainable: boolean;
  /** How many parameters the layer has: a weight for every input of every neuron, and a bias for every neuron. */
  declare readonly parameterCount: number;

  constructor(inputs: number, outputs: number, options: LayerOptions = {}) {
    const given = readOptions('Layer options', options, OPTIONS);
    const { activation = sigmoid, initializer, biasInitializer, seed, weights, biases, trainable = true } = given;
    wholeNumber('Layer inputs', inputs, 1);
    wholeNumber('Layer outputs', outputs, 1);
    checkParameterCount([inputs, outputs]);
    checkActivation('Layer activation', activation);
    keepWeights(
      this,
      weights === undefined ? undefined : readNumbers('Layer weights', weights, inputs * outputs, LAYOUT),
      biases === undefined ? undefined : readNumbers('Layer biases', biases, outputs),
    );
    const layer: Layer = this;
    defineFields(this, FIELDS, {
      inputs,
      outputs,
      get weights() {
        return weightsOf(layer);
      },
      get biases() {
        return biasesOf(layer);
      },
      activation,
      initializer:
        initializer === undefined
          ? defaultInitializer(activation)
          : functionValue('Layer initializer', initializer, 'an initializer, as heNormal'),
      biasInitializer:
        biasInitializer === undefined
          ? undefined
          : functionValue('Layer biasInitializer', biasInitializer, 'an initializer, as heNormal'),
      seed: seed === undefined ? undefined : seedNumber('Layer seed', seed),
      trainable: trueOrFalse('Layer trainable', trainable),
      parameterCount: (inputs + 1) * outputs,
    });
    closeObject(this, Layer.prototype, 'Layer', ['forward', 'neuron']);
  }

  /**
   * The activations of all neurons: a' = activation(W a + b).
   *
   * @param inputs - [inputs], finite numbers; not bytes.
   * @returns [outputs], a new array.
   * @throws {@link ShapeError} if there are too few or too many inputs, {@link NumericError} if one is not finite, and
   * {@link ArgumentError} if they are bytes or no numbers.
   */
  forward(inputs: Float32Array | readonly number[]): Float32Array {
    const activations = new Float32Array(this.outputs);
    forwardLayer(this, activations, activations, readNumbers('inputs', inputs, this.inputs));
    return activations;
  }

  /**
   * A live view of one neuron: its weights, its bias, and what it makes of inputs.
   *
   * @param index - A whole number from 0 to `outputs` - 1.
   * @throws {@link OutOfRangeError} if there is no such neuron.
   */
  neuron(index: number): Neuron {
    return new Neuron(this, index);
  }
}

function defaultInitializer(activation: LayerActivation): Initializer {
  return activation.kind === 'elementwise' && activation.rectifier ? heUniform : glorotUniform;
}
