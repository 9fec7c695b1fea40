// The monitored number of an epoch's record, by which early stopping and reduceOnPlateau decide.
import type { Dataset } from '../data/Dataset.js';
import type { Measure } from '../measures/Measure.js';
import { numberWhere } from '../support/checks.js';
import { ArgumentError } from '../support/errors.js';
import { optionHome } from '../support/options.js';
import { isList, ownField, readable } from '../support/views.js';
import { describe, wording } from '../support/wording.js';
import type { EpochRecord, History, ValidationRecord } from './records.js';

/**
 * The monitored number of an epoch's record: a loss, which should fall, an accuracy, which should rise, or a measure that the training
 * shows, which says itself whether higher is better. A measure may be given by its name.
 */
export type Monitor = 'loss' | 'accuracy' | 'validationLoss' | 'validationAccuracy' | Measure | (string & Record<never, never>);

/** The monitored number, and by how much it must improve to count. */
export interface MonitorSettings {
  /** The validation loss, where there is validation, and else the loss, if left undefined. */
  readonly monitor: string | undefined;
  readonly isMeasure: boolean;
  /** Whether it should rise; undefined of a measure that is given by its name, until the training is known. */
  readonly rises: boolean | undefined;
  /** From 0. */
  readonly minDelta: number;
}

const MONITORS: readonly string[] = ['loss', 'accuracy', 'validationLoss', 'validationAccuracy'];

/** Checks both. `what` begins the error, as 'earlyStopping'. */
export function readMonitor(what: string, monitor: Monitor | undefined, minDelta: number): MonitorSettings {
  const delta = numberWhere(`${what}: minDelta`, minDelta, 'a number from 0', (value) => value >= 0);
  if (monitor === undefined || (typeof monitor === 'string' && MONITORS.includes(monitor))) {
    return { monitor, isMeasure: false, rises: monitor === 'accuracy' || monitor === 'validationAccuracy', minDelta: delta };
  }
  const isName = typeof monitor === 'string';
  const { name, better, of } = isName ? { name: monitor } : readable<Measure>(monitor);
  const isKeras = isName && /^val_/.test(monitor);
  if (typeof name !== 'string' || name === '' || isKeras || (!isName && typeof of !== 'function')) {
    const remedy = isKeras ? 'It is written validationLoss or validationAccuracy.' : '';
    throw new ArgumentError(
      wording(`${what}: monitor`, `any of ${MONITORS.join(', ')}, or a measure, as f1`, describe(monitor), remedy),
    );
  }
  return { monitor: name, isMeasure: true, rises: isName ? undefined : better === 'higher', minDelta: delta };
}

/** Remedies for options of Keras and PyTorch that are not needed here, or have another name. */
const OTHER_OPTIONS: Readonly<Record<string, string>> = {
  mode: 'Losses should fall and accuracies rise, and a measure says what is better: it is known.',
  verbose: 'Print what onEpoch is given.',
  minlr: 'Here it is called minLearningRate.',
  gamma: 'Here it is called factor.',
  threshold: 'Here it is called minDelta.',
  wait: 'Here it is called patience.',
  baseline: 'Use a function of your own: (history) => ...',
  startfromepoch: 'Use a function of your own: (history) => history.length > 10 && stop(history).',
};

/** The remedy for an option that neither early stopping nor reduceOnPlateau has: `min_lr` is as `minLr`. */
export function otherOption(name: string, known: readonly string[]): string | undefined {
  const plain = name.replace(/_/g, '').toLowerCase();
  return Object.hasOwn(OTHER_OPTIONS, plain) ? OTHER_OPTIONS[plain] : optionHome(name, known);
}

/** The settings for a training. Throws if no record of it has the monitored number. */
export function monitorFor(
  what: string,
  settings: MonitorSettings,
  data: Dataset,
  validation: Dataset | undefined,
  measures: readonly Measure[] | undefined,
): MonitorSettings {
  const { monitor, isMeasure } = settings;
  if (isMeasure) return measureFor(what, settings, measures ?? []);
  if (monitor === undefined || monitor === 'loss') return settings;
  const monitored = monitor === 'accuracy' ? data : validation;
  if (monitored === undefined) {
    const remedy = 'Give validationData or validationSplit, or monitor the loss.';
    throw new ArgumentError(wording(`${what}: monitor ${monitor}`, 'validation data', 'none', remedy));
  }
  if (monitor !== 'validationLoss' && monitored.labels === undefined) {
    const remedy = 'An accuracy needs labels; monitor a loss.';
    throw new ArgumentError(wording(`${what}: monitor ${monitor}`, 'data with labels', 'targets', remedy));
  }
  return settings;
}

/** The settings with the direction of the measure. Throws unless the training shows it. */
function measureFor(what: string, settings: MonitorSettings, measures: readonly Measure[]): MonitorSettings {
  const { monitor } = settings;
  const measure = measures.find(({ name }) => name === monitor);
  if (measure !== undefined) return { ...settings, rises: measure.better === 'higher' };
  const names = measures.map(({ name }) => name);
  const remedy = 'A measure that is monitored is one of the training: measures: [f1].';
  const expected = `any of ${[...MONITORS, ...names].join(', ')}`;
  throw new ArgumentError(wording(`${what}: monitor`, expected, describe(monitor), remedy));
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

/** The monitor and its `minDelta` as two numbers. The name of a measure is folded into one, after those of the others. */
export function monitorNumbers({ monitor, isMeasure, minDelta }: MonitorSettings): readonly number[] {
  if (monitor === undefined) return [-1, minDelta];
  if (!isMeasure) return [MONITORS.indexOf(monitor), minDelta];
  const folded = Array.from(monitor).reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) % 2147483647, 7);
  return [MONITORS.length + folded, minDelta];
}

/**
 * Decides, record by record, whether an epoch was better than the best before it by more than `minDelta`, as the first one always is.
 * Its state is the best monitored number so far, one that should rise with its sign turned.
 */
export function improvement(what: string, settings: MonitorSettings, best = Number.NaN): IncrementalDecision<boolean> {
  const { monitor, rises, minDelta } = settings;
  if (rises === undefined) {
    const remedy = 'A name alone does not say whether higher is better.';
    throw new ArgumentError(
      wording(`${what}: monitor`, 'the measure itself, as f1, outside of a training', describe(monitor), remedy),
    );
  }
  const isBetter = (record: EpochRecord) => {
    const number = monitoredNumber(what, settings, record);
    const cost = rises ? -number : number;
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

function monitoredNumber(what: string, settings: MonitorSettings, record: EpochRecord): number {
  const value = readNumber(settings, record);
  if (typeof value !== 'number') {
    const expected = `records with ${settings.monitor ?? 'a loss'}`;
    throw new ArgumentError(wording(`${what}: monitor`, expected, 'one without'));
  }
  return value;
}

function readNumber({ monitor, isMeasure }: MonitorSettings, record: EpochRecord): unknown {
  const { loss, accuracy, validation: given, measures } = readable<EpochRecord>(record);
  const validation = readable<ValidationRecord>(given);
  if (monitor === undefined) return validation.loss ?? loss;
  if (isMeasure) return ownField<Readonly<Record<string, number>>, string>(validation.measures ?? measures, monitor);
  if (monitor === 'validationLoss') return validation.loss;
  if (monitor === 'validationAccuracy') return validation.accuracy;
  return monitor === 'accuracy' ? accuracy : loss;
}
