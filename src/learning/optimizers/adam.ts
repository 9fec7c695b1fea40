import { optionHome } from '../../support/optionHomes.js';
import { readOptions } from '../../support/options.js';
import type { Schedule } from '../schedules/schedule.js';
import { checkAdam, makeAdamUpdate } from './adamUpdate.js';
import type { Optimizer } from './optimizer.js';

/** Options of {@link adam}. */
export interface AdamOptions {
  /** The learning rate, a number or a schedule; 0.001 if left out. Each parameter moves about so far in a step. */
  readonly learningRate?: number | Schedule | undefined;
  /** Decay rate of the running mean of the gradient, from 0 to below 1; 0.9 if left out. */
  readonly beta1?: number | undefined;
  /** Decay rate of the running mean of the squared gradient, from 0 to below 1; 0.999 if left out. */
  readonly beta2?: number | undefined;
  /** Added to the divisor, so that it is never 0; above 0, and 1e-7 if left out. */
  readonly epsilon?: number | undefined;
}

/**
 * Adam: each parameter moves by the running mean of its gradient over the root of the running mean of its squared gradient.
 *
 * m = beta1 m + (1 - beta1) g, v = beta2 v + (1 - beta2) g^2,
 * w -= rate (m / (1 - beta1^t)) / (sqrt(v / (1 - beta2^t)) + epsilon)
 *
 * Source: D. Kingma and J. Ba, "Adam: a method for stochastic optimization" (2015), algorithm 1, as PyTorch has it. The defaults are
 * Keras's, whose formula has the paper's other epsilon, "epsilon hat": it is not divided by sqrt(1 - beta2^t), and counts for more.
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
  const { learningRate = 0.001, beta1 = 0.9, beta2 = 0.999, epsilon = 1e-7 } = readOptions('adam', options, known, optionHome);
  checkAdam('adam', { learningRate, beta1, beta2, epsilon });
  return { name: 'adam', learningRate, slots: 2, update: makeAdamUpdate({ beta1, beta2, epsilon, weightDecay: 0 }) };
}
