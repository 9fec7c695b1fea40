// What a training may be told, and the checks before it starts.
import type { Augmentation } from '../data/augmentation/Augmentation.js';
import { checkAugmentation, checkImages } from '../data/augmentation/checkImages.js';
import type { Dataset } from '../data/Dataset.js';
import { checkExamples, checkFit } from '../learning/checkFit.js';
import { readClipping } from '../learning/clipping.js';
import { lossFor } from '../learning/defaultLoss.js';
import { readDropout } from '../learning/dropoutRates.js';
import type { Loss } from '../learning/losses/loss.js';
import { readMaxNorm } from '../learning/maxNorm.js';
import { adam } from '../learning/optimizers/adam.js';
import { checkOptimizer, type Optimizer } from '../learning/optimizers/optimizer.js';
import { checkPenalty } from '../learning/penalty.js';
import type { StepPlan } from '../learning/Step.js';
import type { Network } from '../model/Network.js';
import { functionValue, numberWhere, seedNumber, trueOrFalse, wholeNumber } from '../support/checks.js';
import { ArgumentError, OutOfRangeError } from '../support/errors.js';
import { readOptions } from '../support/options.js';
import { wording } from '../support/wording.js';
import { type AbortSignalLike, checkSignal } from './abort.js';
import { checkStopping, type Stopping } from './earlyStopping.js';
import { checkMonitor } from './monitor.js';
import type { EpochRecord, StepRecord } from './records.js';
import type { Slowing } from './reduceOnPlateau.js';

/** What every way of training may be told. */
export interface TrainingOptions {
  /** The rule that moves the weights; `adam()` if left out. */
  readonly optimizer?: Optimizer;
  /** The cost; the one that fits the network's last activation if left out. */
  readonly loss?: Loss;
  /** How often to go over all examples, from 0; 1 if left out. */
  readonly epochs?: number;
  /** How many examples a step averages over, from 1; 32 if left out. The last batch of an epoch may be short. */
  readonly batchSize?: number;
  /** True puts the examples into a new order every epoch, by the seed; true if left out. */
  readonly shuffle?: boolean;
  /** Whole number from 0 to 2^53 - 1 that decides the order, who is dropped, and how images are changed; 0 if left out. */
  readonly seed?: number;
  /**
   * Adds l1 |w| for every weight to what the steps make smaller, which draws small weights to 0; from 0, and 0 if left out. Biases
   * are free, and reported losses are the cost on the data alone, without penalties.
   */
  readonly l1?: number;
  /** Adds l2 w^2 for every weight, which keeps weights small; from 0, and 0 if left out. Else as `l1`. */
  readonly l2?: number;
  /** Holds every number of a gradient between -clipValue and clipValue; above 0. Of the three kinds of clipping, one at most. */
  readonly clipValue?: number;
  /** Shortens the gradient of each layer's weights, and of its biases, to this length where it is longer; above 0. */
  readonly clipNorm?: number;
  /** Shortens the gradient of all weights and biases together to this length where it is longer; above 0. */
  readonly globalClipNorm?: number;
  /**
   * Shortens the weights of each neuron to this length after every step, where they are longer; above 0. Often 3 or 4, together with
   * dropout. Biases are free.
   */
  readonly maxNorm?: number;
  /**
   * Share of the neurons, from 0 to below 1, that are left out at random while an example is learnt from: of every hidden column,
   * or an array with one share for each column but the last, [input, hidden 1, ...]. Nothing is left out of any measuring. 0 if
   * left out.
   */
  readonly dropout?: number | readonly number[];
  /**
   * Random changes of images before they are learnt from, made by `augment` of `glassbox-nn/data`: in every epoch others. Nothing is
   * changed in any measuring.
   */
  readonly augmentation?: Augmentation;
  /** Examples to measure on after every epoch, never to learn from. */
  readonly validationData?: Dataset;
  /** Share of the examples, between 0 and 1, to keep for validation instead: the last ones, before any shuffling. */
  readonly validationSplit?: number;
  /**
   * Decides after every epoch whether to stop: `earlyStopping({ patience: 5 })`, or a function of the history, as
   * `(history) => (history.at(-1)?.loss ?? 1) < 0.01`.
   */
  readonly stopping?: Stopping;
  /** Decides after every epoch whether to slow down: `reduceOnPlateau()`, or a function of the history that returns a factor. */
  readonly slowing?: Slowing;
  /** Called after every epoch. `fit` waits for a promise it returns; the others do not wait, so give them none. */
  readonly onEpoch?: (record: EpochRecord) => unknown;
  /** Called after every step. `fit` waits for a promise it returns; the others do not wait, so give them none. */
  readonly onBatch?: (record: StepRecord) => unknown;
  /** Stops the training between two steps, with the signal's reason as the error. */
  readonly signal?: AbortSignalLike;
  /** Called with what looks like a mistake but may be meant; `console.warn` if left out. */
  readonly onWarning?: (message: string) => void;
}

