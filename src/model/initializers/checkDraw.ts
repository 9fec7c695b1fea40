// Whether an initializer that comes with the library is given what it draws from.
import type { Random } from '../../random/Random.js';
import { functionValue, wholeNumber } from '../../support/checks.js';
import { isHollow } from '../../support/views.js';

/** Throws unless there is a generator (duck-typed) and whole sizes. It runs for every weight and must be quick. */
export function checkDraw(random: Random, inputs = 1, outputs = 1): void {
  if (isHollow(random) || typeof random?.uniform !== 'function') functionValue('random.uniform', undefined);
  if (!Number.isInteger(inputs)) wholeNumber('inputs', inputs, 1);
  if (!Number.isInteger(outputs)) wholeNumber('outputs', outputs, 1);
}
