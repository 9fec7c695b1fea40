// What a training may be told, and the checks before it starts.
import type { Dataset } from '../data/Dataset.js';
import { checkExamples, checkFit } from '../learning/checkFit.js';
import { lossFor } from '../learning/defaultLoss.js';
import type { Loss } from '../learning/losses/loss.js';
import { adam } from '../learning/optimizers/adam.js';
import { checkOptimizer, type Optimizer } from '../learning/optimizers/optimizer.js';
import type { Network } from '../model/Network.js';
import { functionValue, numberWhere, seedNumber, trueOrFalse, wholeNumber } from '../support/checks.js';
import { ArgumentError, OutOfRangeError } from '../support/errors.js';
import { readOptions } from '../support/options.js';
import { wording } from '../support/wording.js';
import { type AbortSignalLike, checkSignal } from './abort.js';
import type { EpochRecord, StepRecord } from './records.js';

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
  /** Whole number from 0 to 2^53 - 1 that decides the order; 0 if left out. */
  readonly seed?: number;
  /** Examples to measure on after every epoch, never to learn from. */
  readonly validationData?: Dataset;
  /** Share of the examples, between 0 and 1, to keep for validation instead: the last ones, before any shuffling. */
  readonly validationSplit?: number;
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
export interface Plan {
  readonly network: Network;
  readonly data: Dataset;
  readonly validation: Dataset | undefined;
  readonly loss: Loss;
  readonly optimizer: Optimizer;
  readonly epochs: number;
  readonly batchSize: number;
  readonly shuffle: boolean;
  readonly seed: number;
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
  'validationData',
  'validationSplit',
  'onEpoch',
  'onBatch',
  'signal',
  'onWarning',
] as const;

/** What other libraries take here. */
export const ELSEWHERE = {
  learningRate: 'The optimizer has it: { optimizer: adam({ learningRate: 0.01 }) }.',
  verbose: 'Print what onEpoch is given.',
  callbacks: 'Use onEpoch and onBatch.',
};

/** Checks everything that can be checked before the first step. */
export function planTraining(network: Network, data: Dataset, options: TrainingOptions | undefined): Plan {
  checkExamples('data', data);
  const given = readOptions('training options', options, TRAINING_OPTIONS, ELSEWHERE);
  const { optimizer = adam(), epochs = 1, batchSize = 32, shuffle = true, seed = 0, onEpoch, onBatch, signal } = given;
  const { onWarning = (message: string) => console.warn(message) } = given;
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
    seed: seedNumber('seed', seed),
    onEpoch: onEpoch === undefined ? undefined : functionValue('onEpoch', onEpoch),
    onBatch: onBatch === undefined ? undefined : functionValue('onBatch', onBatch),
    signal: checkSignal(signal),
    onWarning: functionValue('onWarning', onWarning),
  };
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
