// The course of a training, step by step. All ways of training drive this one.
import { stepFor } from '../engine/stepFor.js';
import type { Threads } from '../engine/threads/Threads.js';
import type { Step } from '../learning/Step.js';
import { ArgumentError } from '../support/errors.js';
import { ownField } from '../support/views.js';
import { wording } from '../support/wording.js';
import { throwIfAborted } from './abort.js';
import type { Checkpoint, TrainingSaver } from './checkpoint.js';
import { earlyStoppingDecision, learningRateOf, plateauFactor } from './epochDecisions.js';
import { epochRun } from './epochRun.js';
import { lock, unlock } from './lock.js';
import type { Plan } from './planTraining.js';
import type { EpochRecord, History, StepRecord } from './records.js';
import {
  addRecord,
  copyWeights,
  epochsDone,
  hasEnded,
  newTrainingState,
  restoreWeights,
  returnedHistory,
} from './trainingState.js';
import { trainingWarnings } from './warnings.js';

/**
 * What happens in a training: a step done, an epoch done, or a portion of a step, after which one may give way; and where threads
 * do the work, or a checkpoint is loaded or saved, that it can only go on when they are done with it.
 */
export type TrainingEvent =
  | { readonly kind: 'waiting'; readonly step: Step; readonly until: Promise<void> }
  | { readonly kind: 'portion'; readonly step: Step }
  | { readonly kind: 'step'; readonly step: Step; readonly record: StepRecord }
  | { readonly kind: 'epoch'; readonly step: Step; readonly record: EpochRecord };

/**
 * Runs a plan, yielding what happens. The network is locked from the first `next` until the generator ends, however it ends.
 *
 * The network's arrays may lag behind the step: what lets others run at an event calls its step's `publish` before, and
 * `adopt` after, if what they see is to be current, and what they change to be trained on; but not while threads are waited for.
 *
 * @param threads - Who may share the work. Whoever gives any must wait where an event says so.
 * @param checkpoint - What keeps it. Whoever gives one must wait too.
 */
export function* trainingRun(plan: Plan, threads?: Threads, checkpoint?: Checkpoint): Generator<TrainingEvent, History, void> {
  const { network, epochs, signal } = plan;
  throwIfAborted(signal);
  lock(network);
  const course = newTrainingState();
  let step: Step | undefined;
  let keeper: TrainingSaver | undefined;
  try {
    step = stepFor(plan, plan.batchSize, threads, plan.onBatch !== undefined);
    keeper = checkpoint?.saver(plan, step);
    if (keeper !== undefined) yield { kind: 'waiting', step, until: keeper.resume(course) };
    // What a load has changed by itself counts for nothing.
    if (keeper !== undefined) step.writeBack(true);
    network.classNames ??= plan.names.classNames;
    network.columnNames ??= plan.names.columnNames;
    for (const warning of trainingWarnings(plan, threads)) plan.onWarning(warning);
    const { history } = course;
    const decide = earlyStoppingDecision(plan.earlyStopping, history, course.decisionStates.earlyStopping);
    const slowedTo = plateauFactor(plan.reduceOnPlateau, history.slice(0, -1), course.decisionStates.reduceOnPlateau);
    yield { kind: 'portion', step };
    let ended = hasEnded(history, epochs);
    while (!ended) {
      const pace = learningRateOf(plan.optimizer.learningRate, plan.reduceOnPlateau, slowedTo(history));
      const measured = yield* epochRun(plan, step, course, pace, threads, keeper);
      course.whole = false;
      const { epoch } = measured;
      addRecord(history, measured, plan.history);
      const earlyStopping = decide(history);
      if (plan.history === 'last')
        course.decisionStates = { earlyStopping: decide.state?.(), reduceOnPlateau: slowedTo.state?.() };
      const record = earlyStopping === undefined ? measured : { ...measured, earlyStopping };
      history[history.length - 1] = record;
      if (ownField(plan.earlyStopping, 'restoreBestWeights')) {
        step.writeBack(true);
        if (earlyStopping?.best === epoch) course.bestWeights = copyWeights(network);
        else if (course.bestWeights !== undefined) checkKept(earlyStopping?.best, history);
      }
      Object.assign(course, { batch: 0, cost: 0, right: 0, seconds: 0, whole: true });
      yield { kind: 'epoch', step, record };
      ended = epoch === epochs || record.earlyStopping?.stopped === true;
      if (keeper?.due(ended ? 'end' : 'epoch')) yield { kind: 'waiting', step, until: keeper.save(course) };
    }
    step.writeBack(true);
    if (course.bestWeights !== undefined) restoreWeights(course.bestWeights);
    return returnedHistory(history, plan.history);
  } catch (error) {
    step?.writeBack(true);
    // Who stops a training that is kept goes on later from where it stopped.
    if (keeper && step?.settled && course.whole && plan.signal?.aborted && keeper.due('stop')) {
      yield { kind: 'waiting', step, until: keeper.save(course) };
    }
    throw error;
  } finally {
    step?.release();
    unlock(network);
  }
}

/** Throws if a function of the user's own goes back to a best epoch whose weights are no longer kept. */
function checkKept(best: number | undefined, history: History): void {
  const kept = history.at(-2)?.earlyStopping?.best;
  if (best === kept) return;
  const expected = `epoch ${kept}, the best one before, or ${epochsDone(history)}, since the weights of no other are kept`;
  throw new ArgumentError(wording(`earlyStopping.best after epoch ${epochsDone(history)}`, expected, `${best}`));
}
