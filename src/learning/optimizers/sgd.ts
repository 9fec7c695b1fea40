import { numberWhere, trueOrFalse } from '../../support/checks.js';
import { readOptions } from '../../support/options.js';
import { checkLearningRate, type Optimizer } from './optimizer.js';

const f = Math.fround;

/** What {@link sgd} may be told. */
export interface SgdOptions {
  /** How far each step goes, as a multiple of the slope; 0.01 if left out. */
  readonly learningRate?: number;
  /** Share of the last step that is kept, from 0 to below 1; 0 if left out. */
  readonly momentum?: number;
  /** True looks ahead: the slope counts where momentum will have carried the parameters. False if left out. */
  readonly nesterov?: boolean;
}

/**
 * Stochastic gradient descent: a small step downhill for every batch.
 *
 * w -= rate g; with momentum, v = momentum v - rate g and w += v; with Nesterov's, w += momentum v - rate g
 *
 * Source: H. Robbins and S. Monro (1951); B. Polyak (1964) for momentum; Y. Nesterov (1983), in the form of I. Sutskever and
 * others, "On the importance of initialization and momentum in deep learning" (2013).
 *
 * @param options - Learning rate, momentum, Nesterov.
 * @returns An optimizer.
 * @throws {@link OutOfRangeError} for a learning rate of 0 or less, or a momentum outside of 0 to below 1.
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
  const {
    learningRate = 0.01,
    momentum = 0,
    nesterov = false,
  } = readOptions('sgd', options, ['learningRate', 'momentum', 'nesterov']);
  checkLearningRate('sgd: learningRate', learningRate);
  numberWhere('sgd: momentum', momentum, 'a number from 0 to below 1', (share) => share >= 0 && share < 1);
  trueOrFalse('sgd: nesterov', nesterov);
  if (momentum === 0) return { name: 'sgd', learningRate, slots: 0, update: descend };
  const kept = f(momentum);
  return {
    name: 'sgd',
    learningRate,
    slots: 1,
    update(parameters, gradient, [velocities], moment) {
      roll(parameters, gradient, velocities as Float32Array, f(moment.learningRate), kept, nesterov);
    },
  };
}

const descend: Optimizer['update'] = (parameters, gradient, _slots, moment) => {
  const rate = f(moment.learningRate);
  for (let i = 0; i < parameters.length; i++) parameters[i] = parameters[i] - f(rate * gradient[i]);
};

function roll(
  parameters: Float32Array,
  gradient: Float32Array,
  velocities: Float32Array,
  rate: number,
  kept: number,
  nesterov: boolean,
): void {
  for (let i = 0; i < parameters.length; i++) {
    const push = f(rate * gradient[i]);
    const velocity = f(f(kept * velocities[i]) - push);
    velocities[i] = velocity;
    parameters[i] = parameters[i] + (nesterov ? f(f(kept * velocity) - push) : velocity);
  }
}
