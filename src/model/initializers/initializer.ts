// An initializer: a function that draws one weight.
import type { Random } from '../../random/Random.js';

/**
 * Draws one weight of a layer, or one bias. Any function of this form is an initializer.
 *
 * @param random - The layer's own stream of random numbers.
 * @param inputs - How many numbers each neuron of the layer takes ("fan in").
 * @param outputs - How many neurons the layer has ("fan out").
 * @returns The weight; it is rounded to float32.
 *
 * @example
 * ```ts
 * import { type Initializer, Network } from 'glassbox-nn';
 *
 * const coin: Initializer = (random) => (random.integer(2) === 0 ? -0.5 : 0.5);
 * new Network([2, 2], { initializer: coin }).layers[0].weights.every((weight) => Math.abs(weight) === 0.5); // => true
 * ```
 */
export type Initializer = (random: Random, inputs: number, outputs: number) => number;
