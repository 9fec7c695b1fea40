// The monitored number of an epoch's record, by which early stopping and reduceOnPlateau decide.
import type { Dataset } from '../data/Dataset.js';
import { numberWhere } from '../support/checks.js';
import { ArgumentError } from '../support/errors.js';
import { optionHome } from '../support/options.js';
import { isList, readable } from '../support/views.js';
import { describe, wording } from '../support/wording.js';
import type { EpochRecord, History, ValidationRecord } from './records.js';

/** The monitored number of an epoch's record. Losses should fall, and accuracies rise. */
export type Monitor = 'loss' | 'accuracy' | 'validationLoss' | 'validationAccuracy';

/** The monitored number, and by how much it must improve to count. */
export interface MonitorSettings {
  /** The validation loss, where there is validation, and else the loss, if left undefined. */
  readonly monitor: Monitor | undefined;
  /** From 0. */
  readonly minDelta: number;
}

const MONITORS: readonly Monitor[] = ['loss', 'accuracy', 'validationLoss', 'validationAccuracy'];

/** Checks both. `what` begins the error, as 'earlyStopping'. */
export function readMonitor(what: string, monitor: Monitor | undefined, minDelta: number): MonitorSettings {
  if (monitor !== undefined && !MONITORS.includes(monitor)) {
    const remedy =
      typeof monitor === 'string' && /^val_/.test(monitor) ? 'It is written validationLoss or validationAccuracy.' : '';
    throw new ArgumentError(wording(`${what}: monitor`, `any of ${MONITORS.join(', ')}`, describe(monitor), remedy));
  }
  return { monitor, minDelta: numberWhere(`${what}: minDelta`, minDelta, 'a number from 0', (value) => value >= 0) };
}

/** What to do instead of options of Keras and PyTorch that are not needed, or are called otherwise. */
const OTHER_OPTIONS: Readonly<Record<string, string>> = {
  mode: 'Losses should fall and accuracies rise; it is known which is which.',
  verbose: 'Print what onEpoch is given.',
  minlr: 'Here it is called minLearningRate.',
  gamma: 'Here it is called factor.',
  threshold: 'Here it is called minDelta.',
  wait: 'Here it is called patience.',
  baseline: 'Use a function of your own: (history) => ...',
  startfromepoch: 'Use a function of your own: (history) => history.length > 10 && stop(history).',
};

/** What to do about an option that neither early stopping nor reduceOnPlateau has: `min_lr` is as `minLr`. */
export function otherOption(name: string, known: readonly string[]): string | undefined {
  const plain = name.replace(/_/g, '').toLowerCase();
  return Object.hasOwn(OTHER_OPTIONS, plain) ? OTHER_OPTIONS[plain] : optionHome(name, known);
}

/** Throws if no record of such a training has the monitored number. */
export function checkMonitor(what: string, monitor: Monitor | undefined, data: Dataset, validation: Dataset | undefined): void {
  if (monitor === undefined || monitor === 'loss') return;
  const monitored = monitor === 'accuracy' ? data : validation;
  if (monitored === undefined) {
    const remedy = 'Give validationData or validationSplit, or monitor the loss.';
    throw new ArgumentError(wording(`${what}: monitor ${monitor}`, 'validation data', 'none', remedy));
  }
  if (monitor !== 'validationLoss' && monitored.labels === undefined) {
    const remedy = 'An accuracy needs labels; monitor a loss.';
    throw new ArgumentError(wording(`${what}: monitor ${monitor}`, 'data with labels', 'targets', remedy));
  }
}

/** Decides for one training from one record at a time, so that the work of an epoch does not grow with the epochs before it. */
export interface IncrementalDecision<Answer> {
  (record: EpochRecord): Answer;
  /** [settings..., state...]: another one that starts from these numbers decides as this one. */
  state(): readonly number[];
}

/** The numbers of a state behind its settings; throws if it was made with other settings. Empty where there is no state. */
export function restoredNumbers(
  what: string,
  settings: readonly number[],
  state: readonly number[] | undefined,
): readonly number[] {
  if (state === undefined) return [];
  if (settings.every((setting, index) => setting === state[index])) return state.slice(settings.length);
  const remedy = 'Give the monitor and the numbers that it was begun with, or another place to start anew.';
  throw new ArgumentError(wording(what, 'the settings of the training that was saved', 'others', remedy));
}

/** The monitor and its `minDelta` as two numbers. */
export function monitorNumbers({ monitor, minDelta }: MonitorSettings): readonly number[] {
  return [monitor === undefined ? -1 : MONITORS.indexOf(monitor), minDelta];
}

/**
 * Decides, record by record, whether an epoch was better than the best before it by more than `minDelta`, as the first one always is.
 * Its state is the best monitored number so far, an accuracy with its sign turned.
 */
export function improvement(
  what: string,
  { monitor, minDelta }: MonitorSettings,
  best = Number.NaN,
): IncrementalDecision<boolean> {
  const rises = monitor === 'accuracy' || monitor === 'validationAccuracy';
  const isBetter = (record: EpochRecord) => {
    const monitored = monitoredNumber(what, monitor, record);
    const cost = rises ? -monitored : monitored;
    const better = Number.isNaN(best) || cost < best - minDelta;
    if (better) best = cost;
    return better;
  };
  return Object.assign(isBetter, { state: () => [best] });
}

/** The decision after the last record of a history; undefined where it has none. */
export function lastDecision<Answer>(history: History, decide: (record: EpochRecord) => Answer): Answer | undefined {
  if (!isList(history)) throw new ArgumentError(wording('history', 'records of epochs', describe(history)));
  let answer: Answer | undefined;
  for (const record of history) answer = decide(record);
  return answer;
}

function monitoredNumber(what: string, monitor: Monitor | undefined, record: EpochRecord): number {
  const value = readNumber(monitor, record);
  if (typeof value !== 'number') {
    throw new ArgumentError(wording(`${what}: monitor`, `records with ${monitor ?? 'a loss'}`, 'one without'));
  }
  return value;
}

function readNumber(monitor: Monitor | undefined, record: EpochRecord): number | undefined {
  const { loss, accuracy, validation: given } = readable<EpochRecord>(record);
  const validation = readable<ValidationRecord>(given);
  if (monitor === undefined) return validation.loss ?? loss;
  if (monitor === 'validationLoss') return validation.loss;
  if (monitor === 'validationAccuracy') return validation.accuracy;
  return monitor === 'accuracy' ? accuracy : loss;
}
