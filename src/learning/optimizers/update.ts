// Built-in updates: one that is called by hand checks its arguments, then applies its rule; and the weight decay that several share.
import { numberValue, wholeNumber } from '../../support/checks.js';
import { ArgumentError } from '../../support/errors.js';
import { checkLength, sizeOf } from '../../support/shapes.js';
import { isList, readable } from '../../support/views.js';
import { withFields } from '../../support/withFields.js';
import { describe, wording } from '../../support/wording.js';
import type { Update, UpdateMoment, UpdateRule } from './optimizer.js';

/** The update that checks its arguments and then applies the rule; `slotCount` arrays belong to it. */
export function makeUpdate(rule: UpdateRule, slotCount: number): Update {
  const update: Update = (parameters, gradient, slots, moment) => {
    checkUpdate(parameters, gradient, slots, slotCount, moment);
    rule.apply(parameters, gradient, slots, rule.constants(moment));
  };
  return withFields(update, { rule: Object.freeze(rule) });
}

/** Throws unless all arrays are of one length, and step and learning rate are numbers. */
function checkUpdate(
  parameters: Float32Array,
  gradient: Float32Array,
  slots: readonly Float32Array[],
  slotCount: number,
  given: UpdateMoment,
): void {
  const count = sizeOf('update: parameters', parameters);
  checkLength('update: gradient', gradient, count, 'as many as parameters');
  if (!isList(slots) || slots.length !== slotCount) {
    throw new ArgumentError(wording('update: slots', `a list of ${slotCount} arrays`, describe(slots)));
  }
  for (const [index, slot] of slots.entries()) checkLength(`update: slots[${index}]`, slot, count, 'as many as parameters');
  const { step, learningRate } = readable<UpdateMoment>(given);
  wholeNumber('update: step', step, 1);
  numberValue('update: learningRate', learningRate);
}

/** Weight decay, apart from the gradient: w -= decay w, where decay is the learning rate times the weight decay. */
export function applyWeightDecay(parameters: Float32Array, decay: number): void {
  for (let i = 0; i < parameters.length; i++) parameters[i] = parameters[i] - Math.fround(decay * parameters[i]);
}
