// Custom losses.
import { functionValue } from '../../support/checks.js';
import { ArgumentError } from '../../support/errors.js';
import { readOptions } from '../../support/options.js';
import { describe, wording } from '../../support/wording.js';
import { checkedFormulas } from './checkedFormulas.js';
import { type Loss, type LossDefinition, makeLoss } from './loss.js';

/**
 * A custom loss, for training and evaluating. `checkGradients` tells whether its two formulas fit each other. Where one of them gives no
 * number for finite outputs, a {@link NumericError} names it.
 *
 * @param definition - Its name, the cost of one example, and the gradient of that cost with respect to the outputs.
 * @returns The loss.
 * @throws {@link ArgumentError} if a part is missing or of the wrong kind.
 *
 * @example
 * ```ts
 * import { defineLoss } from 'glassbox-nn';
 *
 * const absolute = defineLoss({
 *   name: 'absolute',
 *   outputs: 'any',
 *   value: (outputs, target) => Array.from(outputs, (output, i) => Math.abs(output - target[i]!)).reduce((a, b) => a + b),
 *   gradient: (outputs, target) => outputs.map((output, i) => Math.sign(output - target[i]!)),
 * });
 * absolute([0.5, 0], [1, 0]); // => 0.5
 * ```
 */
export function defineLoss(definition: LossDefinition): Loss {
  const {
    name,
    value,
    gradient,
    targets = 'any',
    outputs,
  } = readOptions('defineLoss', definition, ['name', 'value', 'gradient', 'targets', 'outputs']);
  if (typeof name !== 'string' || name === '') throw new ArgumentError(wording('defineLoss: name', 'a name', describe(name)));
  if (!['any', 'fractions', 'shares'].includes(targets)) {
    throw new ArgumentError(wording('defineLoss: targets', "'any', 'fractions' or 'shares'", describe(targets)));
  }
  if (outputs !== undefined && !['any', 'fractions', 'shares'].includes(outputs)) {
    throw new ArgumentError(wording('defineLoss: outputs', "'any', 'fractions' or 'shares'", describe(outputs)));
  }
  const given = {
    value: functionValue('defineLoss: value', value, 'a function of outputs and target'),
    gradient: functionValue('defineLoss: gradient', gradient, 'a function of outputs and target'),
  };
  return makeLoss({ name, targets, outputs, ...given }, undefined, checkedFormulas(name, given));
}
