// Options of training.
import type { Augmentation } from '../data/augmentation/Augmentation.js';
import type { Dataset } from '../data/Dataset.js';
import type { Loss } from '../learning/losses/loss.js';
import type { Optimizer } from '../learning/optimizers/optimizer.js';
import type { AbortSignalLike } from './abort.js';
import type { EarlyStopping } from './earlyStopping.js';
import type { EpochRecord, StepRecord } from './records.js';
import type { ReduceOnPlateau } from './reduceOnPlateau.js';

/** Options of every way of training. */
export interface TrainingOptions {
  /** The rule that moves the weights; `adam()` if left out. */
  readonly optimizer?: Optimizer | undefined;
  /**
   * The cost; the one that fits the network's last activation if left out. `crossEntropy` fits softmax, `binaryCrossEntropy` sigmoid
   * and softmax, `quadratic` and `meanSquaredError` every output; a pair that does not fit is refused.
   */
  readonly loss?: Loss | undefined;
  /** How often to go over all examples, from 0; 1 if left out. */
  readonly epochs?: number | undefined;
  /** How many examples a step averages over, from 1; 32 if left out. The last batch of an epoch may be short. */
  readonly batchSize?: number | undefined;
  /** True puts the examples into a new order every epoch, by the seed; true if left out. */
  readonly shuffle?: boolean | undefined;
  /** Whole number from 0 to 2^53 - 1 that decides the order, the dropout masks, and the changes of images; 0 if left out. */
  readonly seed?: number | undefined;
  /**
   * Adds l1 |w| for every weight to what the steps make smaller, which draws small weights to 0; from 0, and 0 if left out. Biases
   * are free, and reported losses are the cost on the data alone, without penalties.
   */
  readonly l1?: number | undefined;
  /** Adds l2 w^2 for every weight, which keeps weights small; from 0, and 0 if left out. Else as `l1`. */
  readonly l2?: number | undefined;
  /** Holds every number of a gradient between -clipValue and clipValue; above 0. Of the three kinds of clipping, one at most. */
  readonly clipValue?: number | undefined;
  /** Shortens the gradient of each layer's weights, and of its biases, to this length where it is longer; above 0. */
  readonly clipNorm?: number | undefined;
  /** Shortens the gradient of all weights and biases together to this length where it is longer; above 0. */
  readonly globalClipNorm?: number | undefined;
  /**
   * Shortens the weights of each neuron to this length after every step, where they are longer; above 0. Often 3 or 4, together with
   * dropout. Biases are free.
   */
  readonly maxNorm?: number | undefined;
  /**
   * Share of the neurons, from 0 to below 1, that are left out at random while an example is learnt from: of every hidden column,
   * or an array with one share for each column but the last, [input, hidden 1, ...]. Nothing is left out of any measuring. 0 if
   * left out.
   */
  readonly dropout?: number | readonly number[] | undefined;
  /**
   * Random changes of images before they are learnt from, made by `augment` of `glassbox-nn/data`: in every epoch others. Nothing is
   * changed in any measuring.
   */
  readonly augmentation?: Augmentation | undefined;
  /** Examples to measure on after every epoch, never to learn from. */
  readonly validationData?: Dataset | undefined;
  /**
   * Share of the examples, between 0 and 1, to keep for validation instead: the last ones, before any shuffling, at least one on each
   * side. If these are of other classes or targets than the rest, as those of sorted data are, training warns: give
   * `validationData` from `stratifiedSplit` of `glassbox-nn/data` then.
   */
  readonly validationSplit?: number | undefined;
  /**
   * Decides after every epoch whether to stop: `earlyStopping({ patience: 5 })`, or a function of the history, as
   * `(history) => (history.at(-1)?.loss ?? 1) < 0.01`.
   */
  readonly earlyStopping?: EarlyStopping | undefined;
  /** Decides after every epoch whether to slow down: `reduceOnPlateau()`, or a function of the history that returns a factor. */
  readonly reduceOnPlateau?: ReduceOnPlateau | undefined;
  /**
   * Which records the training keeps and returns: `'all'`, or `'last'`, the last epoch's alone. A record takes about 150 bytes, so
   * trainings of millions of epochs need `'last'`; `onEpoch` and `trainSteps` are given every record all the same. `earlyStopping` and
   * `reduceOnPlateau` work with both, custom functions need all. `'all'` if left out.
   */
  readonly history?: 'all' | 'last' | undefined;
  /** Called after every epoch. `fit` waits for a promise it returns; the others do not wait, so give them none. */
  readonly onEpoch?: ((record: EpochRecord) => unknown) | undefined;
  /** Called after every step. `fit` waits for a promise it returns; the others do not wait, so give them none. */
  readonly onBatch?: ((record: StepRecord) => unknown) | undefined;
  /** Stops the training between two steps, with the signal's reason as the error. */
  readonly signal?: AbortSignalLike | undefined;
  /** Called with what looks like a mistake but may be meant; `console.warn` if left out. */
  readonly onWarning?: ((message: string) => void) | undefined;
}
