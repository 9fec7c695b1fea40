// Checks of the options that optimizers share.
import { functionValue, numberWhere } from '../../support/checks.js';
import { checkRate, type Schedule } from '../schedules/schedule.js';

const f = Math.fround;

/** The learning rate: above 0, also as a float32. The rates of a schedule are checked step by step. */
export function checkLearningRate(what: string, learningRate: number | Schedule): void {
  if (typeof learningRate === 'function') functionValue(what, learningRate);
  else checkRate(what, learningRate);
}

/** The decay rate of a running mean, or a momentum: 1 would never forget. */
export function checkShare(what: string, share: unknown): number {
  return numberWhere(what, share, 'a number from 0 to below 1', (value) => value >= 0 && value < 1);
}

/** Epsilon, above 0 as a float32 too. */
export function checkEpsilon(what: string, epsilon: unknown): number {
  return numberWhere(what, epsilon, 'a number above 0 that fits a float32', isPositiveFloat32);
}

function isPositiveFloat32(value: number): boolean {
  return f(value) > 0 && Number.isFinite(f(value));
}

/** Weight decay; 0 for none. */
export function checkWeightDecay(what: string, weightDecay: unknown): number {
  return numberWhere(
    what,
    weightDecay,
    'a number from 0 that fits a float32',
    (value) => value >= 0 && Number.isFinite(f(value)),
  );
}
