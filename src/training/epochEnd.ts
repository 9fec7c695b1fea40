// The end of an epoch: the network is measured on the validation data, the record is kept, and early stopping decides.
import { accuracyOf } from '../data/examples.js';
import { copyNetwork } from '../learning/parameters.js';
import { ArgumentError } from '../support/errors.js';
import { now } from '../support/platform.js';
import { ownField } from '../support/views.js';
import { wording } from '../support/wording.js';
import { throwIfAborted } from './abort.js';
import { evaluationRun } from './evaluationRun.js';
import type { Plan } from './planTraining.js';
import type { Pause, Run } from './Run.js';
import type { EpochRecord, History, ValidationRecord } from './records.js';
import { addRecord, copyWeights, type Decisions, epochsDone } from './trainingState.js';

/** Ends an epoch that began at the time `started`, and returns its record. */
export function* finishEpoch(
  run: Run,
  epoch: number,
  started: number,
  decisions: Decisions,
): Generator<Pause, EpochRecord, void> {
  const { plan, step, state } = run;
  const { history, cost, right, learningRate } = state;
  step.writeBack();
  // Without validation data, measures take one more pass over the training data.
  const evaluated = plan.validation || plan.measures ? yield* validate(run, plan.validation ?? plan.data) : undefined;
  state.betweenSteps = false;
  const accuracy = accuracyOf(plan.data, right);
  const seconds = (now() - started) / 1000;
  const ofEpoch = {
    epoch,
    loss: cost / plan.data.count,
    accuracy,
    validation: plan.validation && evaluated,
    learningRate,
    seconds,
  };
  const ofTraining = !plan.validation && evaluated && { measures: evaluated.measures };
  const measured: EpochRecord = { ...ofEpoch, ...ofTraining };
  addRecord(history, measured, plan.history);
  const earlyStopping = decisions.earlyStopping(history);
  const record = earlyStopping === undefined ? measured : { ...measured, earlyStopping };
  history[history.length - 1] = record;
  if (plan.history === 'last') {
    state.decisionStates = { earlyStopping: decisions.earlyStopping.state?.(), reduceOnPlateau: decisions.plateau.state?.() };
  }
  if (ownField(plan.earlyStopping, 'restoreBestWeights')) {
    step.writeBack();
    if (earlyStopping?.best === epoch) state.bestWeights = copyWeights(plan.network);
    else if (state.bestWeights !== undefined) checkKept(earlyStopping?.best, history);
  }
  Object.assign(state, { batch: 0, cost: 0, right: 0, seconds: 0, betweenSteps: true });
  return record;
}

/** Measures a copy of the network, since the caller may change its arrays where the loop gives way. */
function* validate({ plan, options }: Run, data: NonNullable<Plan['validation']>): Generator<Pause, ValidationRecord, void> {
  const evaluation = evaluationRun(copyNetwork(plan.network), data, plan.loss, options.threads, plan.measures);
  try {
    for (;;) {
      // Before the threads begin a turn, since they write in the memory until it ends.
      throwIfAborted(plan.signal);
      const { done, value } = evaluation.next();
      if (done) {
        const { loss, accuracy, measures } = value;
        return { loss, accuracy, ...(measures && { measures }) };
      }
      if (options.waits) yield value;
    }
  } finally {
    evaluation.return(undefined as never);
  }
}

/** Throws if a custom early stopping goes back to a best epoch whose weights are no longer kept. */
function checkKept(best: number | undefined, history: History): void {
  const kept = history.at(-2)?.earlyStopping?.best;
  if (best === kept) return;
  const expected = `epoch ${kept}, the best one before, or ${epochsDone(history)}, since the weights of no other are kept`;
  throw new ArgumentError(wording(`earlyStopping.best after epoch ${epochsDone(history)}`, expected, `${best}`));
}
