// Checks that early stopping and slowing decide as they did in the saved training, epoch by epoch.
import { ArgumentError } from '../../support/errors.js';
import { wording } from '../../support/wording.js';
import { learningRateOf } from '../../training/learningRate.js';
import type { Plan } from '../../training/planTraining.js';
import type { EpochRecord, History } from '../../training/records.js';
import { slowingWatcher } from '../../training/watchers.js';
import type { Place } from './checkpointFile.js';

/** What was saved: where it stands, its records, and whether weights of a best epoch are kept. */
export interface SavedCourse {
  readonly place: Place;
  readonly history: History;
  readonly keepsBest: boolean;
}

/**
 * Throws unless the rates of all epochs are those of the records, and the kept weights are those of the best epoch. Functions are called
 * again with the records: so the user's own functions are compared too, by what they decide.
 */
export function checkCourse(what: string, plan: Plan, { place, history, keepsBest }: SavedCourse): void {
  checkRates(what, plan, place, history);
  if (keepsBest) checkBest(what, plan, history);
}

/** The records hold the rate of each epoch's last step. */
function checkRates(what: string, { optimizer, slowing, data, batchSize }: Plan, place: Place, history: History): void {
  const batches = Math.ceil(data.count / batchSize);
  const slowedTo = slowingWatcher(slowing);
  const past: EpochRecord[] = [];
  const check = (step: number, saved: number) => {
    const rate = learningRateOf(optimizer.learningRate, slowing, slowedTo(past))(step - 1);
    if (rate === saved) return;
    const expected = `a learning rate of ${saved} at step ${step}, as in the training that was saved`;
    const remedy = 'Give the slowing and the schedule that it was begun with, or another place to start anew.';
    throw new ArgumentError(wording(`${what}: ${slowing ? 'slowing' : 'learningRate'}`, expected, `${rate}`, remedy));
  };
  for (const record of history) {
    check(record.epoch * batches, record.learningRate);
    past.push(record);
  }
  if (place.batch > 0) check(place.steps, place.learningRate);
}

/** The weights of another epoch than the best one so far would be restored as if they were the best. */
function checkBest(what: string, { stopping }: Plan, history: History): void {
  const kept = history.at(-1)?.stopping?.best;
  const best = stopping?.best?.(history);
  if (best === kept) return;
  const expected = `epoch ${kept} to be the best so far, as in the training that was saved, which keeps its weights`;
  const remedy = 'Give the monitor and the minDelta that it was begun with, or another place to start anew.';
  throw new ArgumentError(wording(`${what}: stopping`, expected, `epoch ${best}`, remedy));
}
