// How a built-in update is made: its numbers come from its rule, so that no other pass can read others.
import { withFields } from '../../support/withFields.js';
import type { Update, UpdateRule } from './optimizer.js';

const f = Math.fround;

/** Moves parameters by the gradient, with the rule's constants. */
export type Pass = (
  parameters: Float32Array,
  gradient: Float32Array,
  slots: readonly Float32Array[],
  constants: readonly number[],
) => void;

/** The update that first lets the parameters wither and then makes the pass, both by the rule's constants. */
export function makeUpdate(rule: UpdateRule, pass: Pass): Update {
  const update: Update = (parameters, gradient, slots, moment) => {
    const constants = rule.constants(moment);
    wither(parameters, constants[0]);
    pass(parameters, gradient, slots, constants);
  };
  return withFields(update, { rule: Object.freeze(rule) });
}

/** The share of each parameter that withers in a step: the rate times the weight decay. */
export function decayOf(rate: number, weightDecay: number): number {
  return f(f(rate) * f(weightDecay));
}

/** w -= decay w; without decay, not even the sign of a zero changes. */
function wither(parameters: Float32Array, decay: number): void {
  if (decay === 0) return;
  for (let i = 0; i < parameters.length; i++) parameters[i] = parameters[i] - f(decay * parameters[i]);
}
