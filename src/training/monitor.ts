// What early stopping and plateaus watch: one number of every epoch's record.
import type { Dataset } from '../data/Dataset.js';
import { numberWhere } from '../support/checks.js';
import { ArgumentError } from '../support/errors.js';
import { isList, readable } from '../support/views.js';
import { describe, wording } from '../support/wording.js';
import type { EpochRecord, History, ValidationRecord } from './records.js';

/** The number of an epoch's record that is watched. Losses should fall, and accuracies rise. */
export type Monitor = 'loss' | 'accuracy' | 'validationLoss' | 'validationAccuracy';

/** What is watched, and by how much it must get better to count. */
export interface Watch {
  /** The validation loss, where there is validation, and else the loss, if left undefined. */
  readonly monitor: Monitor | undefined;
  /** From 0. */
  readonly minDelta: number;
}

const MONITORS: readonly Monitor[] = ['loss', 'accuracy', 'validationLoss', 'validationAccuracy'];

/** Reads what to watch. `what` begins the error, as 'earlyStopping'. */
export function readWatch(what: string, monitor: Monitor | undefined, minDelta: number): Watch {
  if (monitor !== undefined && !MONITORS.includes(monitor)) {
    const remedy =
      typeof monitor === 'string' && /^val_/.test(monitor) ? 'It is written validationLoss or validationAccuracy.' : '';
    throw new ArgumentError(wording(`${what}: monitor`, `any of ${MONITORS.join(', ')}`, describe(monitor), remedy));
  }
  return { monitor, minDelta: numberWhere(`${what}: minDelta`, minDelta, 'a number from 0', (value) => value >= 0) };
}

/** Options of Keras that are not needed. */
export const WATCHES_ELSEWHERE = {
  mode: 'Losses should fall and accuracies rise; it is known which is which.',
  verbose: 'Print what onEpoch is given.',
  minLr: 'Here it is called minLearningRate.',
  baseline: 'Use a function of your own: (history) => ...',
  startFromEpoch: 'Use a function of your own: (history) => history.length > 10 && stop(history).',
};

/** Throws if what is to be watched will not be there. */
export function checkMonitor(what: string, monitor: Monitor | undefined, data: Dataset, validation: Dataset | undefined): void {
  if (monitor === undefined || monitor === 'loss') return;
  const watched = monitor === 'accuracy' ? data : validation;
  if (watched === undefined) {
    const remedy = 'Give validationData or validationSplit, or watch the loss.';
    throw new ArgumentError(wording(`${what}: monitor ${monitor}`, 'validation data', 'none', remedy));
  }
  if (monitor !== 'validationLoss' && watched.labels === undefined) {
    const remedy = 'An accuracy needs labels; watch a loss.';
    throw new ArgumentError(wording(`${what}: monitor ${monitor}`, 'data with labels', 'targets', remedy));
  }
}

/** Decides for one training, told its records one by one. */
export interface Follower<Answer> {
  (record: EpochRecord): Answer;
  /** What it remembers of the records, with its settings in front, so that another one can go on from there. */
  state(): readonly number[];
}

/** What a follower remembered, behind its settings; throws if these are not the same. Empty where nothing was remembered. */
export function rememberedBy(
  what: string,
  settings: readonly number[],
  state: readonly number[] | undefined,
): readonly number[] {
  if (state === undefined) return [];
  if (settings.every((setting, index) => setting === state[index])) return state.slice(settings.length);
  const remedy = 'Give the monitor and the numbers that it was begun with, or another place to start anew.';
  throw new ArgumentError(wording(what, 'the settings of the training that was saved', 'others', remedy));
}

/** The settings of a watch as numbers. */
export function settingsOf({ monitor, minDelta }: Watch): readonly number[] {
  return [monitor === undefined ? -1 : MONITORS.indexOf(monitor), minDelta];
}

/**
 * Tells, record by record, whether an epoch was better than the best before it by more than `minDelta`, as the first one always is.
 * Its state is the best cost so far.
 */
export function improving(what: string, { monitor, minDelta }: Watch, start?: number): Follower<boolean> {
  const rises = monitor === 'accuracy' || monitor === 'validationAccuracy';
  let best = start ?? Number.NaN;
  const isBetter = (record: EpochRecord) => {
    const watched = watchedOf(what, monitor, record);
    const cost = rises ? -watched : watched;
    const better = Number.isNaN(best) || cost < best - minDelta;
    if (better) best = cost;
    return better;
  };
  return Object.assign(isBetter, { state: () => [best] });
}

/** What comes of the last record of a history that is told from its start; undefined if there is none. */
export function lastOf<Answer>(history: History, tell: (record: EpochRecord) => Answer): Answer | undefined {
  if (!isList(history)) throw new ArgumentError(wording('history', 'records of epochs', describe(history)));
  let answer: Answer | undefined;
  for (const record of history) answer = tell(record);
  return answer;
}

function watchedOf(what: string, monitor: Monitor | undefined, record: EpochRecord): number {
  const value = watchedValue(monitor, record);
  if (typeof value !== 'number') {
    throw new ArgumentError(wording(`${what}: monitor`, `records with ${monitor ?? 'a loss'}`, 'one without'));
  }
  return value;
}

function watchedValue(monitor: Monitor | undefined, record: EpochRecord): number | undefined {
  const { loss, accuracy, validation: given } = readable<EpochRecord>(record);
  const validation = readable<ValidationRecord>(given);
  if (monitor === undefined) return validation.loss ?? loss;
  if (monitor === 'validationLoss') return validation.loss;
  if (monitor === 'validationAccuracy') return validation.accuracy;
  return monitor === 'accuracy' ? accuracy : loss;
}
