// What early stopping and reduceOnPlateau decide after every epoch. Those of the library decide from the last record and a state, so
// that the work does not grow with the epochs; a custom function is given the whole history.
import type { Dataset } from '../data/Dataset.js';
import { checkedRate, rateAt, type Schedule } from '../learning/schedules/schedule.js';
import { functionValue, numberWhere, trueOrFalse } from '../support/checks.js';
import { ownField } from '../support/views.js';
import type { EarlyStopping } from './earlyStopping.js';
import type { EarlyStoppingRecord, History } from './records.js';
import type { ReduceOnPlateau } from './reduceOnPlateau.js';
import { epochsDone } from './trainingState.js';

/** Checks the option `earlyStopping`, duck-typed, before a training on these data. */
export function checkEarlyStopping(
  given: EarlyStopping | undefined,
  data: Dataset,
  validation: Dataset | undefined,
): EarlyStopping | undefined {
  if (given === undefined) return undefined;
  functionValue('earlyStopping', given, 'earlyStopping(), or a function of the history');
  if (ownField(given, 'restoreBestWeights'))
    functionValue('earlyStopping.best', ownField(given, 'best'), 'a function of the history');
  ownField(given, 'checkMonitor')?.(data, validation);
  return given;
}

/** Checks the option `reduceOnPlateau`, duck-typed, before a training on these data. */
export function checkReduceOnPlateau(
  given: ReduceOnPlateau | undefined,
  data: Dataset,
  validation: Dataset | undefined,
): ReduceOnPlateau | undefined {
  if (given === undefined) return undefined;
  functionValue('reduceOnPlateau', given, 'reduceOnPlateau(), or a function of the history');
  ownField(given, 'checkMonitor')?.(data, validation);
  return given;
}

/** Decides from a history that has one record more at every call. */
export interface EpochDecision<Answer> {
  (history: History): Answer;
  /** The numbers it goes on from; undefined for a custom function, which has none. */
  readonly state?: (() => readonly number[]) | undefined;
}

/**
 * Whether training stops, and which epoch is the best; undefined without early stopping.
 *
 * @param past - The records of the epochs that are done.
 * @param state - Its state after them, where not all records are kept.
 */
export function earlyStoppingDecision(
  earlyStopping: EarlyStopping | undefined,
  past: History = [],
  state?: readonly number[],
): EpochDecision<EarlyStoppingRecord | undefined> {
  if (earlyStopping === undefined) return () => undefined;
  const decide = ownField(earlyStopping, 'incremental')?.(state);
  if (decide === undefined) {
    return (history) => ({
      stopped: trueOrFalse(`earlyStopping after epoch ${epochsDone(history)}`, earlyStopping(history)),
      best: ownField(earlyStopping, 'best')?.(history),
    });
  }
  if (state === undefined) for (const record of past) decide(record);
  return Object.assign((history: History) => decide(history[history.length - 1]), { state: decide.state });
}

/**
 * What the learning rates of the next epoch are multiplied with; 1 before the first epoch.
 *
 * @param past - As for {@link earlyStoppingDecision}.
 * @param state - As there.
 */
export function plateauFactor(
  reduceOnPlateau: ReduceOnPlateau | undefined,
  past: History = [],
  state?: readonly number[],
): EpochDecision<number> {
  if (reduceOnPlateau === undefined) return () => 1;
  const decide = ownField(reduceOnPlateau, 'incremental')?.(state);
  if (decide !== undefined && state === undefined) for (const record of past) decide(record);
  const factor = (history: History) => {
    if (history.length === 0) return 1;
    const answer = decide === undefined ? reduceOnPlateau(history) : decide(history[history.length - 1]);
    const expected = 'a number from 0 to multiply the learning rate with';
    return numberWhere(`reduceOnPlateau after epoch ${epochsDone(history)}`, answer, expected, (value) => value >= 0);
  };
  return decide === undefined ? factor : Object.assign(factor, { state: decide.state });
}

/** The learning rate of a step, counted from 0 over the whole training: the schedule's, times the plateau's factor. */
export function learningRateAt(
  step: number,
  learningRate: number | Schedule,
  reduceOnPlateau: ReduceOnPlateau | undefined,
  factor: number,
): number {
  const rate = rateAt(learningRate, step);
  const least = reduceOnPlateau?.minLearningRate ?? 0;
  return factor === 1 ? rate : checkedRate(Math.max(rate * factor, Math.min(rate, least)), step);
}
