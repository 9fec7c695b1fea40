// Which records a training keeps: all of them, or the last alone.
import { ArgumentError, LimitError } from '../support/errors.js';
import { describe, wording } from '../support/wording.js';
import type { EpochRecord, History } from './records.js';

/** Which records are kept and returned. */
export type KeptHistory = 'all' | 'last';

/** Most records that are kept: about 600 MB of them, which engines have room for beside a program. */
const MOST_RECORDS = 4_000_000;

/** What watches the records: it is told them one by one, or is given all of them. */
interface Watching {
  readonly follow?: unknown;
}

/** Checks the option, before anything is trained. */
export function readHistory(
  given: unknown,
  epochs: number,
  watchers: Readonly<Record<string, Watching | undefined>>,
): KeptHistory {
  if (given !== 'all' && given !== 'last') throw new ArgumentError(wording('history', "'all' or 'last'", describe(given)));
  if (given === 'all') {
    if (epochs <= MOST_RECORDS) return given;
    const expected = `at most ${MOST_RECORDS} where the records of all are kept`;
    throw new LimitError(wording('epochs', expected, `${epochs}`, "Give history: 'last', and take the others in onEpoch."));
  }
  for (const [name, watcher] of Object.entries(watchers)) {
    if (watcher === undefined || watcher.follow !== undefined) continue;
    const remedy = `A function of your own reads all records. Keep all, take ${name}(), or stop from outside: leave the loop over trainSteps.`;
    throw new ArgumentError(wording(`history 'last' beside ${name}`, `${name}()`, 'a function', remedy));
  }
  return given;
}

/** Adds a record. Of those before, only the one that it follows is needed. */
export function addRecord(history: EpochRecord[], record: EpochRecord, kept: KeptHistory): void {
  history.push(record);
  if (kept === 'last' && history.length > 2) history.shift();
}

/** What a training returns of its records. */
export function returnedHistory(history: History, kept: KeptHistory): History {
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
