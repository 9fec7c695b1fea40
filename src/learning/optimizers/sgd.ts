import { trueOrFalse } from '../../support/checks.js';
import { ArgumentError } from '../../support/errors.js';
import { optionHome, readOptions } from '../../support/options.js';
import { wording } from '../../support/wording.js';
import { checkRateOrZero, type Schedule } from '../schedules/schedule.js';
import { momentumUpdate, nesterovUpdate } from './momentum.js';
import {
  applyWeightDecay,
  checkLearningRate,
  checkShare,
  makeOptimizer,
  type Optimizer,
  type UpdateRule,
} from './optimizer.js';

const f = Math.fround;

/** Options of {@link sgd}. */
export interface SgdOptions {
  /** The learning rate, a number or a schedule; 0.01 if left out. A step is the gradient times this rate. */
  readonly learningRate?: number | Schedule | undefined;
  /** Momentum: the share of the last step that is added to this one, from 0 to below 1; 0 if left out. */
  readonly momentum?: number | undefined;
  /** Whether Nesterov's momentum is used, which looks ahead to where momentum carries the parameters. It needs momentum; false if left out. */
  readonly nesterov?: boolean | undefined;
  /** Weight decay: every step takes this share, times the learning rate, of each weight and bias away; from 0, and 0 if left out. */
  readonly weightDecay?: number | undefined;
}

/**
 * Stochastic gradient descent: a small step against the gradient for every batch.
 *
 * w -= rate g; with momentum, v = momentum v - rate g and w += v; with Nesterov's, w += momentum v - rate g. With weight decay,
 * before that, w -= rate decay w.
 *
 * Source: H. Robbins and S. Monro (1951); B. Polyak (1964) for momentum; Y. Nesterov (1983), in the form of I. Sutskever and
 * others, "On the importance of initialization and momentum in deep learning" (2013).
 *
 * @param options - Learning rate, momentum, Nesterov, weight decay.
 * @returns An optimizer.
 * @throws {@link OutOfRangeError} for a learning rate of 0 or less, a momentum outside of 0 to below 1, or a decay below 0;
 * {@link ArgumentError} for `nesterov` without momentum.
 *
 * @example
 * ```ts
 * import { sgd } from 'glassbox-nn';
 *
 * const parameters = Float32Array.of(1, 1);
 * sgd({ learningRate: 0.5 }).update(parameters, Float32Array.of(1, -2), [], { step: 1, learningRate: 0.5 });
 * parameters; // => Float32Array(2) [ 0.5, 2 ]
 * ```
 */
export function sgd(options: SgdOptions = {}): Optimizer {
  const known = ['learningRate', 'momentum', 'nesterov', 'weightDecay'] as const;
  const {
    learningRate = 0.01,
    momentum = 0,
    nesterov = false,
    weightDecay = 0,
  } = readOptions('sgd', options, known, optionHome);
  checkLearningRate('sgd: learningRate', learningRate);
  checkShare('sgd: momentum', momentum);
  if (trueOrFalse('sgd: nesterov', nesterov) && momentum === 0) {
    const remedy = "Nesterov's rule looks ahead along the momentum: give one, as sgd({ momentum: 0.9, nesterov: true }).";
    throw new ArgumentError(wording('sgd: nesterov', 'a momentum above 0 beside it', 'none', remedy));
  }
  checkRateOrZero('sgd: weightDecay', weightDecay);
  const slots = momentum === 0 ? 0 : 1;
  const rule: UpdateRule = {
    kernel: momentum === 0 ? 'sgd' : nesterov ? 'nesterov' : 'momentum',
    constants: ({ learningRate: rate }) => [f(f(rate) * f(weightDecay)), f(rate), ...(slots === 0 ? [] : [f(momentum)])],
    apply: momentum === 0 ? sgdUpdate : nesterov ? nesterovUpdate : momentumUpdate,
    settings: { momentum, weightDecay },
  };
  return makeOptimizer('sgd', learningRate, slots, rule);
}

/** w -= rate g, in float32; `decay` is the rate times the weight decay. */
const sgdUpdate: UpdateRule['apply'] = (parameters, gradient, _slots, [decay, rate]) => {
  if (decay !== 0) applyWeightDecay(parameters, decay);
  for (let i = 0; i < parameters.length; i++) parameters[i] = parameters[i] - f(rate * gradient[i]);
};
