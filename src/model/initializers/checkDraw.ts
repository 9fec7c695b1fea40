// Whether an initializer that comes with the library is given what it draws from.
import type { Random } from '../../random/Random.js';
import { functionValue, wholeNumber } from '../../support/checks.js';
import { isHollow } from '../../support/views.js';

/** Throws unless there is a generator, told by its form, and whole sizes. Quick, since it is asked for every weight. */
export function checkDraw(random: Random, inputs = 1, outputs = 1): void {
  if (isHollow(random) || typeof random?.uniform !== 'function') functionValue('random.uniform', undefined);
  if (!Number.isInteger(inputs)) wholeNumber('inputs', inputs, 1);
  if (!Number.isInteger(outputs)) wholeNumber('outputs', outputs, 1);
}
