// The interface of what saves a training. `fit` is given a checkpoint as a value, so that a program without checkpoints has no code
// for them.
import type { Step } from '../learning/Step.js';
import { ArgumentError } from '../support/errors.js';
import { readable } from '../support/views.js';
import { describe, wording } from '../support/wording.js';
import type { Plan } from './planTraining.js';
import type { TrainingState } from './trainingState.js';

/** When a training may be saved: after a step, after an epoch, after the last one, when a signal stops it. */
export type Occasion = 'step' | 'epoch' | 'end' | 'stop';

/** Saves one training. */
export interface TrainingSaver {
  /** Sets the state, the network and the step to what was saved, if anything was. */
  resume(state: TrainingState): Promise<void>;
  /** Whether it is time to save. */
  due(occasion: Occasion): boolean;
  /** Saves the state, the network and the step. */
  save(state: TrainingState): Promise<void>;
}

/**
 * Saves a training, so that it can go on after a power cut: made by `fileCheckpoint` of `glassbox-nn/node`, or by `checkpointIn` of
 * `glassbox-nn/formats` for any other place. It is a value without state; one serves one training after another.
 */
export interface Checkpoint {
  /** Returns the bytes that were saved last; undefined if there are none. */
  load(): Promise<Uint8Array | undefined>;
  /**
   * Saves in place of what was saved before.
   *
   * @param bytes - All of it.
   */
  save(bytes: Uint8Array): Promise<void>;
  /**
   * Makes the saver of one training. For the library's own use.
   *
   * @internal
   */
  readonly saver: (plan: Plan, step: Step) => TrainingSaver;
}

/** Checks the option `checkpoint`, duck-typed. */
export function checkCheckpoint(checkpoint: Checkpoint | undefined): Checkpoint | undefined {
  if (checkpoint === undefined || typeof readable<Checkpoint>(checkpoint).saver === 'function') return checkpoint;
  const remedy = 'Make one: fileCheckpoint(path) of glassbox-nn/node, or checkpointIn({ load, save }) of glassbox-nn/formats.';
  throw new ArgumentError(wording('checkpoint', 'a checkpoint', describe(checkpoint), remedy));
}
