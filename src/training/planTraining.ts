// The plan of a training: its options, checked and with their defaults, before the first step.
import type { Dataset } from '../data/Dataset.js';
import { fractionOf } from '../data/examples.js';
import { matchedData, type Names, namesAfter } from '../data/matchedData.js';
import { checkExamples, checkFit } from '../learning/checkFit.js';
import type { StepPlan } from '../learning/Step.js';
import type { Measure } from '../measures/Measure.js';
import type { Network } from '../model/Network.js';
import { functionValue, numberWhere, trueOrFalse, wholeNumber } from '../support/checks.js';
import { ArgumentError, LimitError } from '../support/errors.js';
import { optionHome, readOptions } from '../support/options.js';
import { warn } from '../support/platform.js';
import { ownField } from '../support/views.js';
import { describe, wording } from '../support/wording.js';
import { type AbortSignalLike, checkSignal } from './abort.js';
import type { EarlyStopping } from './earlyStopping.js';
import { readMeasures } from './evaluationRun.js';
import type { EpochRecord, StepRecord } from './records.js';
import type { ReduceOnPlateau } from './reduceOnPlateau.js';
import { type DatalessPlan, readData, readStepOptions, STEP_OPTIONS, weighted } from './stepOptions.js';
import type { TrainingOptions } from './TrainingOptions.js';
import type { HistoryOption } from './trainingState.js';

/** The names of all options. */
export const TRAINING_OPTIONS: readonly (keyof TrainingOptions)[] = /* @__PURE__ */ STEP_OPTIONS.concat([
  'epochs',
  'batchSize',
  'shuffle',
  'validationData',
  'validationSplit',
  'earlyStopping',
  'reduceOnPlateau',
  'measures',
  'history',
  'onEpoch',
  'onBatch',
  'signal',
  'onWarning',
]);

/** The options of a training, checked and with their defaults. */
export interface Plan extends DatalessPlan, StepPlan {
  /** The names of classes and columns that the network has from the first step on. */
  readonly names: Names;
  /** With its classes numbered by `names`. */
  readonly validation: Dataset | undefined;
  /** Whether the validation data are the last part of the given data. */
  readonly isSplit: boolean;
  readonly epochs: number;
  readonly batchSize: number;
  readonly shuffle: boolean;
  readonly earlyStopping: EarlyStopping | undefined;
  readonly reduceOnPlateau: ReduceOnPlateau | undefined;
  readonly measures: readonly Measure[] | undefined;
  readonly history: HistoryOption;
  readonly onEpoch: ((record: EpochRecord) => unknown) | undefined;
  readonly onBatch: ((record: StepRecord) => unknown) | undefined;
  readonly signal: AbortSignalLike | undefined;
  readonly onWarning: (message: string) => void;
}

/** Checks everything that can be checked before the first step. */
export function planTraining(network: Network, data: Dataset, options: TrainingOptions | undefined): Plan {
  checkExamples('data', data);
  const given = readOptions('training options', options, TRAINING_OPTIONS, optionHome);
  const { epochs = 1, batchSize = 32, shuffle = true, onEpoch, onBatch, signal, onWarning = warn } = given;
  const plan = readStepOptions(network, given);
  const [learnt, held] = splitValidation(matchedData('data', data, network), given);
  const names = namesAfter(network, learnt);
  const validation = held && readData('validationData', held, plan, names);
  const training = weighted(learnt, plan, names);
  checkFit('data', network, training, plan.loss);
  plan.augmentation?.checkData(training);
  const measures = readMeasures(given.measures, validation ?? training, network);
  return {
    ...plan,
    names,
    data: training,
    validation,
    isSplit: given.validationSplit !== undefined,
    epochs: wholeNumber('epochs', epochs, 0),
    batchSize: wholeNumber('batchSize', batchSize, 1),
    shuffle: trueOrFalse('shuffle', shuffle),
    earlyStopping: checkEarlyStopping(given.earlyStopping, training, validation, measures),
    reduceOnPlateau: checkReduceOnPlateau(given.reduceOnPlateau, training, validation, measures),
    measures,
    history: readHistory(given.history ?? 'all', epochs, given),
    onEpoch: onEpoch === undefined ? undefined : functionValue('onEpoch', onEpoch),
    onBatch: onBatch === undefined ? undefined : functionValue('onBatch', onBatch),
    signal: checkSignal(signal),
    onWarning: functionValue('onWarning', onWarning),
  };
}

