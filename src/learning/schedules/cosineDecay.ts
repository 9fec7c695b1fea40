import { cos } from '../../linalg/sine.js';
import { wholeNumber } from '../../support/checks.js';
import { readOptions } from '../../support/options.js';
import { makeSchedule } from './makeSchedule.js';
import { checkRate, checkRateOrZero, type Schedule } from './schedule.js';
import { SCHEDULES_ELSEWHERE } from './spelling.js';

/** Options of {@link cosineDecay}. */
export interface CosineDecayOptions {
  /** The rate of the first step; above 0. */
  readonly from: number;
  /** The rate after the last step; from 0, and 0 if left out. */
  readonly to?: number | undefined;
  /** Steps of the decay, from 1: {@link stepsOf} says how many a training has. */
  readonly steps: number;
}

/**
 * A rate that falls as half a wave of a cosine: slowly at first and at the end. After `steps` it stays at `to`.
 *
 * rate = to + (from - to) (1 + cos(pi step / steps)) / 2
 *
 * Source: I. Loshchilov and F. Hutter, "SGDR: stochastic gradient descent with warm restarts" (2017), equation 5; as Keras's
 * CosineDecay.
 *
 * @param options - From, to, steps.
 * @returns A schedule; in {@link inTurn} it takes `steps` steps.
 * @throws {@link OutOfRangeError} for a rate out of range, or fewer than 1 step.
 *
 * @example
 * ```ts
 * import { cosineDecay } from 'glassbox-nn';
 *
 * const schedule = cosineDecay({ from: 0.5, to: 0.1, steps: 4 });
 * [0, 1, 2, 3, 4, 5].map((step) => schedule(step).toFixed(3)); // => [ '0.500', '0.441', '0.300', '0.159', '0.100', '0.100' ]
 * ```
 */
export function cosineDecay(options: CosineDecayOptions): Schedule {
  const given = readOptions('cosineDecay', options, ['from', 'to', 'steps'], SCHEDULES_ELSEWHERE);
  const from = checkRate('cosineDecay: from', given.from);
  const to = checkRateOrZero('cosineDecay: to', given.to ?? 0);
  const steps = wholeNumber('cosineDecay: steps', given.steps, 1);
  const schedule = (step: number) => {
    // Rounding may leave the cosine at the end a little above -1, and the rate above `to`.
    if (step >= steps) return to;
    return to + ((from - to) * (1 + cos((Math.PI * step) / steps))) / 2;
  };
  return makeSchedule('cosineDecay', schedule, steps);
}
