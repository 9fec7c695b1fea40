// The interface of training steps, in plain JavaScript and in the core, which repeats its bits.
import type { Augmentation } from '../data/augmentation/Augmentation.js';
import type { Dataset } from '../data/Dataset.js';
import type { Network } from '../model/Network.js';
import type { Loss } from './losses/loss.js';
import type { Optimizer } from './optimizers/optimizer.js';

/** The plan of a step: its options, checked and with their defaults. */
export interface StepPlan {
  /** The network that is trained. */
  readonly network: Network;
  /** The training data. */
  readonly data: Dataset;
  /** The number of the first of them, from which dropout and augmentation count; 0 if left out. */
  readonly firstExample?: number | undefined;
  /** The loss, which the steps minimize. */
  readonly loss: Loss;
  /** The optimizer, which moves the parameters against their gradient. */
  readonly optimizer: Optimizer;
  /** The seed of dropout and augmentation: a whole number from 0 to 2^53 - 1. */
  readonly seed: number;
  /** The L1 penalty: l1 |w| for every weight w; 0 for none. */
  readonly l1: number;
  /** The L2 penalty: l2 w^2 for every weight w; 0 for none. */
  readonly l2: number;
  /** Gradient clipping; undefined for none. */
  readonly clipping: Clipping | undefined;
  /** Max-norm: the largest norm of each neuron's weights; 0 for none. */
  readonly maxNorm: number;
  /** Dropout rates: one for the input and one for each hidden layer, each from 0 to below 1. */
  readonly dropout: readonly number[];
  /** Augmentation of the images; undefined for none. */
  readonly augmentation: Augmentation | undefined;
}

/** Gradient clipping: a limit that the gradient is held to. */
export interface Clipping {
  /** What is limited: each number, the norm of each array of weights or biases, or the norm of all of them together. */
  readonly kind: 'value' | 'norm' | 'globalNorm';
  /** The largest absolute value, or the largest norm; above 0. */
  readonly limit: number;
}

/** Totals of the examples of a batch. */
export interface StepTotals {
  /** Sum of the examples' costs, each times its weight, without penalties. */
  cost: number;
  /** How many examples were answered right, or the sum of their weights; 0 where there are no classes. */
  right: number;
}

/**
 * The steps of one network on one data set: `beginEpoch`, then `addExamples`, any number at a time, and `update` moves the
 * parameters once. The steps work on copies: the network's own arrays follow at `writeBack`.
 */
export interface Step {
  /** How many updates there were so far. */
  readonly steps: number;
  /** True while parameters and optimizer state are beyond the last `update`, since threads work ahead. */
  readonly isAhead?: boolean;
  /**
   * Learns from another data set of the same widths from here on, between two updates. An epoch must be started before the next one.
   *
   * @param firstExample - Where the data set is a batch by itself, the number of its first example, from which dropout and augmentation
   * count; its numbers are read anew each time. Left out where batches are rows of it.
   * @throws {@link NumericError} if an input is not finite, {@link LimitError} if there is no room for it: then all is as it was.
   */
  useData(data: Dataset, firstExample?: number): void;
  /**
   * Starts an epoch.
   *
   * @param epoch - Its number, from 1.
   * @param order - The examples in the order in which the epoch takes them; not copied.
   * @param progress - The share of the training that is done, from 0; 0 if left out.
   * @param from - Where in the order it begins, for threads, which begin before `addExamples` says it; 0 if left out.
   * @throws What the strength of an augmentation throws.
   */
  beginEpoch(epoch: number, order: Uint32Array, progress?: number, from?: number): void;
  /**
   * Has threads do some more of the work, unless the totals of the next batch are known. It is called before each batch, and its promise
   * is awaited, until it returns undefined; then `addExamples` does nothing more, and `update` returns the totals of the threads.
   *
   * @param rateAt - The learning rate of every step to come, counted from 0.
   */
  workAhead?(rateAt: (step: number) => number): Promise<void> | undefined;
  /** Takes examples `order[start]` up to, and not including, `order[end]` into the batch. */
  addExamples(start: number, end: number): void;
  /**
   * Averages over the batch, moves the weights, and starts an empty batch. If it throws, the weights are as they were.
   *
   * @throws {@link NumericError} if a cost, a sum or a weight is no longer finite.
   */
  update(learningRate: number): StepTotals;
  /**
   * Writes the parameters into the network's arrays, over what the caller has changed in them without a {@link Step.readIn}. It does
   * nothing while threads work on them.
   */
  writeBack(): void;
  /**
   * Takes over what the caller changed in the network's arrays between two steps.
   *
   * @throws {@link NumericError} if a weight or bias is not finite.
   */
  readIn(): void;
  /** The optimizer state of the trainable layers, unless the step is ahead: see parameters.ts. It is read, not changed. */
  optimizerState(): readonly Float32Array[];
  /**
   * Goes on, before the first epoch is begun, from where other steps ended: with their optimizer state, and with the network as it is now.
   *
   * @throws As {@link Step.readIn}.
   */
  restoreState(steps: number, state: readonly Float32Array[]): void;
  /** Frees what the step holds; nothing to do in JavaScript. It is of no use afterwards. */
  release(): void;
}
