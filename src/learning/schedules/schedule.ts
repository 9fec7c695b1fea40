// A schedule: the learning rate of every step, as a function.
import { numberWhere } from '../../support/checks.js';
import { ArgumentError, NumericError, OutOfRangeError } from '../../support/errors.js';
import { describe, wording } from '../../support/wording.js';

const f = Math.fround;

/**
 * A learning rate that changes as training goes on: a function from a step, counted from 0 over the whole training, to the rate of
 * that step, from 0. Any such function will do. Training calls it at the step or some steps earlier, and more than once, so it must
 * always return the same rate for the same step.
 *
 * @example
 * ```ts
 * import { Network, type Schedule, sgd, train } from 'glassbox-nn';
 * import { xor } from 'glassbox-nn/data';
 *
 * const everSlower: Schedule = (step) => 1 / (1 + step);
 * const history = train(new Network([2, 4, 1]), xor(), { optimizer: sgd({ learningRate: everSlower }), epochs: 4 });
 * history.map(({ learningRate }) => learningRate); // => [ 1, 0.5, 0.3333333333333333, 0.25 ]
 * ```
 */
export interface Schedule {
  (step: number): number;
  /** Its steps; left out where it has no end. */
  readonly steps?: number | undefined;
}

/** The rate of a step, counted from 0. Throws, and names the step, where a schedule returns no rate. */
export function rateAt(learningRate: number | Schedule, step: number): number {
  return typeof learningRate === 'number' ? learningRate : checkedRate(learningRate(step), step);
}

/** The rate that a schedule returned for a step, counted from 0. Throws, with the remedy, if it is none. */
export function checkedRate(rate: unknown, step: number, remedy = REMEDY): number {
  const what = `learningRate at step ${step + 1}`;
  if (typeof rate !== 'number') throw new ArgumentError(wording(what, 'a number', describe(rate), remedy));
  if (!Number.isFinite(f(rate)))
    throw new NumericError(wording(what, 'a finite number that fits a float32', `${rate}`, remedy));
  if (rate < 0) throw new OutOfRangeError(wording(what, 'a number from 0', `${rate}`, remedy));
  return rate;
}

const REMEDY = 'A schedule gives the rate of a step: (step) => 0.1 / (1 + step).';

/** A rate that stays above 0 when it is rounded to float32. */
export function checkRate(what: string, rate: unknown): number {
  return numberWhere(what, rate, 'a number above 0 that fits a float32', (value) => f(value) > 0 && Number.isFinite(f(value)));
}

/** The rate where a schedule begins or ends, which may be 0. */
export function checkRateOrZero(what: string, rate: unknown): number {
  return numberWhere(what, rate, 'a number from 0 that fits a float32', (value) => value >= 0 && Number.isFinite(f(value)));
}
