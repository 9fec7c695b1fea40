import { wholeNumber } from '../../support/checks.js';
import { readOptions } from '../../support/options.js';
import { makeSchedule } from './makeSchedule.js';
import { checkRate, checkRateOrZero, type Schedule } from './schedule.js';
import { SCHEDULES_ELSEWHERE } from './spelling.js';

/** Options of {@link warmup}. */
export interface WarmupOptions {
  /** The rate before the first step; from 0, and 0 if left out. */
  readonly from?: number | undefined;
  /** The rate of the last of its steps; above 0. */
  readonly to: number;
  /** Steps of the warm-up, from 1. */
  readonly steps: number;
}

/**
 * A rate that rises in a straight line: large steps do harm while the weights are random. After `steps` it stays at `to`.
 *
 * rate = from + (to - from) (step + 1) / steps
 *
 * Source: P. Goyal and others, "Accurate, large minibatch SGD: training ImageNet in 1 hour" (2017), section 2.2.
 *
 * @param options - From, to, steps.
 * @returns A schedule; in {@link inTurn} it takes `steps` steps.
 * @throws {@link OutOfRangeError} for a rate out of range, or fewer than 1 step.
 *
 * @example
 * ```ts
 * import { warmup } from 'glassbox-nn';
 *
 * [0, 1, 2, 3, 4].map(warmup({ to: 1, steps: 4 })); // => [ 0.25, 0.5, 0.75, 1, 1 ]
 * ```
 */
export function warmup(options: WarmupOptions): Schedule {
  const given = readOptions('warmup', options, ['from', 'to', 'steps'], SCHEDULES_ELSEWHERE);
  const from = checkRateOrZero('warmup: from', given.from ?? 0);
  const to = checkRate('warmup: to', given.to);
  const steps = wholeNumber('warmup: steps', given.steps, 1);
  const schedule = (step: number) => from + (to - from) * (Math.min(step + 1, steps) / steps);
  return makeSchedule('warmup', schedule, steps);
}
