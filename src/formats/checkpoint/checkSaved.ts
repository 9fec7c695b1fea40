// Checks that a saved training is the one that is given, and that it can go on.
import { weightOf } from '../../data/examples.js';
import { ArgumentError } from '../../support/errors.js';
import { wording } from '../../support/wording.js';
import type { Plan } from '../../training/planTraining.js';
import type { EpochRecord } from '../../training/records.js';
import { fileError } from '../fileError.js';
import type { Place } from './checkpointFile.js';
import { isNames, NO_NAMES, type TrainingWords } from './describeTraining.js';
import { differenceOf } from './difference.js';
import { historyOf, recordWidth } from './historyRows.js';
import { HISTORY, type TrainingArrays } from './trainingTensors.js';

/** The word by which a file says that a trainer saved it: how many examples it has seen. */
export const TRAINER = 'examples seen by the trainer';

/** The words that files of earlier versions lack, and what they would be. */
const LATER = { measures: NO_NAMES, classWeights: NO_NAMES };

/** Throws unless both trainings have the same words. Names are compared if both have them. */
export function checkSame(what: string, words: TrainingWords, now: TrainingWords): void {
  const saved: TrainingWords = { ...LATER, ...words };
  const [wasTrainer, isTrainer] = [saved, now].map((words) => Object.hasOwn(words, TRAINER));
  if (wasTrainer !== isTrainer) {
    const [expected, got] = isTrainer ? ['save() of a trainer', 'fit'] : ['fit', 'save() of a trainer'];
    const other = wasTrainer ? 'Give it to trainer(network, { from }).' : 'Give it to fit(network, data, { checkpoint }).';
    throw new ArgumentError(wording(what, `what ${expected} saved`, `what ${got} saved`, other));
  }
  for (const name of Object.keys(now)) {
    if (!Object.hasOwn(saved, name)) throw fileError(`${what}: training.${name}`, 'a text', 'nothing');
    if (saved[name] === now[name] || name === TRAINER || (isNames(name) && [saved[name], now[name]].includes(NO_NAMES)))
      continue;
    const { about, expected, got } = differenceOf(name, saved, now);
    const remedy = isTrainer
      ? trainerRemedy(name)
      : 'Give the same network, data and options to go on, or another place to start anew.';
    throw new ArgumentError(wording(`${what}: ${about}`, `${expected}, as in the training that was saved`, got, remedy));
  }
}

/** What to do about a trainer that is not the one that was saved. */
function trainerRemedy(name: string): string {
  return name === 'learningRate'
    ? 'Keep the optimizer as it was saved, and give the new rate to a step: step(batch, { learningRate: 0.01 }).'
    : 'Give the same network and options to go on, or leave out from to start anew.';
}

/** The records. Throws unless there are as many as epochs are done. */
export function recordsOf(what: string, place: Place, numbers: Float64Array, plan: Plan): EpochRecord[] {
  const { data, validation, earlyStopping, loss } = plan;
  const isAll = plan.history === 'all';
  const rows = numbers.length / recordWidth(plan.measures);
  // Where not all records are kept, the number of epochs follows from the steps.
  const epochs = isAll ? rows : (place.steps - place.batch) / Math.ceil(data.count / plan.batchSize);
  if (rows !== (isAll ? epochs : Math.min(epochs, 2)) || !Number.isInteger(epochs)) {
    throw fileError(what, `records of ${isAll ? 'all' : 'the last two'} epochs`, `${rows} of ${epochs}`);
  }
  checkPlace(what, place, epochs, plan);
  const parts = {
    accuracy: data.labels !== undefined,
    validation: validation !== undefined,
    validationAccuracy: validation?.labels !== undefined,
    earlyStopping: earlyStopping !== undefined,
    anyLoss: loss.kernel === undefined,
    measures: (plan.measures ?? []).map(({ name }) => name),
  };
  return historyOf(`${what}: '${HISTORY}'`, numbers, parts, epochs - rows + 1);
}

/** Throws unless early stopping and reduceOnPlateau can go on from the states in the file. */
export function checkDecisionStates(what: string, plan: Plan, { decisionStates, history }: TrainingArrays): void {
  for (const name of ['earlyStopping', 'reduceOnPlateau'] as const) {
    const incremental = history.length === 0 ? undefined : plan[name]?.incremental;
    const state = decisionStates[name];
    incremental?.(state);
    const length = incremental?.().state().length ?? 0;
    if ((state?.length ?? 0) !== length) throw fileError(`${what}: ${name}`, `${length} numbers`, `${state?.length ?? 0}`);
    // The last is the best monitored number so far, which is NaN before the first record.
    const place = state?.findIndex((number, index) => !Number.isFinite(number) && index < length - 1) ?? -1;
    if (place >= 0) throw fileError(`${what}: ${name}[${place}]`, 'a finite number', `${state?.[place]}`);
  }
}

/** Throws unless there is such a place in the training. */
function checkPlace(what: string, { batch, steps, right }: Place, epochs: number, plan: Plan): void {
  const batches = Math.ceil(plan.data.count / plan.batchSize);
  // A sum of weights is rounded, by the order of the examples.
  const most = weightOf(plan.data) * (1 + 1e-9);
  const fits = Number.isInteger(batch) && batch <= batches && steps === epochs * batches + batch && right <= most;
  if (!fits)
    throw fileError(what, `a place in epochs of ${batches} batches`, `batch ${batch} of epoch ${epochs + 1}, step ${steps}`);
  const begun = epochs + (batch > 0 ? 1 : 0);
  if (begun <= plan.epochs) return;
  const remedy = 'It has gone on for longer already: give it more epochs.';
  throw new ArgumentError(wording(`${what}: epochs`, `${begun} or more`, `${plan.epochs}`, remedy));
}
