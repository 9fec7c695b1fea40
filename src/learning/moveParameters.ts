// The update of all knobs, which are put back if one of them runs away, and the checks of an update of one's own.
import { ArgumentError, NumericError } from '../support/errors.js';
import { describe, wording } from '../support/wording.js';
import type { Optimizer, UpdateMoment } from './optimizers/optimizer.js';
import { wayOut } from './outOfMeasure.js';
import { overflowIn, type Parameters } from './parameters.js';
import type { StepPlan } from './Step.js';

const IN_PLACE = 'Move the parameters in place: for (let i = 0; i < parameters.length; i++) parameters[i] -= ...';

/** Moves every array of knobs. If it throws, they are as they were. */
export function moveParameters(parameters: readonly Parameters[], plan: StepPlan, moment: UpdateMoment): void {
  const { optimizer } = plan;
  const { rule } = optimizer.update;
  for (const { values, before } of parameters) before.set(values);
  const putBack = () => {
    for (const { values, before } of parameters) values.set(before);
  };
  let overflow: string | undefined;
  try {
    if (rule !== undefined) {
      const constants = rule.constants(moment);
      for (const { values, gradient, slots } of parameters) rule.apply(values, gradient, slots, constants);
    } else {
      for (const { values, gradient, slots } of parameters) {
        const returned: unknown = optimizer.update(values, gradient, slots, moment);
        if (returned !== undefined && returned !== values) checkReturned(optimizer, returned);
      }
      if (moment.step === 1) checkMoved(parameters, optimizer, moment);
    }
    overflow = overflowIn(parameters);
  } catch (error) {
    putBack();
    throw error;
  }
  if (overflow === undefined) return;
  // What is out of measure is looked for in the last finite weights.
  putBack();
  const by = rule === undefined ? `, after the update of the optimizer ${optimizer.name}` : '';
  throw divergence(plan, moment, overflow + by);
}

/** Throws if an update returns what it should have written into the parameters: nothing would be learnt, without a word. */
function checkReturned({ name }: Optimizer, returned: unknown): void {
  if (typeof returned !== 'object' || returned === null) return;
  const got = 'then' in returned ? 'a promise' : describe(returned);
  throw new ArgumentError(wording(`update of the optimizer ${name}`, 'nothing to be returned', got, IN_PLACE));
}

/**
 * Throws if the first update moved nothing that descent would have moved, neither parameters nor memory: it assigned new arrays to the
 * names of its arguments, which changes nothing.
 */
function checkMoved(parameters: readonly Parameters[], { name }: Optimizer, { learningRate }: UpdateMoment): void {
  const hasMoved = ({ values, before, slots }: Parameters) =>
    values.some((value, i) => value !== before[i]) || slots.some((slot) => slot.some((value) => value !== 0));
  if (parameters.some(hasMoved)) return;
  const wouldMove = ({ before, gradient }: Parameters) =>
    gradient.some((slope, i) => Math.fround(before[i] - learningRate * slope) !== before[i]);
  if (!parameters.some(wouldMove)) return;
  const expected = 'parameters or slots that it moves in the first step';
  throw new ArgumentError(wording(`update of the optimizer ${name}`, expected, 'none', IN_PLACE));
}

/** The error of a step whose numbers are no longer finite. The network has its last finite weights by then. */
export function divergence(plan: StepPlan, moment: UpdateMoment, got: string): NumericError {
  const remedy = `The network keeps its last finite weights. ${wayOut(plan, moment)}`;
  return new NumericError(wording(`training step ${moment.step}`, 'finite numbers', got, remedy));
}
