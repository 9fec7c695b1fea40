// The formulas of a custom loss, which must give numbers for finite outputs.
import { NumericError, ShapeError } from '../../support/errors.js';
import { describe, wording } from '../../support/wording.js';
import type { LossDefinition } from './loss.js';

/** The formulas of a loss, as training calls them. */
type Formulas = Pick<LossDefinition, 'value' | 'gradient'>;

/** The same formulas, which throw where they give no number. `name` is the loss's, for errors. */
export function checkedFormulas(name: string, { value, gradient }: Formulas): Formulas {
  return {
    value(outputs, target) {
      const cost = value(outputs, target);
      checkNumbers(`loss ${name}`, [cost], outputs);
      return cost;
    },
    gradient(outputs, target) {
      const given = gradient(outputs, target);
      if (given?.length !== outputs.length) {
        const expected = `${outputs.length} numbers, one for each output`;
        throw new ShapeError(wording(`gradient of the loss ${name}`, expected, `${given?.length}`));
      }
      const rounded = Float32Array.from(given);
      checkNumbers(`gradient of the loss ${name}`, rounded, outputs);
      return rounded;
    },
  };
}

/** Throws where a formula of finite outputs is no number. */
function checkNumbers(what: string, numbers: ArrayLike<number>, outputs: ArrayLike<number>): void {
  for (let i = 0; i < numbers.length; i++) {
    const number: unknown = numbers[i];
    if (typeof number === 'number' && !(Number.isNaN(number) && Array.prototype.every.call(outputs, Number.isFinite))) continue;
    throw new NumericError(
      wording(what, 'a finite number', describe(number), 'Its formula must hold for all outputs and targets.'),
    );
  }
}
