// What training reports: a record of every step, and of every epoch.

/** What one step, a batch, was like. Its numbers are from before the weights moved. */
export interface StepRecord {
  /** Which epoch the step belongs to, from 1. */
  readonly epoch: number;
  /** Which step of the epoch it is, from 1. */
  readonly batch: number;
  /** How many steps the epoch has. */
  readonly batches: number;
  /** Which step of the training it is, from 1. */
  readonly step: number;
  /** Mean cost of the batch's examples. */
  readonly loss: number;
  /** Share of the batch that was answered right, from 0 to 1; undefined where there are no classes. */
  readonly accuracy: number | undefined;
  /** The learning rate of the step. */
  readonly learningRate: number;
}

/** Cost and accuracy on data that is not trained on. */
export interface ValidationRecord {
  /** Mean cost. */
  readonly loss: number;
  /** Share answered right, from 0 to 1; undefined where there are no classes. */
  readonly accuracy: number | undefined;
}

/** What early stopping decided after an epoch. */
export interface EarlyStoppingRecord {
  /** Whether the training stopped after it. */
  readonly stopped: boolean;
  /** The best epoch so far, from 1; undefined where a custom function decides and does not state it. */
  readonly best: number | undefined;
}

/** What one epoch, a pass over all examples, was like. */
export interface EpochRecord {
  /** From 1. */
  readonly epoch: number;
  /** Mean cost of the examples, each just before it was learnt from. */
  readonly loss: number;
  /** Share answered right, from 0 to 1, just before learning from it; undefined where there are no classes. */
  readonly accuracy: number | undefined;
  /** On the validation data, at the end of the epoch; undefined if there are none. */
  readonly validation: ValidationRecord | undefined;
  /** The learning rate of the epoch's last step. */
  readonly learningRate: number;
  /** How long the epoch took, validation included. */
  readonly seconds: number;
  /** What early stopping decided; only there if `earlyStopping` was given. */
  readonly earlyStopping?: EarlyStoppingRecord | undefined;
}

/** A record of every epoch, in order. */
export type History = readonly EpochRecord[];