/** A training's options, checked and complete. */
export interface Plan extends StepPlan {
  readonly validation: Dataset | undefined;
  readonly epochs: number;
  readonly batchSize: number;
  readonly shuffle: boolean;
  readonly stopping: Stopping | undefined;
  readonly slowing: Slowing | undefined;
  readonly onEpoch: ((record: EpochRecord) => unknown) | undefined;
  readonly onBatch: ((record: StepRecord) => unknown) | undefined;
  readonly signal: AbortSignalLike | undefined;
  readonly onWarning: (message: string) => void;
}

/** The names of all options. */
export const TRAINING_OPTIONS = [
  'optimizer',
  'loss',
  'epochs',
  'batchSize',
  'shuffle',
  'seed',
  'l1',
  'l2',
  'clipValue',
  'clipNorm',
  'globalClipNorm',
  'maxNorm',
  'dropout',
  'augmentation',
  'validationData',
  'validationSplit',
  'stopping',
  'slowing',
  'onEpoch',
  'onBatch',
  'signal',
  'onWarning',
] as const;

/** What other libraries take here. */
export const ELSEWHERE = {
  learningRate: 'The optimizer has it: { optimizer: adam({ learningRate: 0.01 }) }.',
  momentum: 'The optimizer has it: { optimizer: sgd({ momentum: 0.9 }) }.',
  weightDecay: 'The optimizer has it: { optimizer: adamW({ weightDecay: 0.004 }) }.',
  verbose: 'Print what onEpoch is given.',
  callbacks: 'Use onEpoch and onBatch, stopping: earlyStopping() and slowing: reduceOnPlateau().',
  earlyStopping: 'Write stopping: earlyStopping().',
  reduceOnPlateau: 'Write slowing: reduceOnPlateau().',
  patience: 'Early stopping has it: { stopping: earlyStopping({ patience: 5 }) }.',
  schedule: 'The optimizer has it: { optimizer: adam({ learningRate: cosineDecay({ from, steps }) }) }.',
  threads: 'Only fit waits for threads: await fit(network, data, { threads }).',
};

/** Checks everything that can be checked before the first step. */
export function planTraining(network: Network, data: Dataset, options: TrainingOptions | undefined): Plan {
  checkExamples('data', data);
  const given = readOptions('training options', options, TRAINING_OPTIONS, ELSEWHERE);
  const { optimizer = adam(), epochs = 1, batchSize = 32, shuffle = true, seed = 0, onEpoch, onBatch, signal } = given;
  const { l1 = 0, l2 = 0, onWarning = (message: string) => console.warn(message) } = given;
  const loss = lossFor(network, given.loss);
  const [training, validation] = splitValidation(data, given);
  checkFit('data', network, training, loss);
  if (validation !== undefined) checkFit('validationData', network, validation, loss);
  return {
    network,
    data: training,
    validation,
    loss,
    optimizer: checkOptimizer(optimizer),
    epochs: wholeNumber('epochs', epochs, 0),
    batchSize: wholeNumber('batchSize', batchSize, 1),
    shuffle: trueOrFalse('shuffle', shuffle),
    stopping: watching('stopping', given.stopping && checkStopping(given.stopping), training, validation),
    slowing: watching('slowing', given.slowing && functionValue('slowing', given.slowing), training, validation),
    seed: seedNumber('seed', seed),
    l1: checkPenalty('l1', l1),
    l2: checkPenalty('l2', l2),
    clipping: readClipping(given),
    maxNorm: readMaxNorm(given.maxNorm),
    dropout: readDropout(network, given.dropout),
    augmentation: readAugmentation(training, given.augmentation),
    onEpoch: onEpoch === undefined ? undefined : functionValue('onEpoch', onEpoch),
    onBatch: onBatch === undefined ? undefined : functionValue('onBatch', onBatch),
    signal: checkSignal(signal),
    onWarning: functionValue('onWarning', onWarning),
  };
}

/** What watches the records, if what it watches will be there. */
function watching<Watcher extends Stopping | Slowing>(
  what: string,
  watcher: Watcher | undefined,
  data: Dataset,
  validation: Dataset | undefined,
): Watcher | undefined {
  if (watcher !== undefined) checkMonitor(what, watcher.monitor, data, validation);
  return watcher;
}

function readAugmentation(data: Dataset, given: Augmentation | undefined): Augmentation | undefined {
  const augmentation = checkAugmentation(given);
  if (augmentation === undefined) return undefined;
  augmentation.imagesOf('augmentation: data.width', data.width);
  augmentation.strengthAt(0);
  checkImages('augmentation: data', data);
  return augmentation;
}

function splitValidation(data: Dataset, { validationData, validationSplit }: TrainingOptions): [Dataset, Dataset | undefined] {
  if (validationSplit === undefined) return [data, validationData];
  if (validationData !== undefined) {
    throw new ArgumentError(wording('validation', 'validationData or validationSplit', 'both', 'Leave one out.'));
  }
  numberWhere('validationSplit', validationSplit, 'a number between 0 and 1', (share) => share > 0 && share < 1);
  const kept = data.count - Math.round(data.count * validationSplit);
  if (kept === data.count || kept === 0) {
    throw new OutOfRangeError(
      wording('validationSplit', 'a share that leaves examples on both sides', `${validationSplit} of ${data.count}`),
    );
  }
  return [data.slice(0, kept), data.slice(kept)];
}
