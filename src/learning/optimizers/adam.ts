import { optionHome } from '../../support/optionHomes.js';
import { readOptions } from '../../support/options.js';
import type { Schedule } from '../schedules/schedule.js';
import { checkAdam, makeAdamUpdate } from './adamUpdate.js';
import type { Optimizer } from './optimizer.js';

/** What {@link adam} may be told. */
export interface AdamOptions {
  /** About how far each parameter moves in a step; a number or a schedule, 0.001 if left out. */
  readonly learningRate?: number | Schedule | undefined;
  /** How slowly the mean of the slopes forgets, from 0 to below 1; 0.9 if left out. */
  readonly beta1?: number | undefined;
  /** How slowly the mean of their squares forgets, from 0 to below 1; 0.999 if left out. */
  readonly beta2?: number | undefined;
  /** Keeps the division away from 0, above 0; 1e-7 if left out. */
  readonly epsilon?: number | undefined;
}

/**
 * Adam: each parameter goes at a pace of its own, by the mean of its slopes over the root of the mean of their squares.
 *
 * m = beta1 m + (1 - beta1) g, v = beta2 v + (1 - beta2) g^2,
 * w -= rate (m / (1 - beta1^t)) / (sqrt(v / (1 - beta2^t)) + epsilon)
 *
 * Source: D. Kingma and J. Ba, "Adam: a method for stochastic optimization" (2015), algorithm 1, as PyTorch has it. The default numbers are
 * Keras's, whose formula has the paper's other epsilon, "epsilon hat": there it is not divided by sqrt(1 - beta2^t), and counts for more.
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
