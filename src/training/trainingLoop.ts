// The training loop: epochs, and in each of them batches. `train`, `fit` and `trainSteps` run this one.
//
// It is a generator: at a `yield` it stops until its caller asks for more. What it yields depends on the caller.
//   train       nothing: the first `next` runs to the end
//   trainSteps  a record after each step or each epoch (`every`)
//   fit         a promise, which `fit` awaits, or undefined, where `fit` may let the page go on (`waits`)
import { accuracyOf, exampleOrder } from '../data/examples.js';
import { now } from '../support/platform.js';
import { throwIfAborted } from './abort.js';
import { finishEpoch } from './epochEnd.js';
import { lock, unlock } from './lock.js';
import { addBatch, handOver, newRun, saveIfDue } from './pauses.js';
import type { Plan } from './planTraining.js';
import type { LoopOptions, Pause, Run } from './Run.js';
import type { History } from './records.js';
import { decisionsOf, epochsDone, hasEnded, restoreWeights, returnedHistory } from './trainingState.js';
import { beginTraining } from './warnings.js';

/** Trains by a plan. The network is locked from the first `next` until the generator ends. */
export function* trainingLoop(plan: Plan, given: LoopOptions = {}): Generator<Pause, History, void> {
  const options = { every: undefined, waits: false, threads: undefined, checkpoint: undefined, ...given };
  throwIfAborted(plan.signal);
  lock(plan.network);
  let run: Run | undefined;
  try {
    run = newRun(plan, options);
    return yield* trainEpochs(run);
  } catch (error) {
    if (run !== undefined) yield* afterError(run);
    throw error;
  } finally {
    run?.step.release();
    unlock(plan.network);
  }
}

function* trainEpochs(run: Run): Generator<Pause, History, void> {
  const { plan, options, step, state, saver } = run;
  const { data, batchSize, epochs } = plan;
  if (saver !== undefined) {
    yield saver.resume(state);
    step.writeBack(); // over what the caller may have changed meanwhile
  }
  beginTraining(plan, options.threads); // names of classes, and warnings
  const decisions = decisionsOf(plan, state);
  const batches = Math.ceil(data.count / batchSize);
  while (!hasEnded(state.history, epochs)) {
    const epoch = epochsDone(state.history) + 1;
    const started = now() - state.seconds * 1000; // an epoch that is resumed has taken some time already
    const rate = decisions.learningRate(step.steps); // one for the epoch, or a schedule's for each step
    const rateAt = (number: number) => (typeof rate === 'number' ? rate : rate(number));
    const order = exampleOrder(data.count, plan.shuffle, plan.seed, epoch);
    step.beginEpoch(epoch, order, (epoch - 1) / epochs, state.batch * batchSize);
    for (let batch = state.batch + 1; batch <= batches; batch++) {
      const start = (batch - 1) * batchSize;
      const end = Math.min(start + batchSize, data.count);
      const learningRate = rateAt(step.steps);
      yield* addBatch(run, start, end, rateAt); // forward, cost, backward, add to the gradient
      state.betweenSteps = false;
      const sums = step.update(learningRate);
      state.batch = batch;
      state.cost += sums.cost;
      state.right += sums.right;
      state.learningRate = learningRate;
      state.betweenSteps = true;
      const loss = sums.cost / (end - start);
      const accuracy = accuracyOf(data, sums.right, order.subarray(start, end));
      const record = { epoch, batch, batches, step: step.steps, loss, accuracy, learningRate };
      yield* handOver(run, 'step', plan.onBatch, record); // onBatch, trainSteps
      state.seconds = (now() - started) / 1000;
      if (batch < batches) yield* saveIfDue(run, 'step');
    }
    const record = yield* finishEpoch(run, epoch, started, decisions); // validation, early stopping
    yield* handOver(run, 'epoch', plan.onEpoch, record); // onEpoch, trainSteps
    yield* saveIfDue(run, hasEnded(state.history, epochs) ? 'end' : 'epoch');
  }
  step.writeBack();
  if (state.bestWeights !== undefined) restoreWeights(state.bestWeights);
  return returnedHistory(state.history, plan.history);
}

/** Gives the network its last whole step, and saves a training that was aborted, so that it can go on later. */
function* afterError(run: Run): Generator<Pause, void, void> {
  const aborted = run.plan.signal?.aborted === true;
  // What a callback changed before it threw stays.
  if (aborted || !run.paused) run.step.writeBack();
  if (aborted) yield* saveIfDue(run, 'stop');
}
