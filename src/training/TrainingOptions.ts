// Options of `train`, `fit` and `trainSteps`.
import type { Augmentation } from '../data/augmentation/Augmentation.js';
import type { ClassWeights } from '../data/classWeights.js';
import type { Dataset } from '../data/Dataset.js';
import type { Loss } from '../learning/losses/loss.js';
import type { Optimizer } from '../learning/optimizers/optimizer.js';
import type { Measure } from '../measures/Measure.js';
import type { AbortSignalLike } from './abort.js';
import type { EarlyStopping } from './earlyStopping.js';
import type { EpochRecord, StepRecord } from './records.js';
import type { ReduceOnPlateau } from './reduceOnPlateau.js';

/** Options of `train`, `fit` and `trainSteps`. */
export interface TrainingOptions {
  /** The optimizer, which updates weights and biases; `adam()` if left out. */
  readonly optimizer?: Optimizer | undefined;
  /**
   * The loss; the one that fits the network's last activation if left out. `crossEntropy` fits softmax, `binaryCrossEntropy` sigmoid
   * and softmax, `quadratic` and `meanSquaredError` every output; a pair that does not fit is refused.
   */
  readonly loss?: Loss | undefined;
  /** The number of epochs, which are passes over all examples; from 0, and 1 if left out. */
  readonly epochs?: number | undefined;
  /** The number of examples of a batch; from 1, and 32 if left out. The last batch of an epoch may be short. */
  readonly batchSize?: number | undefined;
  /** True puts the examples into a new order every epoch, by the seed; true if left out. */
  readonly shuffle?: boolean | undefined;
  /** Whole number from 0 to 2^53 - 1 that decides the order of the examples, dropout and augmentation; 0 if left out. */
  readonly seed?: number | undefined;
  /**
   * L1 regularization: adds l1 |w| for every weight to the cost, which draws small weights to 0; from 0, and 0 if left out. Biases
   * have no penalty, and reported losses are the cost on the data alone.
   */
  readonly l1?: number | undefined;
  /** L2 regularization: adds l2 w^2 for every weight, which keeps weights small; from 0, and 0 if left out. Otherwise as `l1`. */
  readonly l2?: number | undefined;
  /** Clips every number of the gradient to -clipValue ... clipValue; above 0. Of the three kinds of clipping, give one at most. */
  readonly clipValue?: number | undefined;
  /** Scales the gradient of each layer's weights, and of its biases, down to this norm where its norm is larger; above 0. */
  readonly clipNorm?: number | undefined;
  /** Scales the gradient of all weights and biases together down to this norm where its norm is larger; above 0. */
  readonly globalClipNorm?: number | undefined;
  /**
   * Scales the weights of each neuron down to this norm after every step, where their norm is larger; above 0. Often 3 or 4, together
   * with dropout. Biases are not scaled.
   */
  readonly maxNorm?: number | undefined;
  /**
   * Dropout rate, from 0 to below 1: the share of the neurons that are dropped at random for each example, of every hidden layer, or
   * an array with one rate for each layer but the last, [input, hidden 1, ...]. Evaluation drops nothing. 0 if left out.
   */
  readonly dropout?: number | readonly number[] | undefined;
  /**
   * Augmentation: random changes of the images, others in every epoch, made by `augment` of `glassbox-nn/data`. Evaluation changes
   * nothing.
   */
  readonly augmentation?: Augmentation | undefined;
  /**
   * How much each class counts in the gradient, and in the loss and the accuracy of the training: `'balanced'`, by which rare classes
   * count as much as frequent ones in all; a number from 0 for each class; or numbers by the names of classes, as `{ yes: 5 }`. It
   * multiplies the data's `sampleWeights`. As in Keras, the gradient is divided by the number of examples, and validation is not weighted
   * by it.
   */
  readonly classWeights?: ClassWeights | undefined;
  /** The validation set: examples to evaluate after every epoch, which are never trained on. */
  readonly validationData?: Dataset | undefined;
  /**
   * Share of the examples, between 0 and 1, to take as validation set instead: the last ones, before any shuffling, at least one on
   * each side. If these have other classes or targets than the rest, as in sorted data, training warns: give `validationData` from
   * `stratifiedSplit` of `glassbox-nn/data` then.
   */
  readonly validationSplit?: number | undefined;
  /**
   * Decides after every epoch whether to stop: `earlyStopping({ patience: 5 })`, or a function of the history, as
   * `(history) => (history.at(-1)?.loss ?? 1) < 0.01`.
   */
  readonly earlyStopping?: EarlyStopping | undefined;
  /**
   * Decides after every epoch whether to lower the learning rate: `reduceOnPlateau()`, or a function of the history that returns the
   * factor of the next epoch's rates.
   */
  readonly reduceOnPlateau?: ReduceOnPlateau | undefined;
  /**
   * Measures that the records show after every epoch, as `[f1, rocAuc]`, and that early stopping may monitor; none if left out. They
   * are of the validation set, `record.validation.measures.f1`, at no more cost than validation has; without one they are of the
   * training data, `record.measures.f1`, as the epoch leaves the network, which takes one more pass over them.
   * Those of targets are in the units of the data. What `preparation.apply(table)` gives is scaled, so that the mean absolute
   * error is another number than that of `evaluate(regressor, table)`.
   */
  readonly measures?: readonly Measure[] | undefined;
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
  /** Called with a warning of what looks like a mistake but may be meant; `console.warn` if left out. */
  readonly onWarning?: ((message: string) => void) | undefined;
}
