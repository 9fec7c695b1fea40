// Options of every update, whether `train` or a trainer makes it, and their checks.
import type { Augmentation } from '../data/augmentation/Augmentation.js';
import type { ClassWeights } from '../data/classWeights.js';
import type { Dataset } from '../data/Dataset.js';
import { matchedData, type Names } from '../data/matchedData.js';
import { checkFit, checkLoss, lossFor } from '../learning/checkFit.js';
import { adam } from '../learning/optimizers/adam.js';
import { checkOptimizer } from '../learning/optimizers/optimizer.js';
import { readClipping } from '../learning/parts/clipping.js';
import { checkedOptimizer } from '../learning/parts/customOptimizer.js';
import { readDropout } from '../learning/parts/dropout.js';
import { checkPenalty, readMaxNorm } from '../learning/parts/regularization.js';
import type { StepPlan } from '../learning/Step.js';
import type { Network } from '../model/Network.js';
import { seedNumber } from '../support/checks.js';
import { ArgumentError } from '../support/errors.js';
import { readable } from '../support/views.js';
import { describe, wording } from '../support/wording.js';
import type { TrainingOptions } from './TrainingOptions.js';

/** The names of the options of an update. */
export const STEP_OPTIONS: readonly (keyof TrainingOptions)[] = [
  'optimizer',
  'loss',
  'seed',
  'l1',
  'l2',
  'clipValue',
  'clipNorm',
  'globalClipNorm',
  'maxNorm',
  'dropout',
  'augmentation',
  'classWeights',
];

/** Options of an update. */
export type StepOptions = Pick<
  TrainingOptions,
  | 'optimizer'
  | 'loss'
  | 'seed'
  | 'l1'
  | 'l2'
  | 'clipValue'
  | 'clipNorm'
  | 'globalClipNorm'
  | 'maxNorm'
  | 'dropout'
  | 'augmentation'
  | 'classWeights'
>;

/** The options of an update, checked and complete; the data come later. */
export interface DatalessPlan extends Omit<StepPlan, 'data'> {
  /** By which the data set to learn from is weighted. */
  readonly classWeights: ClassWeights | undefined;
}

/** Checks the options of an update. */
export function readStepOptions(network: Network, given: StepOptions): DatalessPlan {
  const { optimizer = adam(), seed = 0, l1 = 0, l2 = 0 } = given;
  const loss = lossFor(network, given.loss);
  checkLoss(network, loss);
  return {
    network,
    loss,
    optimizer: checkedOptimizer(checkOptimizer(optimizer)),
    seed: seedNumber('seed', seed),
    l1: checkPenalty('l1', l1),
    l2: checkPenalty('l2', l2),
    clipping: readClipping(given),
    maxNorm: readMaxNorm(given.maxNorm),
    dropout: readDropout(network, given.dropout),
    augmentation: checkAugmentation(given.augmentation),
    classWeights: given.classWeights,
  };
}

/** The data as the network numbers its classes and columns. Throws unless it can learn from them; `what` names them in errors. */
export function readData(what: string, data: Dataset, { network, loss }: DatalessPlan, names?: Names): Dataset {
  const matched = matchedData(what, data, network, names);
  checkFit(what, network, matched, loss);
  return matched;
}

/** The data to learn from, weighted by the option `classWeights`, whose code comes with the data set. */
export function weighted(data: Dataset, { network, classWeights }: DatalessPlan, { classNames }: Names): Dataset {
  if (classWeights === undefined) return data;
  const { sizes } = network;
  return data.withClassWeights(classWeights, classNames ?? sizes[sizes.length - 1]);
}

/** The option `augmentation`, duck-typed: a program without augmentation has no code for it. */
function checkAugmentation(given: Augmentation | undefined): Augmentation | undefined {
  if (given === undefined || typeof readable<Augmentation>(given).checkData === 'function') return given;
  const remedy = 'Make one with augment([shift(1), rotate(9)], { width: 28 }) from glassbox-nn/data.';
  throw new ArgumentError(wording('augmentation', 'an augmentation', describe(given), remedy));
}
