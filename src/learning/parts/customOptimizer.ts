// A custom optimizer in a training step: its update must change the arrays that it is given.
import { ArgumentError } from '../../support/errors.js';
import { describe, wording } from '../../support/wording.js';
import type { Optimizer, UpdateMoment } from '../optimizers/optimizer.js';
import type { Parameters } from '../parameters.js';
import type { JoinedStep, StepPart } from '../StepPart.js';
import { type KeptParameters, keepParameters } from './overflowGuard.js';

const IN_PLACE = 'Move the parameters in place: for (let i = 0; i < parameters.length; i++) parameters[i] -= ...';

/** Checks the first update of a custom optimizer; undefined for a built-in one. */
export function customOptimizerPart({ plan: { optimizer }, pass }: JoinedStep): StepPart | undefined {
  if (optimizer.update.rule !== undefined) return undefined;
  const kept = keepParameters(pass.parameters);
  return {
    beforeUpdate: () => kept.keep(),
    afterUpdate(moment) {
      if (moment.step === 1) checkMoved(kept, optimizer, moment);
    },
  };
}

/** The same optimizer, whose update throws if it returns what it should have written; a built-in one as it is. */
export function checkedOptimizer(optimizer: Optimizer): Optimizer {
  if (optimizer.update.rule !== undefined) return optimizer;
  const { name, learningRate, slots } = optimizer;
  const update: Optimizer['update'] = (parameters, gradient, state, moment) => {
    const returned: unknown = optimizer.update(parameters, gradient, state, moment);
    if (returned !== undefined && returned !== parameters) checkReturned(optimizer, returned);
  };
  return { name, learningRate, slots, update };
}

/** Throws if an update returns what it should have written into the parameters: nothing would be learnt, without a word. */
function checkReturned({ name }: Optimizer, returned: unknown): void {
  if (typeof returned !== 'object' || returned === null) return;
  const got = 'then' in returned ? 'a promise' : describe(returned);
  throw new ArgumentError(wording(`update of the optimizer ${name}`, 'nothing to be returned', got, IN_PLACE));
}

/**
 * Throws if the first update moved nothing that descent would have moved, neither parameters nor slots: it assigned new arrays to the
 * names of its arguments, which changes nothing.
 */
function checkMoved({ parameters, before }: KeptParameters, { name }: Optimizer, { learningRate }: UpdateMoment): void {
  const hasMoved = ({ values, slots }: Parameters, index: number) =>
    values.some((value, i) => value !== before[index][i]) || slots.some((slot) => slot.some((value) => value !== 0));
  if (parameters.some(hasMoved)) return;
  const wouldMove = ({ gradient }: Parameters, index: number) =>
    gradient.some((derivative, i) => Math.fround(before[index][i] - learningRate * derivative) !== before[index][i]);
  if (!parameters.some(wouldMove)) return;
  const expected = 'parameters or slots that it moves in the first step';
  throw new ArgumentError(wording(`update of the optimizer ${name}`, expected, 'none', IN_PLACE));
}
