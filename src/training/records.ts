// Records of a training: of every step, and of every epoch.

/** The record of a step, which is a batch. Its loss and accuracy are from before the update. */
export interface StepRecord {
  /** The epoch of the step, from 1. */
  readonly epoch: number;
  /** The number of the step in its epoch, from 1. */
  readonly batch: number;
  /** How many steps the epoch has. */
  readonly batches: number;
  /** The number of the step in the training, from 1. */
  readonly step: number;
  /** Mean cost of the batch's examples. */
  readonly loss: number;
  /** Share of the batch that was answered right, from 0 to 1; undefined where there are no classes. */
  readonly accuracy: number | undefined;
  /** The learning rate of the step. */
  readonly learningRate: number;
}

/** Loss, accuracy and chosen measures on the validation data. */
export interface ValidationRecord {
  /** Mean cost. */
  readonly loss: number;
  /** Share answered right, from 0 to 1; undefined where there are no classes. */
  readonly accuracy: number | undefined;
  /** The option `measures`, by name; only there if it was given. */
  readonly measures?: Readonly<Record<string, number>> | undefined;
}

/** The decision of early stopping after an epoch. */
export interface EarlyStoppingRecord {
  /** Whether the training stopped after this epoch. */
  readonly stopped: boolean;
  /** The best epoch so far, from 1; undefined where a custom function without `best` decides. */
  readonly best: number | undefined;
}

/** The record of an epoch, a pass over all examples. */
export interface EpochRecord {
  /** From 1. */
  readonly epoch: number;
  /** Mean cost of the examples, each before the step that learnt from it. */
  readonly loss: number;
  /** Share answered right, from 0 to 1, also before these steps; undefined where there are no classes. */
  readonly accuracy: number | undefined;
  /** On the validation data, at the end of the epoch; undefined if there are none. */
  readonly validation: ValidationRecord | undefined;
  /** The learning rate of the epoch's last step. */
  readonly learningRate: number;
  /** Seconds that the epoch took, validation included. */
  readonly seconds: number;
  /** The option `measures`, by name, on the training data at the end of the epoch; only there if it was given without validation data. */
  readonly measures?: Readonly<Record<string, number>> | undefined;
  /** The decision of early stopping; only there if `earlyStopping` was given. */
  readonly earlyStopping?: EarlyStoppingRecord | undefined;
}

/** A record of every epoch, in order. */
export type History = readonly EpochRecord[];
