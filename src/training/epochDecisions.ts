// Asks what watches a training, once after every epoch. A watcher that can follow is told the last record alone, so that the work does
// not grow with the epochs; a function of the user's own is given the whole history.
import { numberWhere, trueOrFalse } from '../support/checks.js';
import { ownField } from '../support/views.js';
import type { EarlyStopping } from './earlyStopping.js';
import { epochsDone } from './keptHistory.js';
import type { EarlyStoppingRecord, EpochRecord, History } from './records.js';
import type { ReduceOnPlateau } from './reduceOnPlateau.js';

/** Answers for a history that has one record more every time. */
export interface EpochDecision<Answer> {
  (history: History): Answer;
  /** What it remembers, where it is told the last record alone. */
  readonly state?: (() => readonly number[]) | undefined;
}

/** What early stopping decides, after the records of the `past`, or from a `state`; undefined if nothing decides. */
export function earlyStoppingDecision(
  earlyStopping: EarlyStopping | undefined,
  past: History = [],
  state?: readonly number[],
): EpochDecision<EarlyStoppingRecord | undefined> {
  if (earlyStopping === undefined) return () => undefined;
  const follow = ownField(earlyStopping, 'follow') as EarlyStopping['follow'];
  const tell = follow?.(state);
  if (tell !== undefined && state === undefined) for (const record of past) tell(record);
  if (tell !== undefined)
    return Object.assign((history: History) => tell(history.at(-1) as EpochRecord), { state: tell.state });
  return (history) => ({
    stopped: trueOrFalse(`earlyStopping after epoch ${epochsDone(history)}`, earlyStopping(history)),
    best: (ownField(earlyStopping, 'best') as EarlyStopping['best'])?.(history),
  });
}

/** What the rates of the next epoch are multiplied with, after the records of the `past`, or from a `state`. Nothing is asked before the first. */
export function plateauFactor(
  reduceOnPlateau: ReduceOnPlateau | undefined,
  past: History = [],
  state?: readonly number[],
): EpochDecision<number> {
  if (reduceOnPlateau === undefined) return () => 1;
  const follow = ownField(reduceOnPlateau, 'follow') as ReduceOnPlateau['follow'];
  const tell = follow?.(state);
  if (tell !== undefined && state === undefined) for (const record of past) tell(record);
  const watcher = (history: History) => {
    if (history.length === 0) return 1;
    const share = tell === undefined ? reduceOnPlateau(history) : tell(history.at(-1) as EpochRecord);
    const expected = 'a number from 0 to multiply the learning rate with';
    return numberWhere(`reduceOnPlateau after epoch ${epochsDone(history)}`, share, expected, (value) => value >= 0);
  };
  return tell === undefined ? watcher : Object.assign(watcher, { state: tell.state });
}
