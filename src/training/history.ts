// The records that a training keeps: of all epochs, or of the last alone.
import { ArgumentError, LimitError } from '../support/errors.js';
import { describe, wording } from '../support/wording.js';
import type { EarlyStopping } from './earlyStopping.js';
import type { EpochRecord, History } from './records.js';
import type { ReduceOnPlateau } from './reduceOnPlateau.js';

/** Which records a training keeps and returns. */
export type HistoryOption = 'all' | 'last';

/** Most records that are kept: about 600 MB of them, which engines have room for beside a program. */
const MOST_RECORDS = 4_000_000;

/** Checks the option `history`. A custom function that decides after every epoch needs all records. */
export function readHistory(
  given: unknown,
  epochs: number,
  decisions: { readonly earlyStopping?: EarlyStopping | undefined; readonly reduceOnPlateau?: ReduceOnPlateau | undefined },
): HistoryOption {
  if (given !== 'all' && given !== 'last') throw new ArgumentError(wording('history', "'all' or 'last'", describe(given)));
  if (given === 'all') {
    if (epochs <= MOST_RECORDS) return given;
    const expected = `at most ${MOST_RECORDS} where the records of all are kept`;
    throw new LimitError(wording('epochs', expected, `${epochs}`, "Give history: 'last', and take the others in onEpoch."));
  }
  for (const [name, decision] of Object.entries(decisions)) {
    if (decision === undefined || decision.incremental !== undefined) continue;
    const remedy = `A function of your own reads all records. Keep all, take ${name}(), or stop from outside: leave the loop over trainSteps.`;
    throw new ArgumentError(wording(`history 'last' beside ${name}`, `${name}()`, 'a function', remedy));
  }
  return given;
}

/** Adds a record. Of those before, only the one that it follows is needed. */
export function addRecord(history: EpochRecord[], record: EpochRecord, kept: HistoryOption): void {
  history.push(record);
  if (kept === 'last' && history.length > 2) history.shift();
}

/** The records that a training returns. */
export function returnedHistory(history: History, kept: HistoryOption): History {
  return kept === 'last' ? history.slice(-1) : history;
}

/** Whether a training of so many epochs has no more to do. */
export function hasEnded(history: History, epochs: number): boolean {
  return epochsDone(history) >= epochs || history.at(-1)?.earlyStopping?.stopped === true;
}

/** The number of the last epoch that is done, from 1; 0 if none is. */
export function epochsDone(history: History): number {
  return history.at(-1)?.epoch ?? 0;
}
