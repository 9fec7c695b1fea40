import { optionHome, readOptions } from '../../support/options.js';
import { checkRate, checkRateOrZero, type Schedule } from '../schedules/schedule.js';
import {
  applyWeightDecay,
  checkLearningRate,
  checkShare,
  makeOptimizer,
  type Optimizer,
  type UpdateRule,
} from './optimizer.js';

const f = Math.fround;

/** Options of {@link rmsprop}. */
export interface RmspropOptions {
  /** The learning rate, a number or a schedule; 0.001 if left out. Each parameter moves about so far in a step. */
  readonly learningRate?: number | Schedule | undefined;
  /** Decay rate of the running mean of the squared gradient, from 0 to below 1; 0.9 if left out. */
  readonly rho?: number | undefined;
  /** Added to the divisor, so that it is never 0; above 0, and 1e-7 if left out. */
  readonly epsilon?: number | undefined;
  /** Weight decay: every step takes this share, times the learning rate, of each weight and bias away; from 0, and 0 if left out. */
  readonly weightDecay?: number | undefined;
}

/**
 * RMSprop: each parameter moves by its gradient over the root of the running mean of its squared gradient.
 *
 * v = rho v + (1 - rho) g^2, w -= rate g / (sqrt(v) + epsilon); with weight decay, before that, w -= rate decay w
 *
 * Source: T. Tieleman and G. Hinton, "Lecture 6.5: rmsprop", Neural networks for machine learning (2012); epsilon stands outside
 * of the root, as in Adam and in PyTorch. The defaults are Keras's, whose formula has it under the root: rate g / sqrt(v + epsilon).
 *
 * @param options - Learning rate, rho, epsilon, weight decay.
 * @returns An optimizer.
 * @throws {@link OutOfRangeError} for a learning rate or epsilon of 0 or less, a rho outside of 0 to below 1, or a decay below 0.
 *
 * @example
 * ```ts
 * import { rmsprop } from 'glassbox-nn';
 *
 * const parameters = Float32Array.of(1, 1);
 * const squares = Float32Array.of(0, 0);
 * rmsprop({ rho: 0.75 }).update(parameters, Float32Array.of(4, -8), [squares], { step: 1, learningRate: 0.5 });
 * squares; // => Float32Array(2) [ 4, 16 ]
 * parameters; // => Float32Array(2) [ 0, 2 ]
 * ```
 */
export function rmsprop(options: RmspropOptions = {}): Optimizer {
  const known = ['learningRate', 'rho', 'epsilon', 'weightDecay'] as const;
  const {
    learningRate = 0.001,
    rho = 0.9,
    epsilon = 1e-7,
    weightDecay = 0,
  } = readOptions('rmsprop', options, known, optionHome);
  checkLearningRate('rmsprop: learningRate', learningRate);
  checkShare('rmsprop: rho', rho);
  checkRate('rmsprop: epsilon', epsilon);
  checkRateOrZero('rmsprop: weightDecay', weightDecay);
  return makeOptimizer('rmsprop', learningRate, 1, {
    kernel: 'rmsprop',
    constants: ({ learningRate }) => [f(f(learningRate) * f(weightDecay)), f(learningRate), f(rho), f(1 - rho), f(epsilon)],
    apply: rmspropUpdate,
    settings: { rho, epsilon, weightDecay },
  });
}

/** v = rho v + (1 - rho) g^2, w -= rate g / (sqrt(v) + epsilon) */
const rmspropUpdate: UpdateRule['apply'] = (parameters, gradient, [squares], [decay, rate, rho, oneMinusRho, epsilon]) => {
  if (decay !== 0) applyWeightDecay(parameters, decay);
  for (let i = 0; i < parameters.length; i++) {
    const derivative = gradient[i];
    const square = f(f(rho * squares[i]) + f(oneMinusRho * f(derivative * derivative)));
    squares[i] = square;
    parameters[i] = parameters[i] - f(f(rate * derivative) / f(f(Math.sqrt(square)) + epsilon));
  }
};
