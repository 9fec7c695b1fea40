// Saves one training and resumes it: decides when to save, writes where the training is, and sets it back there.
import { fileBytes } from '../../data/bytes.js';
import type { Step } from '../../learning/Step.js';
import { ArgumentError } from '../../support/errors.js';
import { now } from '../../support/platform.js';
import { putOff, type Rhythm } from '../../support/rhythm.js';
import { encodeUtf8 } from '../../support/utf8.js';
import { wording } from '../../support/wording.js';
import { orAborted } from '../../training/abort.js';
import type { Checkpoint, TrainingSaver, TrainingState } from '../../training/checkpoint.js';
import { hasEnded } from '../../training/keptHistory.js';
import { keepWeights } from '../../training/keptWeights.js';
import type { Plan } from '../../training/planTraining.js';
import type { EpochRecord } from '../../training/records.js';
import { checkNames } from '../activationNames.js';
import { descriptionText, METADATA_KEY } from '../describedModel.js';
import { fileError } from '../fileError.js';
import { checkCourse } from './checkCourse.js';
import { type Place, readCheckpoint, type Saved, writeCheckpoint } from './checkpointFile.js';
import type { CheckpointOptions } from './checkpointIn.js';
import { describeCourse } from './describeCourse.js';
import { describeTraining, isNames, NO_NAMES, type TrainingWords } from './describeTraining.js';
import { differenceOf } from './difference.js';
import { historyOf, historyRows, RECORD_WIDTH } from './historyRows.js';
import { inTime } from './inTime.js';
import { arraysFrom, HISTORY, type TrainingArrays, tensorsOf } from './trainingTensors.js';

/** The least time between two saves, in milliseconds, if the options do not say how often to save. */
const INTERVAL = 1000;

/** Where it is kept. */
export interface KeptPlace extends Pick<Checkpoint, 'load' | 'save'> {
  /** Rejects where nothing could be saved, so that this is known before the work is done; undefined where it cannot be tried. */
  readonly trySave: (() => Promise<void>) | undefined;
}

/** The keeper of one training. `what` begins the errors. */
export function keepTraining(
  what: string,
  { load, save, trySave }: KeptPlace,
  { everyEpochs, everySteps, everySeconds }: CheckpointOptions,
  plan: Plan,
  step: Step,
): TrainingSaver {
  const { network } = plan;
  checkNames(what, network.layers);
  const words = describeTraining(plan);
  const courseWords = describeCourse(plan);
  const batches = Math.ceil(plan.data.count / plan.batchSize);
  const byItself = everyEpochs === undefined && everySteps === undefined && everySeconds === undefined;
  const rhythm: Rhythm = { next: 0 };
  let savedStep: number | undefined;
  let savedTime = now();
  putOff(rhythm, savedTime, INTERVAL);

  async function resume(course: TrainingState): Promise<void> {
    const bytes = await orAborted(load(), plan.signal);
    if (bytes === undefined) {
      // A platform without it cannot save.
      encodeUtf8('');
      return tryPlace();
    }
    const saved = readCheckpoint(what, fileBytes(`${what}: load()`, bytes));
    checkSame(what, saved.training, words(saved.place.steps));
    const arrays = arraysFrom(what, saved.tensors, network, step.optimizerState().length);
    const history = recordsOf(what, saved.place, arrays.history, plan);
    if (plan.history === 'last') checkRemembered(what, plan, arrays);
    else checkCourse(what, plan, { place: saved.place, history, keepsBest: arrays.best !== undefined });
    // Only now is it known that there are no more steps than this training has.
    checkSame(what, saved.training, courseWords(saved.place.steps));
    if (!hasEnded(history, plan.epochs)) await tryPlace();
    putBack(course, step, plan, { ...arrays, place: saved.place });
    course.history.push(...history);
    course.remembered = arrays.remembered;
    savedStep = step.steps;
    savedTime = now();
    putOff(rhythm, savedTime, INTERVAL);
  }

  async function tryPlace(): Promise<void> {
    if (trySave !== undefined) await orAborted(trySave(), plan.signal);
  }

  return {
    resume,
    due(occasion) {
      if (occasion === 'end') return true;
      if (occasion === 'stop') return step.steps !== savedStep;
      const time = now();
      const inTime = everySeconds !== undefined && time - savedTime >= everySeconds * 1000;
      const inSteps = everySteps !== undefined && step.steps - (savedStep ?? 0) >= everySteps;
      if (inTime || inSteps || occasion === 'step') return inTime || inSteps;
      return byItself ? time >= rhythm.next : everyEpochs !== undefined && (step.steps / batches) % everyEpochs === 0;
    },
    async save(course) {
      const began = now();
      const bytes = bytesOf(course, step, plan, { ...words(step.steps), ...courseWords(step.steps) });
      savedStep = step.steps;
      savedTime = now();
      await inTime(save(bytes), plan.signal);
      putOff(rhythm, began, INTERVAL);
    },
  };
}

