// Where the training loop stops for a moment: to wait, to give way, and to hand the network over to the caller.
import { examplesAtATime, stepFor } from '../engine/backend.js';
import { whenDue } from '../support/platform.js';
import { orAborted, reasonOf } from './abort.js';
import type { Occasion } from './checkpoint.js';
import type { Plan } from './planTraining.js';
import type { LoopOptions, Pause, Run } from './Run.js';
import type { EpochRecord, StepRecord } from './records.js';
import { newTrainingState } from './trainingState.js';

/** A training that begins. */
export function newRun(plan: Plan, options: LoopOptions): Run {
  const step = stepFor(plan, plan.batchSize, { threads: options.threads, watched: plan.onBatch !== undefined });
  const saver = options.checkpoint?.saver(plan, step);
  return { plan, options, step, state: newTrainingState(), saver, writing: { next: 0 }, paused: false, warned: false };
}

/** Adds the examples of a batch to the gradient, in portions after which a page may draw. */
export function* addBatch(
  run: Run,
  start: number,
  end: number,
  rateAt: (step: number) => number,
): Generator<Pause, void, void> {
  const { plan, options, step, writing } = run;
  const portion = options.waits ? examplesAtATime(plan.network) : end - start;
  stopIfAborted(run);
  for (let work = step.workAhead?.(rateAt); work !== undefined; work = step.workAhead?.(rateAt)) {
    yield work;
    stopIfAborted(run);
  }
  for (let from = start; from < end; from += portion) {
    if (options.waits) {
      whenDue(writing, () => step.writeBack());
      yield undefined; // the page may go on
      stopIfAborted(run);
    }
    step.addExamples(from, Math.min(from + portion, end));
  }
}

/** Stops the training if its signal is aborted. Steps that threads have done ahead are reported before, so that they can be saved. */
function stopIfAborted({ plan, step, saver }: Run): void {
  const { signal } = plan;
  if ((saver === undefined || !step.isAhead) && signal?.aborted) throw reasonOf(signal);
}

/** Hands the network over to a callback, and to a caller that takes steps or epochs one by one. */
export function* handOver<Kept extends StepRecord | EpochRecord>(
  run: Run,
  kind: 'step' | 'epoch',
  callback: ((record: Kept) => unknown) | undefined,
  record: Kept,
): Generator<Pause, void, void> {
  const { plan, options, step } = run;
  if (callback === undefined && options.every !== kind) return;
  step.writeBack();
  run.paused = true;
  const answer = callback?.(record);
  if (isPromise(answer)) {
    if (options.waits) yield orAborted(answer, plan.signal);
    else warnOfPromise(run, kind === 'step' ? 'onBatch' : 'onEpoch');
  }
  if (options.every === kind) yield record;
  step.readIn(); // training goes on with what they changed
  run.paused = false;
}

/** Saves the training if it is time to. It cannot be saved in the middle of a step, or while threads are ahead. */
export function* saveIfDue({ saver, step, state }: Run, occasion: Occasion): Generator<Pause, void, void> {
  if (saver !== undefined && state.betweenSteps && !step.isAhead && saver.due(occasion)) yield saver.save(state);
}

function isPromise(value: unknown): value is PromiseLike<unknown> {
  return typeof value === 'object' && value !== null && 'then' in value;
}

function warnOfPromise(run: Run, callback: string): void {
  const remedy = 'Only fit waits: await fit(network, data, options).';
  if (!run.warned) run.plan.onWarning(`${callback} returned a promise, and nothing waits for it. ${remedy}`);
  run.warned = true;
}
