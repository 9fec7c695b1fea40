// One neuron of a layer, as a view: what is read and written here is the layer itself.
import { dot } from '../linalg/vectors.js';
import { checkLayerHeld, float32Number, wholeNumber } from '../support/checks.js';
import { defineFields, fieldsOf } from '../support/fields.js';
import { readNumbers } from '../support/numbers.js';
import { checkLayer } from './checkLayer.js';
import { forwardLayer } from './forwardLayer.js';
import type { Layer } from './Layer.js';

/** The remedy of an assignment to each field. */
const FIELDS = /* @__PURE__ */ fieldsOf('neuron', 'Save its network, with toJson(network) of glassbox-nn/formats.', {
  layer: 'Ask another layer for its neuron.',
  index: 'Ask the layer for another neuron: layer.neuron(index).',
  weights: "Change its numbers, which are the layer's own, as in neuron.weights.set([...]).",
});

/** A live view of one neuron. `typedBySizes.ts` types the same class by its inputs, for users. */
export class Neuron {
  /** The name that consoles print, also when minified. */
  static readonly name: string = 'Neuron';
  /** The layer the neuron belongs to. */
  declare readonly layer: Layer;
  /** Its index among the neurons of the layer. */
  declare readonly index: number;
  /** Its weights, [inputs]: a row of the layer's matrix. */
  declare readonly weights: Float32Array;

  constructor(layer: Layer, index: number) {
    const { outputs } = checkLayer('layer', layer);
    wholeNumber('neuron', index, 0, outputs - 1, `The layer has ${outputs} neurons, counted from 0.`);
    const weights = layer.weights.subarray(index * layer.inputs, (index + 1) * layer.inputs);
    defineFields(this, FIELDS, { layer, index, weights });
    Object.freeze(this);
  }

  /** The bias, which is added to the weighted sum before the activation: -10 for "active only when the sum is over 10". */
  get bias(): number {
    return biasesOf(this)[this.index];
  }

  /** A finite number, rounded to float32. */
  set bias(value: number) {
    biasesOf(this)[this.index] = float32Number('bias', value);
  }

  /**
   * Each input times its weight, added up, and then the bias: z = w a + b.
   *
   * @param inputs - [inputs]
   * @returns A float32.
   * @throws {@link ShapeError} if there are too few or too many inputs, and {@link NumericError} if one is not finite.
   */
  weightedSum(inputs: Float32Array | readonly number[]): number {
    return Math.fround(dot(this.weights, readNumbers('inputs', inputs, this.layer.inputs)) + this.bias);
  }

  /**
   * The neuron's activation: the activation function of its weighted sum.
   *
   * @param inputs - [inputs]
   * @returns A float32.
   * @throws {@link ShapeError} if there are too few or too many inputs, and {@link NumericError} if one is not finite.
   */
  activate(inputs: Float32Array | readonly number[]): number {
    const activations = new Float32Array(this.layer.outputs);
    forwardLayer(this.layer, activations, activations, readNumbers('inputs', inputs, this.layer.inputs));
    return activations[this.index];
  }
}

function biasesOf({ layer }: Neuron): Float32Array {
  checkLayerHeld('layer', layer);
  return layer.biases;
}
