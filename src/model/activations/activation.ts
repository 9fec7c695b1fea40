// What an activation is: a function with a name and a derivative; and a custom one at work on a whole layer, in double precision.
import { orNaN } from '../../support/checks.js';
import { NumericError } from '../../support/errors.js';
import { withFields } from '../../support/views.js';
import { describe, wording } from '../../support/wording.js';

/**
 * What the activations of a last layer are: `'shares'`, numbers from 0 to 1 that add up to 1; `'fractions'`, numbers from 0 to 1, each
 * of its own; `'any'`, numbers that may be below 0 or above 1.
 */
export type OutputRange = 'shares' | 'fractions' | 'any';

/** An activation function: from a neuron's weighted sum to its activation. It is called as a function: `sigmoid(0)` is 0.5. */
export interface Activation {
  /** The activation of a weighted sum, in double precision; of anything but a number NaN, as of NaN. */
  (sum: number): number;
  /** `'elementwise'`: each neuron's activation depends on its own weighted sum alone. */
  readonly kind: 'elementwise';
  /** The name that saved networks carry. */
  readonly name: string;
  /** The derivative at a weighted sum, in double precision. It takes the activation there too, since many derivatives are simpler by it. */
  readonly derivative: (sum: number, activation: number) => number;
  /** True for the ReLU family, whose layers start with He's weights instead of Glorot's. */
  readonly rectifier: boolean;
  /** The same in float32, as networks compute it; undefined for a custom activation, whose results are rounded instead. */
  readonly float32: Float32Kernel | undefined;
  /** The range of its activations, which decides the losses that fit; undefined where a custom activation does not state it. */
  readonly range?: OutputRange | undefined;
}

/** An activation in float32, each step rounded. The core repeats these steps, to the same bits. */
export interface Float32Kernel {
  /** The activation of a weighted sum. */
  readonly value: (sum: number) => number;
  /** The derivative at a weighted sum, given the activation that `value` made of it. */
  readonly derivative: (sum: number, activation: number) => number;
}

/** Softmax: an activation that looks at a whole layer at once, and therefore stands last. */
export interface Softmax {
  /** The activations of a layer's weighted sums, in double precision. */
  (sums: ArrayLike<number>): Float64Array;
  /** `'vector'`: every activation depends on all weighted sums of its layer. */
  readonly kind: 'vector';
  /** The name that saved networks carry. */
  readonly name: 'softmax';
  /** The same in float32, as networks compute it: on whole arrays. */
  readonly float32: SoftmaxKernel;
  /** Shares that add up to 1; of a single output, always 1. */
  readonly range: 'shares';
}

/** Softmax in float32, each step rounded. */
export interface SoftmaxKernel {
  /** Writes the activations, [outputs], of weighted sums, [outputs]; they may be the same array. */
  readonly value: (activations: Float32Array, weightedSums: Float32Array) => void;
  /** Turns the derivatives of the cost by the activations, `delta`, [outputs], into those by the weighted sums. */
  readonly derivative: (delta: Float32Array, activations: Float32Array) => void;
}

/** An activation of a layer: of each number by itself, or softmax. */
export type LayerActivation = Activation | Softmax;

/** The definition of an activation, for {@link defineActivation}. */
export interface ActivationDefinition {
  /** Its name, which saved networks carry. */
  readonly name: string;
  /** The activation of a weighted sum. */
  readonly value: (sum: number) => number;
  /** The derivative at a weighted sum, given the activation there. */
  readonly derivative: (sum: number, activation: number) => number;
  /** True if layers should start with He's weights, as they do for the ReLU family. */
  readonly rectifier?: boolean | undefined;
  /**
   * What its activations are as outputs: `'fractions'` from 0 to 1, `'any'` beyond. It decides which losses fit and whether a
   * classifier has a confidence. If left out, training looks at the outputs of a first batch, and warns.
   */
  readonly range?: OutputRange | undefined;
}

/** A function that carries the rest of its definition as plain, unchangeable fields; a built-in one has its float32 kernel too. */
export function makeActivation(
  { value, derivative, rectifier = false, ...rest }: ActivationDefinition,
  float32?: Float32Kernel,
): Activation {
  return withFields((sum: number) => value(orNaN(sum)), {
    kind: 'elementwise',
    rectifier,
    ...rest,
    derivative: float32 ? (sum: number, activation: number) => derivative(orNaN(sum), orNaN(activation)) : derivative,
    float32: float32 && Object.freeze(float32),
  });
}

/**
 * Whether the activation is a built-in one, of this copy of the library or of another, and has the name, if one is given. A custom
 * activation has no float32 kernel.
 */
export function isBuiltIn<A extends LayerActivation>(
  activation: A,
  name: string = activation.name,
): activation is A & { readonly float32: NonNullable<A['float32']> } {
  return activation.name === name && typeof activation.float32?.value === 'function';
}

const f = Math.fround;

/** activations = activation(weightedSums), both [outputs]; the results are rounded to float32 as they are stored. */
export function customActivate(activation: Activation, activations: Float32Array, weightedSums: Float32Array): void {
  for (let i = 0; i < activations.length; i++) {
    const sum = weightedSums[i];
    const value: unknown = activation(sum);
    if (!isAnswer(value, sum)) throw fault(`activation ${activation.name} of the weighted sum ${sum}`, value);
    activations[i] = value;
  }
}

/** delta = delta x activation'(weightedSums), each [outputs]; the derivative is rounded to float32 first. */
export function customActivationDerivative(
  activation: Activation,
  delta: Float32Array,
  weightedSums: Float32Array,
  activations: Float32Array,
): void {
  for (let i = 0; i < delta.length; i++) {
    const sum = weightedSums[i];
    const derivative: unknown = activation.derivative(sum, activations[i]);
    if (!isAnswer(derivative, sum))
      throw fault(`derivative of the activation ${activation.name} at the weighted sum ${sum}`, derivative);
    delta[i] = delta[i] * f(derivative);
  }
}

/** Whether a custom function made a number of a finite one: else it is at fault, and not what it was given. */
function isAnswer(value: unknown, sum: number): value is number {
  return typeof value === 'number' && !(Number.isNaN(value) && Number.isFinite(sum));
}

function fault(what: string, value: unknown): NumericError {
  return new NumericError(wording(what, 'a number', describe(value), 'Its formula must hold for every finite number.'));
}
