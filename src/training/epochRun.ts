// The course of an epoch: its batches, one after another, and then the measuring on what is not learnt from.
import { exampleOrder } from '../data/exampleOrder.js';
import type { Threads } from '../engine/threads/Threads.js';
import { copyNetwork } from '../learning/copyNetwork.js';
import type { Step } from '../learning/Step.js';
import { now } from '../support/platform.js';
import { throwIfAborted } from './abort.js';
import type { TrainingSaver } from './checkpoint.js';
import { evaluationRun } from './evaluationRun.js';
import type { Plan } from './planTraining.js';
import type { EpochRecord } from './records.js';
import type { TrainingEvent } from './trainingRun.js';
import { epochsDone, type TrainingState } from './trainingState.js';
import { examplesAtATime } from './work.js';

/** Runs the rest of an epoch: all of it, or what was left of it when it was saved. */
export function* epochRun(
  plan: Plan,
  step: Step,
  course: TrainingState,
  pace: (step: number) => number,
  threads?: Threads,
  keeper?: TrainingSaver,
): Generator<TrainingEvent, EpochRecord, void> {
  const { network, data, validation, batchSize } = plan;
  const epoch = epochsDone(course.history) + 1;
  const started = now() - course.seconds * 1000;
  const portionDone: TrainingEvent = { kind: 'portion', step };
  step.beginEpoch(
    epoch,
    exampleOrder(data.count, plan.shuffle, plan.seed, epoch),
    (epoch - 1) / plan.epochs,
    course.batch * batchSize,
  );
  yield portionDone;
  const batches = Math.ceil(data.count / batchSize);
  const portion = examplesAtATime(network);
  const hasClasses = data.labels !== undefined;
  for (let batch = course.batch + 1; batch <= batches; batch++) {
    const end = Math.min(batch * batchSize, data.count);
    const start = (batch - 1) * batchSize;
    const learningRate = pace(step.steps);
    const ahead = () => workAhead(plan, step, pace, keeper);
    for (let until = ahead(); until !== undefined; until = ahead()) yield { kind: 'waiting', step, until };
    for (let from = start; from < end; from += portion) {
      // What is done already is told first, so that it can be saved.
      if (keeper === undefined || step.settled) throwIfAborted(plan.signal);
      step.addExamples(from, Math.min(from + portion, end));
      if (from + portion < end) yield portionDone;
    }
    course.whole = false;
    const totals = step.update(learningRate);
    course.cost += totals.cost;
    course.right += totals.right;
    Object.assign(course, { batch, learningRate, whole: true });
    const size = end - start;
    const accuracy = hasClasses ? totals.right / size : undefined;
    const record = { epoch, batch, batches, step: step.steps, loss: totals.cost / size, accuracy, learningRate };
    yield { kind: 'step', step, record };
    if (keeper === undefined) continue;
    course.seconds = (now() - started) / 1000;
    if (batch < batches && step.settled && keeper.due('step')) yield { kind: 'waiting', step, until: keeper.save(course) };
  }
  step.writeBack(true);
  const measured = validation && (yield* validationRun(plan, step, threads));
  return {
    epoch,
    loss: course.cost / data.count,
    accuracy: hasClasses ? course.right / data.count : undefined,
    validation: measured,
    learningRate: course.learningRate,
    seconds: (now() - started) / 1000,
  };
}

/** Has threads work on, if there are any, unless they should stop. */
function workAhead(
  { signal }: Plan,
  step: Step,
  pace: (step: number) => number,
  keeper?: TrainingSaver,
): Promise<void> | undefined {
  if (step.workAhead === undefined) return undefined;
  if (keeper === undefined || step.settled) throwIfAborted(signal);
  return step.workAhead((at) => pace(at - 1));
}

function* validationRun(
  { network, validation, loss, signal }: Plan,
  step: Step,
  threads?: Threads,
): Generator<TrainingEvent, EpochRecord['validation'], void> {
  const run = evaluationRun(copyNetwork(network), validation as NonNullable<typeof validation>, loss, threads);
  try {
    for (;;) {
      // Before the threads begin a turn, since they write in the memory until it ends.
      throwIfAborted(signal);
      const { done, value } = run.next();
      if (done) return { loss: value.loss, accuracy: value.accuracy };
      yield value === undefined ? { kind: 'portion', step } : { kind: 'waiting', step, until: value };
    }
  } finally {
    run.return(undefined as never);
  }
}