function bytesOf(course: TrainingState, step: Step, { network }: Plan, training: TrainingWords): Uint8Array {
  step.writeBack(true);
  const { batch, cost, right, learningRate, seconds, bestWeights, history, remembered } = course;
  const tensors = tensorsOf(network, {
    network: keepWeights(network).map(({ copy }) => copy),
    memory: step.optimizerState(),
    best: bestWeights?.map(({ copy }) => copy),
    history: historyRows(history),
    remembered,
  });
  const place = { batch, steps: step.steps, cost, right, learningRate, seconds };
  return writeCheckpoint(tensors, place, training, { [METADATA_KEY]: descriptionText(network) });
}

/** Sets the training back to where it was saved. All was checked before, so nothing is refused here. */
function putBack(course: TrainingState, step: Step, { network }: Plan, saved: TrainingArrays & Pick<Saved, 'place'>): void {
  const { steps, ...place } = saved.place;
  const arrays = keepWeights(network).map(({ array }) => array);
  for (const [index, array] of arrays.entries()) array.set(saved.network[index]);
  step.restoreState(steps, saved.memory);
  Object.assign(course, place);
  course.bestWeights = saved.best?.map((copy, index) => ({ array: arrays[index], copy }));
}

/** Throws unless the saved training is this one. Names are compared if both have them. */
function checkSame(what: string, saved: TrainingWords, now: TrainingWords): void {
  const remedy = 'Give the same network, data and options to go on, or another place to start anew.';
  for (const name of Object.keys(now)) {
    if (!Object.hasOwn(saved, name)) throw fileError(`${what}: training.${name}`, 'a text', 'nothing');
    if (saved[name] === now[name] || (isNames(name) && [saved[name], now[name]].includes(NO_NAMES))) continue;
    const { about, expected, got } = differenceOf(name, saved, now);
    throw new ArgumentError(wording(`${what}: ${about}`, `${expected}, as in the training that was saved`, got, remedy));
  }
}

/** The records. Throws unless there are as many as epochs are done. */
function recordsOf(what: string, place: Place, numbers: Float64Array, plan: Plan): EpochRecord[] {
  const { data, validation, earlyStopping, loss } = plan;
  const isAll = plan.history === 'all';
  const rows = numbers.length / RECORD_WIDTH;
  // Where not all records are kept, the steps tell.
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
  };
  return historyOf(`${what}: '${HISTORY}'`, numbers, parts, epochs - rows + 1);
}

/** Throws unless early stopping and reduceOnPlateau can go on from the numbers that the file has for them. */
function checkRemembered(what: string, plan: Plan, { remembered, history }: TrainingArrays): void {
  for (const name of ['earlyStopping', 'reduceOnPlateau'] as const) {
    const follow = history.length === 0 ? undefined : plan[name]?.follow;
    const state = remembered[name];
    follow?.(state);
    const length = follow?.().state().length ?? 0;
    if ((state?.length ?? 0) !== length) throw fileError(`${what}: ${name}`, `${length} numbers`, `${state?.length ?? 0}`);
    // The last is the best cost so far, which is NaN before the first record.
    const place = state?.findIndex((number, index) => !Number.isFinite(number) && index < length - 1) ?? -1;
    if (place >= 0) throw fileError(`${what}: ${name}[${place}]`, 'a finite number', `${state?.[place]}`);
  }
}

/** Throws unless there is such a place in the training. */
function checkPlace(what: string, { batch, steps, right }: Place, epochs: number, plan: Plan): void {
  const batches = Math.ceil(plan.data.count / plan.batchSize);
  const fits = Number.isInteger(batch) && batch <= batches && steps === epochs * batches + batch && right <= plan.data.count;
  if (!fits)
    throw fileError(what, `a place in epochs of ${batches} batches`, `batch ${batch} of epoch ${epochs + 1}, step ${steps}`);
  const begun = epochs + (batch > 0 ? 1 : 0);
  if (begun <= plan.epochs) return;
  const remedy = 'It has gone on for longer already: give it more epochs.';
  throw new ArgumentError(wording(`${what}: epochs`, `${begun} or more`, `${plan.epochs}`, remedy));
}
