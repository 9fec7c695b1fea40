import { makeSchedule } from './makeSchedule.js';
import { checkRate, type Schedule } from './schedule.js';

/**
 * The same rate for every step, for use among others in {@link inTurn}.
 *
 * @param rate - The learning rate; above 0.
 * @returns A schedule without an end.
 * @throws {@link OutOfRangeError} for a rate of 0 or less.
 *
 * @example
 * ```ts
 * import { constantRate } from 'glassbox-nn';
 *
 * constantRate(0.1)(500); // => 0.1
 * ```
 */
export function constantRate(rate: number): Schedule {
  checkRate('constantRate', rate);
  return makeSchedule('constantRate', () => rate);
}
