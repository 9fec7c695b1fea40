// Saves one training and resumes it.
import { fileBytes } from '../../data/bytes.js';
import type { Step } from '../../learning/Step.js';
import { now, putOff, type Rhythm } from '../../support/platform.js';
import { encodeUtf8 } from '../../support/utf8.js';
import { orAborted } from '../../training/abort.js';
import type { Checkpoint, TrainingSaver } from '../../training/checkpoint.js';
import type { Plan } from '../../training/planTraining.js';
import { copyWeights, hasEnded, type TrainingState } from '../../training/trainingState.js';
import { checkNames } from '../activationNames.js';
import { descriptionText, METADATA_KEY } from '../describedModel.js';
import { checkDecisions } from './checkDecisions.js';
import { type Place, readCheckpoint, writeCheckpoint } from './checkpointFile.js';
import type { CheckpointOptions } from './checkpointIn.js';
import { checkDecisionStates, checkSame, recordsOf } from './checkSaved.js';
import { describeSchedules } from './describeSchedules.js';
import { describeTraining, type TrainingWords } from './describeTraining.js';
import { historyRows, recordWidth } from './historyRows.js';
import { inTime } from './inTime.js';
import { arraysFrom, type TrainingArrays, tensorsOf } from './trainingTensors.js';

/** The least time between two saves, in milliseconds, if the options do not say how often to save. */
const INTERVAL = 1000;

/** The place where a training is saved. */
export interface SavePlace extends Pick<Checkpoint, 'load' | 'save'> {
  /** Rejects where the place cannot be written, so that this is known before the first step; undefined where it cannot be tried. */
  readonly trySave: (() => Promise<void>) | undefined;
}

/** The saver of one training. `what` begins the errors. */
export function trainingSaver(
  what: string,
  { load, save, trySave }: SavePlace,
  { everyEpochs, everySteps, everySeconds }: CheckpointOptions,
  plan: Plan,
  step: Step,
): TrainingSaver {
  const { network } = plan;
  checkNames(what, network.layers);
  const words = describeTraining(plan);
  const scheduleWords = describeSchedules(plan);
  const batches = Math.ceil(plan.data.count / plan.batchSize);
  const byItself = everyEpochs === undefined && everySteps === undefined && everySeconds === undefined;
  const rhythm: Rhythm = { next: 0 };
  let savedStep: number | undefined;
  let savedTime = now();
  putOff(rhythm, savedTime, INTERVAL);

  async function resume(state: TrainingState): Promise<void> {
    const bytes = await orAborted(load(), plan.signal);
    if (bytes === undefined) {
      // Throws on a platform that has no TextEncoder, where nothing could be saved.
      encodeUtf8('');
      return tryPlace();
    }
    const saved = readCheckpoint(what, fileBytes(`${what}: load()`, bytes));
    checkSame(what, saved.training, words(saved.place.steps));
    const arrays = arraysFrom(what, saved.tensors, network, step.optimizerState().length, recordWidth(plan.measures));
    const history = recordsOf(what, saved.place, arrays.history, plan);
    if (plan.history === 'last') checkDecisionStates(what, plan, arrays);
    else checkDecisions(what, plan, { place: saved.place, history, hasBest: arrays.bestWeights !== undefined });
    // Schedules are called only now: recordsOf has refused a file that claims more steps than the training has.
    checkSame(what, saved.training, scheduleWords(saved.place.steps));
    if (!hasEnded(history, plan.epochs)) await tryPlace();
    restore(state, step, plan, saved.place, arrays);
    state.history.push(...history);
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
    async save(state) {
      const began = now();
      const bytes = bytesOf(state, step, plan, { ...words(step.steps), ...scheduleWords(step.steps) });
      savedStep = step.steps;
      savedTime = now();
      await inTime(save(bytes), plan.signal);
      putOff(rhythm, began, INTERVAL);
    },
  };
}

function bytesOf(state: TrainingState, step: Step, { network, measures }: Plan, training: TrainingWords): Uint8Array {
  step.writeBack();
  const { batch, cost, right, learningRate, seconds, bestWeights, history, decisionStates } = state;
  const arrays = {
    network: copyWeights(network).map(({ copy }) => copy),
    optimizerState: step.optimizerState(),
    bestWeights: bestWeights?.map(({ copy }) => copy),
    history: historyRows(history, measures),
    decisionStates,
  };
  const tensors = tensorsOf(network, arrays, recordWidth(measures));
  const place = { batch, steps: step.steps, cost, right, learningRate, seconds };
  return writeCheckpoint(tensors, place, training, { [METADATA_KEY]: descriptionText(network) });
}

/** Restores all but the records. Everything was checked before, so nothing is refused here. */
function restore(state: TrainingState, step: Step, { network }: Plan, place: Place, saved: TrainingArrays): void {
  const { steps, ...inEpoch } = place;
  const arrays = copyWeights(network).map(({ array }) => array);
  for (const [index, array] of arrays.entries()) array.set(saved.network[index]);
  step.restoreState(steps, saved.optimizerState);
  Object.assign(state, inEpoch);
  state.bestWeights = saved.bestWeights?.map((copy, index) => ({ array: arrays[index], copy }));
  state.decisionStates = saved.decisionStates;
}
