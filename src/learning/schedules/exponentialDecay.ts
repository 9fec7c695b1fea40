import { exp, log } from '../../linalg/expLog.js';
import { wholeNumber } from '../../support/checks.js';
import { readOptions } from '../../support/options.js';
import { makeSchedule } from './makeSchedule.js';
import { checkRate, type Schedule } from './schedule.js';
import { SCHEDULES_ELSEWHERE } from './spelling.js';
import { checkFactor } from './stepDecay.js';

/** Options of {@link exponentialDecay}. */
export interface ExponentialDecayOptions {
  /** The rate of the first step; above 0. */
  readonly from: number;
  /** The factor of the rate after `steps` steps; above 0, and 1 at most. 0.5 if left out. */
  readonly factor?: number | undefined;
  /** Steps after which the rate has been multiplied by the factor; from 1. */
  readonly steps: number;
}

/**
 * A rate that falls by the same share every step, and goes on falling after `steps`.
 *
 * rate = from factor^(step / steps)
 *
 * Source: as Keras's ExponentialDecay.
 *
 * @param options - From, factor, steps.
 * @returns A schedule; in {@link inTurn} it takes `steps` steps.
 * @throws {@link OutOfRangeError} for a rate of 0 or less, a factor outside of above 0 to 1, or fewer than 1 step.
 *
 * @example
 * ```ts
 * import { exponentialDecay } from 'glassbox-nn';
 *
 * const schedule = exponentialDecay({ from: 0.1, factor: 0.25, steps: 100 });
 * [0, 50, 100].map((step) => schedule(step).toFixed(4)); // => [ '0.1000', '0.0500', '0.0250' ]
 * ```
 */
export function exponentialDecay(options: ExponentialDecayOptions): Schedule {
  const known = ['from', 'factor', 'steps'] as const;
  const given = readOptions('exponentialDecay', options, known, SCHEDULES_ELSEWHERE);
  const from = checkRate('exponentialDecay: from', given.from);
  const logFactor = log(checkFactor('exponentialDecay: factor', given.factor ?? 0.5));
  const steps = wholeNumber('exponentialDecay: steps', given.steps, 1);
  return makeSchedule('exponentialDecay', (step) => from * exp((logFactor * step) / steps), steps);
}
