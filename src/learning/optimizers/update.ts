// How a built-in update is made: its numbers come from its rule, so that no other pass can read others.
import { checkLength, sizeOf } from '../../linalg/shapes.js';
import { numberValue, wholeNumber } from '../../support/checks.js';
import { ArgumentError } from '../../support/errors.js';
import { isList, readable } from '../../support/views.js';
import { withFields } from '../../support/withFields.js';
import { describe, wording } from '../../support/wording.js';
import type { Update, UpdateMoment, UpdateRule } from './optimizer.js';

const f = Math.fround;

/** Moves parameters by the gradient, with the rule's constants. */
export type Pass = (
  parameters: Float32Array,
  gradient: Float32Array,
  slots: readonly Float32Array[],
  constants: readonly number[],
) => void;

/** The update that first lets the parameters wither and then makes the pass, both by the rule's constants; with so many slots. */
export function makeUpdate(rule: UpdateRule, count: number, pass: Pass): Update {
  const update: Update = (parameters, gradient, slots, moment) => {
    checkUpdate(parameters, gradient, slots, count, moment);
    const constants = rule.constants(moment);
    applyWeightDecay(parameters, constants[0]);
    pass(parameters, gradient, slots, constants);
  };
  return withFields(update, { rule: Object.freeze(rule) });
}

/** The share of each parameter that withers in a step: the rate times the weight decay. */
export function decayOf(rate: number, weightDecay: number): number {
  return f(f(rate) * f(weightDecay));
}

/** w -= decay w; without decay, not even the sign of a zero changes. */
function applyWeightDecay(parameters: Float32Array, decay: number): void {
  if (decay === 0) return;
  for (let i = 0; i < parameters.length; i++) parameters[i] = parameters[i] - f(decay * parameters[i]);
}

/** Throws unless an update is given arrays of one length, and when it is. */
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
