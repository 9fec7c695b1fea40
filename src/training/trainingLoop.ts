// The training loop: epochs, and in each of them batches. `train`, `fit` and `trainSteps` run this one.
import { exampleOrder } from '../data/examples.js';
import type { Threads } from '../engine/threads/Threads.js';
import { now } from '../support/platform.js';
import { throwIfAborted } from './abort.js';
import type { Checkpoint } from './checkpoint.js';
import { finishEpoch } from './epochEnd.js';
import { lock, unlock } from './lock.js';
import { addBatch, handOver, newRun, type Pause, type Run } from './pauses.js';
import type { Plan } from './planTraining.js';
import type { History } from './records.js';
import { decisionsOf, epochsDone, hasEnded, restoreWeights, returnedHistory } from './trainingState.js';
import { beginTraining } from './warnings.js';

/** How the loop runs. */
export interface LoopOptions {
  /** After what the loop yields a record, for `trainSteps`. */
  readonly every?: 'step' | 'epoch' | undefined;
  /** Whether the caller awaits the promises that are yielded, and may give way where undefined is, for `fit`. */
  readonly waits?: boolean | undefined;
  /** Threads that share the work, for a caller that waits. */
  readonly threads?: Threads | undefined;
  /** Where the training is saved, for a caller that waits. */
  readonly checkpoint?: Checkpoint | undefined;
}

/** Trains by a plan. The network is locked from the first `next` until the generator ends. */
export function* trainingLoop(plan: Plan, given: LoopOptions = {}): Generator<Pause, History, void> {
  const options = { every: undefined, waits: false, threads: undefined, checkpoint: undefined, ...given };
  const { network, data, batchSize, epochs } = plan;
  throwIfAborted(plan.signal);
  lock(network);
  let run: Run | undefined;
  try {
    run = newRun(plan, options);
    const { step, state, saver } = run;
    if (saver !== undefined) yield saver.resume(state);
    if (saver !== undefined) step.writeBack();
    beginTraining(plan, options.threads);
    const decisions = decisionsOf(plan, state);
    const batches = Math.ceil(data.count / batchSize);
    while (!hasEnded(state.history, epochs)) {
      const epoch = epochsDone(state.history) + 1;
      const started = now() - state.seconds * 1000;
      const rate = decisions.learningRate(step.steps);
      const rateAt = (step: number) => (typeof rate === 'number' ? rate : rate(step));
      const order = exampleOrder(data.count, plan.shuffle, plan.seed, epoch);
      step.beginEpoch(epoch, order, (epoch - 1) / epochs, state.batch * batchSize);
      for (let batch = state.batch + 1; batch <= batches; batch++) {
        const start = (batch - 1) * batchSize;
        const end = Math.min(start + batchSize, data.count);
        const learningRate = rateAt(step.steps);
        yield* addBatch(run, start, end, rateAt);
        state.whole = false;
        const { cost, right } = step.update(learningRate);
        Object.assign(state, { batch, cost: state.cost + cost, right: state.right + right, learningRate, whole: true });
        const [loss, accuracy] = [cost / (end - start), data.labels && right / (end - start)];
        yield* handOver(run, 'step', plan.onBatch, { epoch, batch, batches, step: step.steps, loss, accuracy, learningRate });
        state.seconds = (now() - started) / 1000;
        if (saver !== undefined && batch < batches && !step.isAhead && saver.due('step')) yield saver.save(state);
      }
      const record = yield* finishEpoch(run, epoch, started, decisions);
      yield* handOver(run, 'epoch', plan.onEpoch, record);
      if (saver?.due(hasEnded(state.history, epochs) ? 'end' : 'epoch')) yield saver.save(state);
    }
    step.writeBack();
    if (state.bestWeights !== undefined) restoreWeights(state.bestWeights);
    return returnedHistory(state.history, plan.history);
  } catch (error) {
    const aborted = () => plan.signal?.aborted === true;
    if (!run?.paused || aborted()) run?.step.writeBack();
    // A training that is stopped can go on later from where it was.
    const whole = !run?.step.isAhead && run?.state.whole;
    if (run?.saver && whole && aborted() && run.saver.due('stop')) yield run.saver.save(run.state);
    throw error;
  } finally {
    run?.step.release();
    unlock(network);
  }
}
