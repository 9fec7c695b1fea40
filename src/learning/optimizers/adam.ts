import { numberWhere } from '../../support/checks.js';
import { readOptions } from '../../support/options.js';
import { checkLearningRate, type Optimizer } from './optimizer.js';
import { power } from './power.js';

const f = Math.fround;

/** What {@link adam} may be told. */
export interface AdamOptions {
  /** About how far each parameter moves in a step; 0.001 if left out. */
  readonly learningRate?: number;
  /** How slowly the mean of the slopes forgets, from 0 to below 1; 0.9 if left out. */
  readonly beta1?: number;
  /** How slowly the mean of their squares forgets, from 0 to below 1; 0.999 if left out. */
  readonly beta2?: number;
  /** Keeps the division away from 0, above 0; 1e-7 if left out. */
  readonly epsilon?: number;
}

/**
 * Adam: each parameter goes at a pace of its own, by the mean of its slopes over the root of the mean of their squares.
 *
 * m = beta1 m + (1 - beta1) g, v = beta2 v + (1 - beta2) g^2,
 * w -= rate (m / (1 - beta1^t)) / (sqrt(v / (1 - beta2^t)) + epsilon)
 *
 * Source: D. Kingma and J. Ba, "Adam: a method for stochastic optimization" (2015), algorithm 1; epsilon as Keras has it.
 *
 * @param options - Learning rate, beta1, beta2, epsilon.
 * @returns An optimizer.
 * @throws {@link OutOfRangeError} for a learning rate or epsilon of 0 or less, or a beta outside of 0 to below 1.
 *
 * @example
 * ```ts
 * import { adam } from 'glassbox-nn';
 *
 * const { name, learningRate, slots } = adam();
 * [name, learningRate, slots]; // => [ 'adam', 0.001, 2 ]
 * ```
 */
export function adam(options: AdamOptions = {}): Optimizer {
  const known = ['learningRate', 'beta1', 'beta2', 'epsilon'] as const;
  const { learningRate = 0.001, beta1 = 0.9, beta2 = 0.999, epsilon = 1e-7 } = readOptions('adam', options, known);
  checkLearningRate('adam: learningRate', learningRate);
  numberWhere('adam: beta1', beta1, 'a number from 0 to below 1', (beta) => beta >= 0 && beta < 1);
  numberWhere('adam: beta2', beta2, 'a number from 0 to below 1', (beta) => beta >= 0 && beta < 1);
  // As a float32, in which a smaller one would be 0, and keep nothing away from 0.
  numberWhere('adam: epsilon', epsilon, 'a number above 0 that fits a float32', (value) => f(value) > 0);
  const keep1 = f(beta1);
  const keep2 = f(beta2);
  const take1 = f(1 - beta1);
  const take2 = f(1 - beta2);
  const apart = f(epsilon);
  return {
    name: 'adam',
    learningRate,
    slots: 2,
    update(parameters, gradient, slots, { step, learningRate }) {
      const [means, squares] = slots as [Float32Array, Float32Array];
      const rate = f(learningRate);
      // Both means start at 0 and are too small at first; these make up for it.
      const unbias1 = f(1 / (1 - power(beta1, step)));
      const unbias2 = f(1 / (1 - power(beta2, step)));
      for (let i = 0; i < parameters.length; i++) {
        const slope = gradient[i];
        const mean = f(f(keep1 * means[i]) + f(take1 * slope));
        const square = f(f(keep2 * squares[i]) + f(take2 * f(slope * slope)));
        means[i] = mean;
        squares[i] = square;
        const root = f(f(Math.sqrt(f(square * unbias2))) + apart);
        parameters[i] = parameters[i] - f(f(rate * f(mean * unbias1)) / root);
      }
    },
  };
}
