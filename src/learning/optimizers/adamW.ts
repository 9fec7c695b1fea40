import { optionHome, readOptions } from '../../support/options.js';
import { checkRateOrZero } from '../schedules/schedule.js';
import { type AdamOptions, adamRule, checkAdam } from './adam.js';
import { makeOptimizer, type Optimizer } from './optimizer.js';

/** Options of {@link adamW}. */
export interface AdamWOptions extends AdamOptions {
  /** Weight decay: every step takes this share, times the learning rate, of each weight and bias away; from 0, and 0.004 if left out. */
  readonly weightDecay?: number | undefined;
}

/**
 * AdamW: Adam with weight decay apart from the gradient. So the decay is the same for parameters of large gradients and of small
 * ones.
 *
 * w -= rate decay w, and then as {@link adam}
 *
 * Source: I. Loshchilov and F. Hutter, "Decoupled weight decay regularization" (2019), algorithm 2; the decay is multiplied by
 * the learning rate and applies to all parameters, as in Keras and PyTorch. Epsilon as in {@link adam}.
 *
 * @param options - Learning rate, beta1, beta2, epsilon, weight decay.
 * @returns An optimizer.
 * @throws As {@link adam}; {@link OutOfRangeError} for a decay below 0.
 *
 * @example
 * ```ts
 * import { adamW } from 'glassbox-nn';
 *
 * const parameters = Float32Array.of(1, -1);
 * const slots = [new Float32Array(2), new Float32Array(2)];
 * const gradient = Float32Array.of(0, 0);
 * adamW({ weightDecay: 0.5 }).update(parameters, gradient, slots, { step: 1, learningRate: 0.5 });
 * parameters; // => Float32Array(2) [ 0.75, -0.75 ]
 * ```
 */
export function adamW(options: AdamWOptions = {}): Optimizer {
  const known = ['learningRate', 'beta1', 'beta2', 'epsilon', 'weightDecay'] as const;
  const {
    learningRate = 0.001,
    beta1 = 0.9,
    beta2 = 0.999,
    epsilon = 1e-7,
    weightDecay = 0.004,
  } = readOptions('adamW', options, known, optionHome);
  checkAdam('adamW', { learningRate, beta1, beta2, epsilon });
  checkRateOrZero('adamW: weightDecay', weightDecay);
  return makeOptimizer('adamW', learningRate, 2, adamRule({ beta1, beta2, epsilon, weightDecay }));
}
