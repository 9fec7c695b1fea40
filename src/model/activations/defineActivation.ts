// Custom activations.
import { functionValue, trueOrFalse } from '../../support/checks.js';
import { ArgumentError } from '../../support/errors.js';
import { readOptions } from '../../support/options.js';
import { describe, wording } from '../../support/wording.js';
import { type Activation, type ActivationDefinition, makeActivation } from './activation.js';

/**
 * A custom activation, for any layer. Networks round its results to float32; for the same bits on every engine,
 * build it from + - x / and from this library's `exp`, `log` and `tanh`. Where it gives no number for a finite weighted sum, networks throw a
 * {@link NumericError} that names it.
 *
 * @param definition - Its name, its formula and the formula's derivative. `checkGradients` tells whether they fit.
 * @returns The activation.
 * @throws {@link ArgumentError} if a part is missing or of the wrong kind.
 *
 * @example
 * ```ts
 * import { defineActivation, exp, Network } from 'glassbox-nn';
 *
 * const swish = defineActivation({
 *   name: 'swish',
 *   value: (sum) => sum / (1 + exp(-sum)),
 *   derivative: (sum, activation) => activation + (1 - activation) / (1 + exp(-sum)),
 *   rectifier: true,
 *   range: 'any', // it is not kept between 0 and 1
 * });
 * swish(0); // => 0
 * String(new Network([2, 4, 1], { hidden: swish })); // => '2-4-1, swish then sigmoid, 8+4 + 4+1 = 17 parameters'
 * ```
 */
export function defineActivation(definition: ActivationDefinition): Activation {
  const {
    name,
    value,
    derivative,
    rectifier = false,
    range,
  } = readOptions('defineActivation', definition, ['name', 'value', 'derivative', 'rectifier', 'range']);
  if (typeof name !== 'string' || name === '' || name in Object.prototype) {
    throw new ArgumentError(wording('defineActivation: name', 'a name of its own', describe(name), 'Saved networks carry it.'));
  }
  if (range !== undefined && !['any', 'fractions', 'shares'].includes(range)) {
    throw new ArgumentError(wording('defineActivation: range', "'any', 'fractions' or 'shares'", describe(range)));
  }
  return makeActivation({
    name,
    value: functionValue('defineActivation: value', value, 'a function of the weighted sum'),
    derivative: functionValue('defineActivation: derivative', derivative, 'a function of the weighted sum and the activation'),
    rectifier: trueOrFalse('defineActivation: rectifier', rectifier),
    range,
  });
}
