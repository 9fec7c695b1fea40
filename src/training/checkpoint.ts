// Where a training stands, and what saves it: made elsewhere and passed in, so that a program without checkpoints has no code for them.
import type { Step } from '../learning/Step.js';
import { ArgumentError } from '../support/errors.js';
import { readable } from '../support/views.js';
import { describe, wording } from '../support/wording.js';
import type { KeptWeights } from './keptWeights.js';
import type { Plan } from './planTraining.js';
import type { EpochRecord } from './records.js';

/** What early stopping and reduceOnPlateau remember of the records. */
export interface Remembered {
  readonly earlyStopping?: readonly number[] | undefined;
  readonly reduceOnPlateau?: readonly number[] | undefined;
}

/** Where a training stands between two steps, beside its network and its optimizer's memory. */
export interface TrainingState {
  /** A record of every epoch that is done, or of the last two where `history: 'last'` was given. */
  readonly history: EpochRecord[];
  /** What early stopping remembers of all records, and reduceOnPlateau of all but the last, where the records are not kept. */
  remembered: Remembered;
  /** How many batches of the next epoch are done, and of these: their costs, their right answers, the last rate, the time. */
  batch: number;
  cost: number;
  right: number;
  learningRate: number;
  seconds: number;
  /** The weights of the best epoch, if they are kept. */
  bestWeights: KeptWeights | undefined;
  /** False in the middle of a step, and of an epoch's end: nothing should be saved then. */
  whole: boolean;
}

/** When it might be saved: after a step, after an epoch, after the last one, when a signal stops it. */
type Occasion = 'step' | 'epoch' | 'end' | 'stop';

/** Keeps one training. */
export interface TrainingSaver {
  /** Puts the course, the network and the step's memory to where the training stood, if it was saved. */
  resume(course: TrainingState): Promise<void>;
  /** Whether it is time to save. */
  due(occasion: Occasion): boolean;
  /** Saves where it stands. */
  save(course: TrainingState): Promise<void>;
}

/**
 * Keeps where a training stands, so that it can go on after a power cut: made by `fileCheckpoint` of `glassbox-nn/node`, or by
 * `checkpointIn` of `glassbox-nn/formats` for any other place. It is a value without state; one serves one training after another.
 */
export interface Checkpoint {
  /** What was saved last; undefined if nothing was. */
  load(): Promise<Uint8Array | undefined>;
  /**
   * Saves in place of what was saved before.
   *
   * @param bytes - All of it.
   */
  save(bytes: Uint8Array): Promise<void>;
  /**
   * Keeps one training. For the library's own use.
   *
   * @internal
   */
  readonly keep: (plan: Plan, step: Step) => TrainingSaver;
}

/** The course of a training that has not begun. */
export function newTrainingState(): TrainingState {
  return {
    history: [],
    remembered: { earlyStopping: undefined, reduceOnPlateau: undefined },
    batch: 0,
    cost: 0,
    right: 0,
    learningRate: 0,
    seconds: 0,
    bestWeights: undefined,
    whole: true,
  };
}

/** A checkpoint, told by its form. */
export function checkCheckpoint(checkpoint: Checkpoint | undefined): Checkpoint | undefined {
  if (checkpoint === undefined || typeof readable<Checkpoint>(checkpoint).keep === 'function') return checkpoint;
  const remedy = 'Make one: fileCheckpoint(path) of glassbox-nn/node, or checkpointIn({ load, save }) of glassbox-nn/formats.';
  throw new ArgumentError(wording('checkpoint', 'a checkpoint', describe(checkpoint), remedy));
}