/** Checks the option `earlyStopping`, duck-typed, before a training on these data. */
function checkEarlyStopping(
  given: EarlyStopping | undefined,
  data: Dataset,
  validation: Dataset | undefined,
  measures: readonly Measure[] | undefined,
): EarlyStopping | undefined {
  if (given === undefined) return undefined;
  checkDecision('earlyStopping', given);
  if (ownField(given, 'restoreBestWeights'))
    functionValue('earlyStopping.best', ownField(given, 'best'), 'a function of the history');
  return ownField(given, 'forTraining')?.(data, validation, measures) ?? given;
}

/** Checks the option `reduceOnPlateau`, duck-typed, before a training on these data. */
function checkReduceOnPlateau(
  given: ReduceOnPlateau | undefined,
  data: Dataset,
  validation: Dataset | undefined,
  measures: readonly Measure[] | undefined,
): ReduceOnPlateau | undefined {
  if (given === undefined) return undefined;
  checkDecision('reduceOnPlateau', given);
  return ownField(given, 'forTraining')?.(data, validation, measures) ?? given;
}

/** Throws unless it is a function, not one that decides the other option, and not `earlyStopping` itself, which was not called. */
function checkDecision(what: string, given: unknown): void {
  const call = `${what}()`;
  const ours = ownField(given, 'maker') ?? (ownField(given, 'incremental') ? `${ownField(given, 'name')}()` : call);
  const value = ours === call ? given : ours;
  functionValue(what, value, `${call}, or a function of the history`, `Write ${what}: ${what}({ patience: 5 }).`);
}

/** Most records that are kept: about 600 MB of them, which engines have room for beside a program. */
const MOST_RECORDS = 4_000_000;

/** Reads the option `history`. A custom function that decides after every epoch needs all records. */
function readHistory(given: unknown, epochs: number, { earlyStopping, reduceOnPlateau }: TrainingOptions): HistoryOption {
  if (given !== 'all' && given !== 'last') throw new ArgumentError(wording('history', "'all' or 'last'", describe(given)));
  if (given === 'all') {
    if (epochs <= MOST_RECORDS) return given;
    const expected = `at most ${MOST_RECORDS} where the records of all are kept`;
    throw new LimitError(wording('epochs', expected, `${epochs}`, "Give history: 'last', and take the others in onEpoch."));
  }
  for (const [name, decision] of Object.entries({ earlyStopping, reduceOnPlateau })) {
    if (decision === undefined || decision.incremental !== undefined) continue;
    const remedy = `A function of your own reads all records. Keep all, take ${name}(), or stop from outside: leave the loop over trainSteps.`;
    throw new ArgumentError(wording(`history 'last' beside ${name}`, `${name}()`, 'a function', remedy));
  }
  return given;
}

/** The training data, and the validation data if there are any: by `validationSplit` the last examples, as in Keras. */
export function splitValidation(
  data: Dataset,
  { validationData, validationSplit }: TrainingOptions,
): [Dataset, Dataset | undefined] {
  if (validationSplit === undefined) return [data, validationData];
  if (validationData !== undefined) {
    throw new ArgumentError(wording('validation', 'validationData or validationSplit', 'both', 'Leave one out.'));
  }
  numberWhere('validationSplit', validationSplit, 'a number between 0 and 1', (share) => share > 0 && share < 1);
  const kept = data.count - fractionOf('validationSplit', validationSplit, data.count);
  return [data.slice(0, kept), data.slice(kept)];
}
