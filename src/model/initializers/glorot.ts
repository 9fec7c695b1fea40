// Glorot's weights, for sigmoid and tanh: signals keep their size on the way forward and on the way back.
import { checkDraw } from './checkDraw.js';
import type { Initializer } from './initializer.js';

/**
 * Glorot's weights, evenly spread: the start for sigmoid, tanh, identity and softmax if no other is named.
 *
 * From -b to b with b = sqrt(6 / (inputs + outputs)), so that the standard deviation is sqrt(2 / (inputs + outputs)).
 *
 * Source: X. Glorot and Y. Bengio, "Understanding the difficulty of training deep feedforward neural networks" (2010).
 *
 * @example
 * ```ts
 * import { glorotUniform, Layer } from 'glassbox-nn';
 *
 * const { weights } = new Layer(784, 16, { initializer: glorotUniform });
 * weights.every((weight) => Math.abs(weight) < 0.0866026); // => true
 * ```
 */
export const glorotUniform: Initializer = (random, inputs, outputs) => {
  checkDraw(random, inputs, outputs);
  const bound = Math.sqrt(6 / (inputs + outputs));
  return random.uniform(-bound, bound);
};

/**
 * Glorot's weights, on a bell curve.
 *
 * Mean 0, standard deviation sqrt(2 / (inputs + outputs)).
 *
 * The curve is not truncated. Keras cuts the same curve off at two deviations and widens it to make up for that; PyTorch, like
 * this library, does not. Either way the spread is the formula's.
 *
 * Source: X. Glorot and Y. Bengio, "Understanding the difficulty of training deep feedforward neural networks" (2010).
 *
 * @example
 * ```ts
 * import { glorotNormal, Layer } from 'glassbox-nn';
 *
 * const { weights } = new Layer(784, 16, { initializer: glorotNormal });
 * const variance = weights.reduce((sum, weight) => sum + weight * weight, 0) / weights.length;
 * Math.abs(Math.sqrt(variance) - 0.05) < 0.001; // => true
 * ```
 */
export const glorotNormal: Initializer = (random, inputs, outputs) => {
  checkDraw(random, inputs, outputs);
  return random.normal(0, Math.sqrt(2 / (inputs + outputs)));
};

/**
 * Another name for {@link glorotUniform}, by its author's first name.
 *
 * @example
 * ```ts
 * import { glorotUniform, xavierUniform } from 'glassbox-nn';
 *
 * xavierUniform === glorotUniform; // => true
 * ```
 */
export const xavierUniform: Initializer = glorotUniform;

/**
 * Another name for {@link glorotNormal}, by its author's first name.
 *
 * @example
 * ```ts
 * import { glorotNormal, xavierNormal } from 'glassbox-nn';
 *
 * xavierNormal === glorotNormal; // => true
 * ```
 */
export const xavierNormal: Initializer = glorotNormal;
