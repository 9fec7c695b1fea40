import { power } from '../../linalg/expLog.js';
import { numberWhere, wholeNumber } from '../../support/checks.js';
import { readOptions } from '../../support/options.js';
import { makeSchedule } from './makeSchedule.js';
import { checkRate, type Schedule } from './schedule.js';
import { SCHEDULES_ELSEWHERE } from './spelling.js';

/** Options of {@link stepDecay}. */
export interface StepDecayOptions {
  /** The rate of the first steps; above 0. */
  readonly from: number;
  /** The factor by which the rate is multiplied each time; above 0, and 1 at most. 0.5 if left out. */
  readonly factor?: number | undefined;
  /** Steps between two multiplications; from 1. */
  readonly every: number;
}

/**
 * A rate that falls in stairs: it is multiplied by the factor after every `every` steps.
 *
 * rate = from factor^floor(step / every)
 *
 * Source: as Keras's ExponentialDecay with staircase, and PyTorch's StepLR.
 *
 * @param options - From, factor, every.
 * @returns A schedule without an end.
 * @throws {@link OutOfRangeError} for a rate of 0 or less, a factor outside of above 0 to 1, or fewer than 1 step.
 *
 * @example
 * ```ts
 * import { stepDecay } from 'glassbox-nn';
 *
 * const schedule = stepDecay({ from: 0.8, factor: 0.5, every: 100 });
 * [0, 99, 100, 350].map(schedule); // => [ 0.8, 0.8, 0.4, 0.1 ]
 * ```
 */
export function stepDecay(options: StepDecayOptions): Schedule {
  const { from, factor = 0.5, every } = readOptions('stepDecay', options, ['from', 'factor', 'every'], SCHEDULES_ELSEWHERE);
  const first = checkRate('stepDecay: from', from);
  checkFactor('stepDecay: factor', factor);
  const stair = wholeNumber('stepDecay: every', every, 1);
  return makeSchedule('stepDecay', (step) => first * power(factor, Math.floor(step / stair)));
}

/** The factor by which a rate is multiplied to make it smaller. */
export function checkFactor(what: string, factor: unknown): number {
  return numberWhere(what, factor, 'a number above 0, and 1 at most', (value) => value > 0 && value <= 1);
}
