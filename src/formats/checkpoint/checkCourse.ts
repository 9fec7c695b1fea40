// Checks that early stopping and reduceOnPlateau decide as they did in the saved training, epoch by epoch.
import { ArgumentError } from '../../support/errors.js';
import { wording } from '../../support/wording.js';
import { plateauFactor } from '../../training/epochDecisions.js';
import { learningRateOf } from '../../training/learningRate.js';
import type { Plan } from '../../training/planTraining.js';
import type { EpochRecord, History } from '../../training/records.js';
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
function checkRates(what: string, { optimizer, reduceOnPlateau, data, batchSize }: Plan, place: Place, history: History): void {
  const batches = Math.ceil(data.count / batchSize);
  const slowedTo = plateauFactor(reduceOnPlateau);
  const past: EpochRecord[] = [];
  const check = (step: number, saved: number) => {
    const rate = learningRateOf(optimizer.learningRate, reduceOnPlateau, slowedTo(past))(step - 1);
    if (rate === saved) return;
    const expected = `a learning rate of ${saved} at step ${step}, as in the training that was saved`;
    const remedy = 'Give the schedule and the reduceOnPlateau it was begun with, or another place to start anew.';
    throw new ArgumentError(
      wording(`${what}: ${reduceOnPlateau ? 'reduceOnPlateau' : 'learningRate'}`, expected, `${rate}`, remedy),
    );
  };
  for (const record of history) {
    check(record.epoch * batches, record.learningRate);
    past.push(record);
  }
  if (place.batch > 0) check(place.steps, place.learningRate);
}

/** The weights of another epoch than the best one so far would be restored as if they were the best. */
function checkBest(what: string, { earlyStopping }: Plan, history: History): void {
  const kept = history.at(-1)?.earlyStopping?.best;
  const best = earlyStopping?.best?.(history);
  if (best === kept) return;
  const expected = `epoch ${kept} to be the best so far, as in the training that was saved, which keeps its weights`;
  const remedy = 'Give the monitor and the minDelta that it was begun with, or another place to start anew.';
  throw new ArgumentError(wording(`${what}: earlyStopping`, expected, `epoch ${best}`, remedy));
}
