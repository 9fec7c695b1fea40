// Checks of custom losses: their formulas must return numbers for finite outputs.
import { NumericError, ShapeError } from '../../support/errors.js';
import { withFields } from '../../support/withFields.js';
import { describe, wording } from '../../support/wording.js';
import type { Loss } from './loss.js';

/** The loss with formulas that throw where they return no number; a built-in loss as it is. */
export function checkedLoss(loss: Loss): Loss {
  if (loss.kernel !== undefined) return loss;
  const { name, targets, outputs, partner, kernel } = loss;
  const value: Loss['value'] = (row, target) => {
    const cost = loss.value(row, target);
    checkNumbers(`loss ${name}`, [cost], row);
    return cost;
  };
  const gradient: Loss['gradient'] = (row, target) => {
    const given = loss.gradient(row, target);
    if (given?.length !== row.length) {
      throw new ShapeError(wording(`gradient of the loss ${name}`, `${row.length} slopes, one an output`, `${given?.length}`));
    }
    const rounded = Float32Array.from(given);
    checkNumbers(`gradient of the loss ${name}`, rounded, row);
    return rounded;
  };
  const call: (...given: Parameters<Loss>) => number = (row, target) => loss(row, target);
  return withFields(call, { name, value, gradient, targets, outputs, partner, kernel, formulas: { value, gradient } });
}

/** Throws where a formula returned anything but a number for finite outputs. */
function checkNumbers(what: string, numbers: ArrayLike<number>, outputs: ArrayLike<number>): void {
  for (let i = 0; i < numbers.length; i++) {
    const number: unknown = numbers[i];
    if (typeof number === 'number' && !(Number.isNaN(number) && Array.prototype.every.call(outputs, Number.isFinite))) continue;
    throw new NumericError(
      wording(what, 'a finite number', describe(number), 'Its formula must hold for all outputs and targets.'),
    );
  }
}
