// The trainer of a network: it opens a training step when the first batch comes, and keeps it from one batch to the next.
import type { Dataset } from '../data/Dataset.js';
import { accuracyOf } from '../data/examples.js';
import { examplesAtATime, stepFor } from '../engine/backend.js';
import { openPlans } from '../engine/CorePlans.js';
import type { Threads } from '../engine/threads/Threads.js';
import type { Step, StepTotals } from '../learning/Step.js';
import { checkedRate, rateAt } from '../learning/schedules/schedule.js';
import { StateError } from '../support/errors.js';
import { giveWay } from '../support/giveWay.js';
import { readOptions } from '../support/options.js';
import { wording } from '../support/wording.js';
import { lock, unlock } from '../training/lock.js';
import type { DatalessPlan } from '../training/stepOptions.js';
import { neverMind, releaseWith } from './releaseWith.js';
import { type TrainerState, writeTrainer } from './savedTrainer.js';
import { stepOptionHome } from './TrainerOptions.js';
import type { Trainer, TrainerRecord, TrainerStepOptions } from './TrainerRecord.js';
import { type Batch, type BatchReader, batchReader } from './takeBatch.js';

/** A batch that is checked, and how far its update goes. */
interface Update {
  readonly batch: Batch;
  readonly learningRate: number;
}

const A_NUMBER = 'A step takes the number: schedule(trainer.steps) of a schedule, or give the schedule to the optimizer.';

/** The steps of a {@link Trainer}, and where it is between them. */
export class NetworkTrainer implements Trainer {
  readonly plan: DatalessPlan;
  readonly threads: Threads | undefined;
  readonly readBatch: BatchReader;
  /** Where the training is, while no step is open. */
  state: TrainerState;
  /** The open step, and the most examples that it has room for. */
  open: { readonly step: Step; readonly room: number } | undefined;
  /** Whether the optimizer state was lost. */
  lost = false;

  constructor(plan: DatalessPlan, threads: Threads | undefined, state: TrainerState) {
    this.plan = plan;
    this.threads = threads;
    this.readBatch = batchReader(plan);
    this.state = state;
  }

  get steps(): number {
    return this.state.steps;
  }

  step(batch: Dataset, options?: TrainerStepOptions): TrainerRecord {
    if (this.threads !== undefined) {
      const remedy = 'Write await trainer.stepAsync(batch), or make the trainer without threads.';
      throw new StateError(wording('trainer.step', 'a trainer without threads', 'one with threads', remedy));
    }
    const update = this.prepare(batch, options);
    lock(this.plan.network);
    try {
      const step = this.begin(update.batch);
      step.addExamples(0, update.batch.examples.length);
      return this.finish(step, update);
    } catch (error) {
      this.close();
      throw error;
    } finally {
      unlock(this.plan.network);
    }
  }

  async stepAsync(batch: Dataset, options?: TrainerStepOptions): Promise<TrainerRecord> {
    const update = this.prepare(batch, options);
    lock(this.plan.network);
    try {
      const { length } = update.batch.examples;
      const portion = examplesAtATime(this.plan.network);
      const step = this.begin(update.batch);
      const rateAt = () => update.learningRate;
      for (let work = step.workAhead?.(rateAt); work !== undefined; work = step.workAhead?.(rateAt)) await work;
      for (let from = 0; from < length; from += portion) {
        step.addExamples(from, Math.min(from + portion, length));
        if (from + portion < length) await giveWay();
      }
      return this.finish(step, update);
    } catch (error) {
      this.close();
      throw error;
    } finally {
      unlock(this.plan.network);
    }
  }

  save(): Uint8Array {
    const { plan } = this;
    this.checkWhole();
    // Throws if a step is being made.
    lock(plan.network);
    try {
      return writeTrainer(plan, this.current());
    } finally {
      unlock(plan.network);
    }
  }

  /** Checks a batch and its options, before anything changes. */
  prepare(given: Dataset, options: TrainerStepOptions | undefined): Update {
    const { learningRate } = readOptions('trainer.step options', options, ['learningRate'], stepOptionHome);
    this.checkWhole();
    const { steps } = this.state;
    const batch = this.readBatch(given, steps, this.state.seen);
    return {
      batch,
      learningRate: learningRate === undefined ? this.rateAt(steps) : checkedRate(learningRate, steps, A_NUMBER),
    };
  }

  /** Throws where the optimizer state was lost. */
  checkWhole(): void {
    if (!this.lost) return;
    const remedy = 'Its threads ended in the middle of an update: make another one, from what save() gave last.';
    throw new StateError(wording('trainer', 'an optimizer state', 'none', remedy));
  }

  /** The learning rate of a step, counted from 0. */
  rateAt(step: number): number {
    return rateAt(this.plan.optimizer.learningRate, step);
  }

  /** Opens a step with room for a batch, unless it is open, and reads in what the caller has changed in the network. */
  begin({ data, examples, epoch, firstExample }: Batch): Step {
    if (this.open !== undefined && examples.length > this.open.room) this.close();
    if (this.open === undefined) {
      const step = stepFor({ ...this.plan, data }, examples.length, { threads: this.threads, open: openPlans });
      this.open = { step, room: examples.length };
      releaseWith(this, step);
      if (this.state.optimizerState !== undefined) step.restoreState(this.state.steps, this.state.optimizerState);
    }
    const { step } = this.open;
    step.readIn();
    step.useData(data, firstExample);
    step.beginEpoch(epoch, examples);
    return step;
  }

  /** Updates the parameters, and tells of the batch. */
  finish(step: Step, { batch, learningRate }: Update): TrainerRecord {
    const { cost, right }: StepTotals = step.update(learningRate);
    step.writeBack();
    const { network } = this.plan;
    const count = batch.examples.length;
    network.classNames ??= batch.data.classNames;
    network.columnNames ??= batch.data.columnNames;
    this.state = { ...this.state, steps: step.steps, seen: this.state.seen + count };
    const accuracy = accuracyOf(batch.data, right, batch.examples);
    return { step: step.steps, loss: cost / count, accuracy, learningRate };
  }

  /** Where the training is. */
  current(): TrainerState {
    const optimizerState = this.open?.step.optimizerState().map((array) => array.slice()) ?? this.state.optimizerState;
    return { ...this.state, optimizerState };
  }

  /** Closes the step, and keeps where the training is: after an error, and where a batch has no room. */
  close(): void {
    const { open } = this;
    if (open === undefined) return;
    // Threads that ended in the middle of an update may have left half of one.
    if (open.step.isAhead) this.lost = true;
    else this.state = this.current();
    this.open = undefined;
    neverMind(this);
    open.step.release();
  }
}
