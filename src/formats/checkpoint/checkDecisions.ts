// Checks that schedules, early stopping and reduceOnPlateau decide as in the saved training, epoch by epoch.
import { ArgumentError } from '../../support/errors.js';
import { wording } from '../../support/wording.js';
import type { Plan } from '../../training/planTraining.js';
import type { EpochRecord, History } from '../../training/records.js';
import { learningRateAt, plateauFactor } from '../../training/trainingState.js';
import type { Place } from './checkpointFile.js';

/** What the saved training decided: its learning rates are in its records, and its best weights are of the best epoch. */
export interface SavedDecisions {
  readonly place: Place;
  readonly history: History;
  readonly hasBest: boolean;
}

/**
 * Throws unless the learning rates of all epochs are those of the records, and the best weights are those of the best epoch. Custom
 * functions are called with the records again, so they are compared by what they decide.
 */
export function checkDecisions(what: string, plan: Plan, { place, history, hasBest }: SavedDecisions): void {
  checkRates(what, plan, place, history);
  if (hasBest) checkBest(what, plan, history);
}

/** The records hold the rate of each epoch's last step. */
function checkRates(what: string, { optimizer, reduceOnPlateau, data, batchSize }: Plan, place: Place, history: History): void {
  const batches = Math.ceil(data.count / batchSize);
  const factor = plateauFactor(reduceOnPlateau);
  const past: EpochRecord[] = [];
  const check = (step: number, saved: number) => {
    const rate = learningRateAt(step - 1, optimizer.learningRate, reduceOnPlateau, factor(past));
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

/** Otherwise the weights of another epoch than the best one so far would be restored at the end. */
function checkBest(what: string, { earlyStopping }: Plan, history: History): void {
  const saved = history.at(-1)?.earlyStopping?.best;
  const best = earlyStopping?.best?.(history);
  if (best === saved) return;
  const expected = `epoch ${saved} to be the best so far, as in the training that was saved, which keeps its weights`;
  const remedy = 'Give the monitor and the minDelta that it was begun with, or another place to start anew.';
  throw new ArgumentError(wording(`${what}: earlyStopping`, expected, `epoch ${best}`, remedy));
}
