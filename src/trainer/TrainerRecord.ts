// What a trainer can do, and what it tells of an update.
import type { Dataset } from '../data/Dataset.js';

/** What one update of a trainer was like. Its numbers are from before the parameters moved. */
export interface TrainerRecord {
  /** The number of the update, from 1. */
  readonly step: number;
  /** Mean cost of the batch's examples. */
  readonly loss: number;
  /** Share of the batch that was answered right, from 0 to 1; undefined where there are no classes. */
  readonly accuracy: number | undefined;
  /** The learning rate of the update. */
  readonly learningRate: number;
}

/** Options of a single update. */
export interface TrainerStepOptions {
  /** The learning rate of this update; the optimizer's, or its schedule's, if left out. */
  readonly learningRate?: number | undefined;
}

/** A training whose loop is the caller's: see {@link trainer}. */
export interface Trainer {
  /** How many updates were made. */
  readonly steps: number;
  /**
   * Makes one update from a batch.
   *
   * @param batch - The examples, one or more: a batch of `data.batches(size)`, or any data set.
   * @param options - The learning rate, if it is not the optimizer's.
   * @returns The step's number, loss, accuracy and learning rate.
   * @throws {@link ArgumentError}, {@link OutOfRangeError} or {@link ShapeError} for a batch that does not fit; {@link NumericError} for
   * numbers that run away; {@link StateError} while the network is being trained, or where the trainer has threads. The network, the
   * optimizer state and the count of steps are then as they were.
   */
  step(batch: Dataset, options?: TrainerStepOptions): TrainerRecord;
  /**
   * Makes one update from a batch, and gives way to the event loop; with the trainer's threads, if it has any. What the caller changes
   * in the network's arrays meanwhile is overwritten.
   *
   * @param batch - As for `step`.
   * @param options - As for `step`.
   * @returns A promise of what `step` returns, with the same bits.
   * @throws As `step`: the promise is rejected.
   */
  stepAsync(batch: Dataset, options?: TrainerStepOptions): Promise<TrainerRecord>;
  /**
   * The network, the optimizer state and the count of steps, as a file in the format of checkpoints, which is a safetensors file too.
   * Given as `from` to another trainer, it goes on to the same bits.
   *
   * @throws {@link StateError} while a step of this trainer is being made.
   */
  save(): Uint8Array;
}
