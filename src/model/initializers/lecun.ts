// LeCun's weights: signals keep their size on the way forward.
import { checkDraw } from './checkDraw.js';
import type { Initializer } from './initializer.js';

/**
 * LeCun's weights, evenly spread.
 *
 * From -b to b with b = sqrt(3 / inputs), so that the standard deviation is sqrt(1 / inputs).
 *
 * Source: Y. LeCun, L. Bottou, G. Orr and K.-R. Mueller, "Efficient BackProp" (1998).
 *
 * @example
 * ```ts
 * import { lecunUniform, Layer } from 'glassbox-nn';
 *
 * const { weights } = new Layer(784, 16, { initializer: lecunUniform });
 * weights.every((weight) => Math.abs(weight) < 0.0618590); // => true
 * ```
 */
export const lecunUniform: Initializer = (random, inputs) => {
  checkDraw(random, inputs);
  const bound = Math.sqrt(3 / inputs);
  return random.uniform(-bound, bound);
};

/**
 * LeCun's weights, on a bell curve.
 *
 * Mean 0, standard deviation sqrt(1 / inputs).
 *
 * The curve is not truncated. Keras cuts the same curve off at two deviations and widens it to make up for that; PyTorch, like
 * this library, does not. Either way the spread is the formula's.
 *
 * Source: Y. LeCun, L. Bottou, G. Orr and K.-R. Mueller, "Efficient BackProp" (1998).
 *
 * @example
 * ```ts
 * import { lecunNormal, Layer } from 'glassbox-nn';
 *
 * const { weights } = new Layer(784, 16, { initializer: lecunNormal });
 * const variance = weights.reduce((sum, weight) => sum + weight * weight, 0) / weights.length;
 * Math.abs(Math.sqrt(variance) - 0.0357) < 0.001; // => true
 * ```
 */
export const lecunNormal: Initializer = (random, inputs) => {
  checkDraw(random, inputs);
  return random.normal(0, Math.sqrt(1 / inputs));
};
