// The update of all knobs, which are put back if one of them runs away.
import { ArgumentError, NumericError } from '../support/errors.js';
import { describe, wording } from '../support/wording.js';
import type { Optimizer, UpdateMoment } from './optimizers/optimizer.js';
import { overflowIn, type Parameters } from './parameters.js';

/** Moves every array of knobs. If it throws, they are as they were. */
export function moveParameters(parameters: readonly Parameters[], optimizer: Optimizer, moment: UpdateMoment): void {
  for (const { values, before } of parameters) before.set(values);
  try {
    for (const { values, gradient, slots } of parameters) {
      const returned: unknown = optimizer.update(values, gradient, slots, moment);
      if (returned !== undefined && returned !== values) checkReturned(optimizer, returned);
    }
    const overflow = overflowIn(parameters);
    const by = optimizer.update.rule === undefined ? `, after the update of the optimizer ${optimizer.name}` : '';
    if (overflow !== undefined) throw divergence(moment.step, overflow + by);
  } catch (error) {
    for (const { values, before } of parameters) values.set(before);
    throw error;
  }
}

/** Throws if an update returns what it should have written into the parameters: nothing would be learnt, without a word. */
function checkReturned({ name }: Optimizer, returned: unknown): void {
  if (typeof returned !== 'object' || returned === null) return;
  const got = 'then' in returned ? 'a promise' : describe(returned);
  const remedy = 'Move the parameters in place: for (let i = 0; i < parameters.length; i++) parameters[i] -= ...';
  throw new ArgumentError(wording(`update of the optimizer ${name}`, 'nothing to be returned', got, remedy));
}

/** The error of a step whose numbers are no longer finite. */
export function divergence(step: number, got: string): NumericError {
  return new NumericError(
    wording(
      `training step ${step}`,
      'finite numbers',
      got,
      'The network keeps its last finite weights. Try a lower learningRate, or inputs scaled to about 1.',
    ),
  );
}
