// The update of all knobs, which are put back if one of them runs away.
import { NumericError } from '../support/errors.js';
import { wording } from '../support/wording.js';
import type { Optimizer, UpdateMoment } from './optimizers/optimizer.js';
import { overflowIn, type Parameters } from './parameters.js';

/** Moves every array of knobs. If it throws, they are as they were. */
export function moveParameters(parameters: readonly Parameters[], optimizer: Optimizer, moment: UpdateMoment): void {
  for (const { values, before } of parameters) before.set(values);
  try {
    for (const { values, gradient, slots } of parameters) optimizer.update(values, gradient, slots, moment);
    const overflow = overflowIn(parameters);
    if (overflow !== undefined) throw divergence(moment.step, overflow);
  } catch (error) {
    for (const { values, before } of parameters) values.set(before);
    throw error;
  }
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
