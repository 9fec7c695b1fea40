// The types of a training that runs.
import type { Threads } from '../engine/threads/Threads.js';
import type { Step } from '../learning/Step.js';
import type { Rhythm } from '../support/platform.js';
import type { Checkpoint, TrainingSaver } from './checkpoint.js';
import type { Plan } from './planTraining.js';
import type { EpochRecord, StepRecord } from './records.js';
import type { TrainingState } from './trainingState.js';

/** How the loop runs. */
export interface LoopOptions {
  /** Yields a record after each step, or after each epoch: for `trainSteps`. */
  readonly every?: 'step' | 'epoch' | undefined;
  /** Yields promises to await, and undefined where the page may go on: for `fit`. */
  readonly waits?: boolean | undefined;
  /** Threads that share the work, for a caller that waits. */
  readonly threads?: Threads | undefined;
  /** Where the training is saved, for a caller that waits. */
  readonly checkpoint?: Checkpoint | undefined;
}

/** A pause of the loop: it yields a record, a promise to await, or undefined where the caller may give way. */
export type Pause = StepRecord | EpochRecord | Promise<unknown> | undefined;

/** A training that goes on. */
export interface Run {
  readonly plan: Plan;
  readonly options: LoopOptions;
  readonly step: Step;
  readonly state: TrainingState;
  readonly saver: TrainingSaver | undefined;
  /** When the network's arrays follow the step, where the caller gives way and may look at them. */
  readonly writing: Rhythm;
  /** True while the network's arrays are the caller's. */
  paused: boolean;
  /** Whether a promise was returned where nothing awaits it. */
  warned: boolean;
}
