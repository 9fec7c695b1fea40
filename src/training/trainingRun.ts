// The course of a training, step by step. All ways of training drive this one.
import { stepFor } from '../engine/stepFor.js';
import type { Threads } from '../engine/threads/Threads.js';
import type { Step } from '../learning/Step.js';
import { Random } from '../random/Random.js';
import { throwIfAborted } from './abort.js';
import { evaluationRun } from './evaluationRun.js';
import { type KeptWeights, keepWeights, restoreWeights } from './keptWeights.js';
import { lock, unlock } from './lock.js';
import { paceOf } from './pace.js';
import type { Plan } from './planTraining.js';
import type { EpochRecord, History, StepRecord } from './records.js';
import { trainingWarnings } from './warnings.js';
import { slowingWatcher, stoppingWatcher } from './watchers.js';
import { examplesAtATime } from './work.js';

/**
 * What happens in a training: a step done, an epoch done, or a portion of a step, after which one may give way; and where threads
 * do the work, that it can only go on when they are done with some of it.
 */
export type TrainingEvent =
  | { readonly kind: 'waiting'; readonly step: Step; readonly until: Promise<void> }
  | { readonly kind: 'portion'; readonly step: Step }
  | { readonly kind: 'step'; readonly step: Step; readonly record: StepRecord }
  | { readonly kind: 'epoch'; readonly step: Step; readonly record: EpochRecord };

/**
 * Runs a plan, yielding what happens. The network is locked from the first `next` until the generator ends, however it ends.
 *
 * The network's arrays may lag behind the step: whoever lets others run at an event calls its step's `publish` before, and
 * `adopt` after, if what they see is to be current, and what they change to be trained on; but not while threads are waited for.
 *
 * @param threads - Who may share the work. Whoever gives any must wait where an event says so.
 */
export function* trainingRun(plan: Plan, threads?: Threads): Generator<TrainingEvent, History, void> {
  const { network, epochs, signal } = plan;
  throwIfAborted(signal);
  lock(network);
  let step: Step | undefined;
  try {
    for (const warning of trainingWarnings(network, threads)) plan.onWarning(warning);
    step = stepFor(plan, plan.batchSize, threads, plan.onBatch !== undefined);
    const history: EpochRecord[] = [];
    const decide = stoppingWatcher(plan.stopping);
    const slowedTo = slowingWatcher(plan.slowing);
    let kept: KeptWeights | undefined;
    yield { kind: 'portion', step };
    for (let epoch = 1; epoch <= epochs; epoch++) {
      const pace = paceOf(plan.optimizer.learningRate, plan.slowing, slowedTo(history));
      const measured = yield* epochRun(plan, step, epoch, pace, threads);
      history.push(measured);
      const stopping = decide(history);
      const record = stopping === undefined ? measured : { ...measured, stopping };
      history[epoch - 1] = record;
      if (plan.stopping?.restoreBestWeights && record.stopping?.best === epoch) kept = keepWeights(network);
      yield { kind: 'epoch', step, record };
      if (record.stopping?.stopped) break;
    }
    step.publish();
    if (kept !== undefined) restoreWeights(kept);
    return history;
  } finally {
    step?.publish();
    step?.release();
    unlock(network);
  }
}

function* epochRun(
  plan: Plan,
  step: Step,
  epoch: number,
  pace: (step: number) => number,
  threads?: Threads,
): Generator<TrainingEvent, EpochRecord, void> {
  const { network, data, validation, batchSize } = plan;
  const started = performance.now();
  const portionDone: TrainingEvent = { kind: 'portion', step };
  step.begin(epoch, exampleOrder(plan, epoch), (epoch - 1) / plan.epochs);
  yield portionDone;
  const batches = Math.ceil(data.count / batchSize);
  const portion = examplesAtATime(network);
  const hasClasses = data.labels !== undefined;
  let cost = 0;
  let right = 0;
  let learningRate = 0;
  for (let batch = 1; batch <= batches; batch++) {
    const end = Math.min(batch * batchSize, data.count);
    const start = (batch - 1) * batchSize;
    learningRate = pace(step.steps);
    for (let until = workAhead(plan, step, pace); until !== undefined; until = workAhead(plan, step, pace)) {
      yield { kind: 'waiting', step, until };
    }
    for (let from = start; from < end; from += portion) {
      throwIfAborted(plan.signal);
      step.add(from, Math.min(from + portion, end));
      if (from + portion < end) yield portionDone;
    }
    const totals = step.apply(learningRate);
    cost += totals.cost;
    right += totals.right;
    const size = end - start;
    const accuracy = hasClasses ? totals.right / size : undefined;
    const record = { epoch, batch, batches, step: step.steps, loss: totals.cost / size, accuracy, learningRate };
    yield { kind: 'step', step, record };
  }
  step.publish();
  const measured = validation && (yield* validationRun(plan, step, threads));
  return {
    epoch,
    loss: cost / data.count,
    accuracy: hasClasses ? right / data.count : undefined,
    validation: measured,
    learningRate,
    seconds: (performance.now() - started) / 1000,
  };
}

/** Has threads work on, if there are any, unless they should stop. */
function workAhead({ signal }: Plan, step: Step, pace: (step: number) => number): Promise<void> | undefined {
  if (step.workAhead === undefined) return undefined;
  throwIfAborted(signal);
  return step.workAhead((at) => pace(at - 1));
}

function* validationRun(
  { network, validation, loss, signal }: Plan,
  step: Step,
  threads?: Threads,
): Generator<TrainingEvent, EpochRecord['validation'], void> {
  const run = evaluationRun(network, validation as NonNullable<typeof validation>, loss, threads);
  try {
    for (;;) {
      const { done, value } = run.next();
      if (done) return { loss: value.loss, accuracy: value.accuracy };
      throwIfAborted(signal);
      yield value === undefined ? { kind: 'portion', step } : { kind: 'waiting', step, until: value };
    }
  } finally {
    run.return(undefined as never);
  }
}

/** The order of an epoch's examples: drawn from a stream of its own, so that it does not depend on what came before. */
function exampleOrder({ data, shuffle, seed }: Plan, epoch: number): Uint32Array {
  const order = new Uint32Array(data.count);
  for (let index = 0; index < order.length; index++) order[index] = index;
  return shuffle ? Random.stream(seed, 'shuffle', epoch).shuffle(order) : order;
}
