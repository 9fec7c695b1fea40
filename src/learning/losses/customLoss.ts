// A custom loss, whose formulas must give numbers of finite outputs.
import { NumericError, ShapeError } from '../../support/errors.js';
import { withFields } from '../../support/withFields.js';
import { describe, wording } from '../../support/wording.js';
import type { Loss } from './loss.js';

/** The same loss, whose formulas throw where they give no number; a built-in one as it is. */
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
  return withFields(call, { name, value, gradient, targets, outputs, partner, kernel, formulas: { value, gradient } }) as Loss;
}

/** Throws where a formula made something that is no number of outputs that are finite. */
function checkNumbers(what: string, numbers: ArrayLike<number>, outputs: ArrayLike<number>): void {
  for (let i = 0; i < numbers.length; i++) {
    const number: unknown = numbers[i];
    if (typeof number === 'number' && !(Number.isNaN(number) && Array.prototype.every.call(outputs, Number.isFinite))) continue;
    throw new NumericError(
      wording(what, 'a finite number', describe(number), 'Its formula must hold for all outputs and targets.'),
    );
  }
}
