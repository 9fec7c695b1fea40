// What an activation is: a function with a name and a derivative.
import { orNaN } from '../../support/orNaN.js';
import { withFields } from '../../support/withFields.js';

/**
 * What the activations of a last layer are: `'shares'`, numbers from 0 to 1 that add up to 1; `'fractions'`, numbers from 0 to 1, each
 * of its own; `'any'`, numbers that may be below 0 or above 1.
 */
export type OutputRange = 'shares' | 'fractions' | 'any';

/** A squishing function: from a neuron's weighted sum to its activation. It is called as a function: `sigmoid(0)` is 0.5. */
export interface Activation {
  /** The activation of a weighted sum, in double precision; of anything but a number NaN, as of NaN. */
  (sum: number): number;
  /** `'elementwise'`: each neuron's activation depends on its own weighted sum alone. */
  readonly kind: 'elementwise';
  /** The name that saved networks carry. */
  readonly name: string;
  /** The slope at a weighted sum, in double precision; the activation there is given too, since many slopes are simpler by it. */
  readonly derivative: (sum: number, activation: number) => number;
  /** True for the ReLU family, whose layers start with He's weights instead of Glorot's. */
  readonly rectifier: boolean;
  /** Name of the built-in float32 form that networks compute; an activation of one's own has none and is rounded instead. */
  readonly kernel: string | undefined;
  /** What its activations are, which decides the losses that fit; undefined where an activation of one's own does not state it. */
  readonly range?: OutputRange | undefined;
}

/** Softmax: an activation that looks at a whole layer at once, and therefore stands last. */
export interface Softmax {
  /** The activations of a layer's weighted sums, in double precision. */
  (sums: ArrayLike<number>): Float64Array;
  /** `'vector'`: every activation depends on all weighted sums of its layer. */
  readonly kind: 'vector';
  /** The name that saved networks carry. */
  readonly name: 'softmax';
  /** Name of the built-in float32 form that networks compute. */
  readonly kernel: 'softmax';
  /** Shares that add up to 1; of a single output, always 1. */
  readonly range: 'shares';
}

/** What a layer takes as its activation. */
export type LayerActivation = Activation | Softmax;

/** What {@link defineActivation} needs to know. */
export interface ActivationDefinition {
  /** A name of your own, which saved networks carry. */
  readonly name: string;
  /** The activation of a weighted sum. */
  readonly value: (sum: number) => number;
  /** The slope at a weighted sum, given the activation there. */
  readonly derivative: (sum: number, activation: number) => number;
  /** True if layers should start with He's weights, as they do for the ReLU family. */
  readonly rectifier?: boolean | undefined;
  /**
   * What its activations are as outputs: `'fractions'` from 0 to 1, `'any'` beyond. It decides which losses fit and whether a
   * classifier has a confidence. If left out, training looks at the outputs of a first batch, and warns.
   */
  readonly range?: OutputRange | undefined;
}

/** A function that carries the rest of its definition as plain, unchangeable fields. */
export function makeActivation({ value, ...rest }: ActivationDefinition, kernel?: string): Activation {
  const fields = { kind: 'elementwise', rectifier: false, ...rest, kernel };
  return withFields((sum: number) => value(orNaN(sum)), fields) as Activation;
}
