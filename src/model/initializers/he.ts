// He's weights, for the ReLU family: twice the variance, since ReLU lets half of every signal through.
import { checkDraw } from './checkDraw.js';
import type { Initializer } from './initializer.js';

/**
 * He's weights, evenly spread: the start for the ReLU family if no other is named.
 *
 * From -b to b with b = sqrt(6 / inputs), so that the standard deviation is sqrt(2 / inputs).
 *
 * Source: K. He, X. Zhang, S. Ren and J. Sun, "Delving deep into rectifiers" (2015).
 *
 * @example
 * ```ts
 * import { heUniform, Layer } from 'glassbox-nn';
 *
 * const { weights } = new Layer(784, 16, { initializer: heUniform });
 * weights.every((weight) => Math.abs(weight) < 0.0874819); // => true
 * ```
 */
export const heUniform: Initializer = (random, inputs) => {
  checkDraw(random, inputs);
  const bound = Math.sqrt(6 / inputs);
  return random.uniform(-bound, bound);
};

/**
 * He's weights, on a bell curve.
 *
 * Mean 0, standard deviation sqrt(2 / inputs).
 *
 * The curve is not truncated. Keras cuts the same curve off at two deviations and widens it to make up for that; PyTorch, like
 * this library, does not. Either way the spread is the formula's.
 *
 * Source: K. He, X. Zhang, S. Ren and J. Sun, "Delving deep into rectifiers" (2015).
 *
 * @example
 * ```ts
 * import { heNormal, Layer } from 'glassbox-nn';
 *
 * const { weights } = new Layer(784, 16, { initializer: heNormal });
 * const variance = weights.reduce((sum, weight) => sum + weight * weight, 0) / weights.length;
 * Math.abs(Math.sqrt(variance) - 0.0505) < 0.001; // => true
 * ```
 */
export const heNormal: Initializer = (random, inputs) => {
  checkDraw(random, inputs);
  return random.normal(0, Math.sqrt(2 / inputs));
};

/**
 * Another name for {@link heUniform}, by its author's first name.
 *
 * @example
 * ```ts
 * import { heUniform, kaimingUniform } from 'glassbox-nn';
 *
 * kaimingUniform === heUniform; // => true
 * ```
 */
export const kaimingUniform: Initializer = heUniform;

/**
 * Another name for {@link heNormal}, by its author's first name.
 *
 * @example
 * ```ts
 * import { heNormal, kaimingNormal } from 'glassbox-nn';
 *
 * kaimingNormal === heNormal; // => true
 * ```
 */
export const kaimingNormal: Initializer = heNormal;
