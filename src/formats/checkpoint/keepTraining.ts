// Keeps one training: says when to save, writes down where it stands, and puts it back to there.
import { fileBytes } from '../../data/bytes.js';
import type { Step } from '../../learning/Step.js';
import { ArgumentError } from '../../support/errors.js';
import { wording } from '../../support/wording.js';
import type { Checkpoint, Course, Keeper } from '../../training/checkpoint.js';
import { keepWeights } from '../../training/keptWeights.js';
import type { Plan } from '../../training/planTraining.js';
import { checkNames } from '../activationNames.js';
import { descriptionText, METADATA_KEY } from '../describedModel.js';
import { fileError } from '../fileError.js';
import { checkCourse } from './checkCourse.js';
import { type Place, readCheckpoint, type Saved, writeCheckpoint } from './checkpointFile.js';
import type { CheckpointOptions } from './checkpointIn.js';
import { describeTraining, isNames, NO_NAMES, type TrainingWords } from './describeTraining.js';
import { historyOf, historyRows, RECORD_WIDTH } from './historyRows.js';
import { arraysFrom, type TrainingArrays, tensorsOf } from './trainingTensors.js';

/** The keeper of one training. `what` begins the errors. */
export function keepTraining(
  what: string,
  { load, save }: Pick<Checkpoint, 'load' | 'save'>,
  { everySteps, everySeconds }: CheckpointOptions,
  plan: Plan,
  step: Step,
): Keeper {
  const { network } = plan;
  checkNames(what, network.layers);
  const words = describeTraining(plan);
  let savedStep = 0;
  let savedTime = performance.now();

  async function resume(course: Course): Promise<void> {
    const bytes = await load();
    if (bytes === undefined) return;
    const saved = readCheckpoint(what, fileBytes(`${what}: load()`, bytes));
    checkSame(what, saved.training, words(saved.place.steps));
    const arrays = arraysFrom(what, saved.tensors, network, step.memory().length);
    const parts = { validation: plan.validation !== undefined, stopping: plan.stopping !== undefined };
    const rows = arrays.history.length / RECORD_WIDTH;
    const epochs = plan.history === 'all' ? rows : epochsOf(saved.place, plan);
    const history = historyOf(arrays.history, parts, epochs - rows + 1);
    if (rows !== (plan.history === 'all' ? epochs : Math.min(epochs, 2)) || !Number.isInteger(epochs)) {
      throw fileError(what, `records of ${plan.history === 'all' ? 'all' : 'the last two'} epochs`, `${rows} of ${epochs}`);
    }
    checkPlace(what, saved.place, epochs, plan);
    if (plan.history === 'last') checkRemembered(plan, arrays);
    else checkCourse(what, plan, { place: saved.place, history, keepsBest: arrays.best !== undefined });
    putBack(course, step, plan, { ...arrays, place: saved.place });
    course.history.push(...history);
    course.remembered = arrays.remembered;
    savedStep = step.steps;
    savedTime = performance.now();
  }

  return {
    resume,
    due(occasion) {
      if (occasion === 'end') return true;
      const inTime = everySeconds !== undefined && performance.now() - savedTime >= everySeconds * 1000;
      const inSteps = everySteps !== undefined && step.steps - savedStep >= everySteps;
      return inTime || inSteps || (occasion === 'epoch' && everySteps === undefined && everySeconds === undefined);
    },
    save(course) {
      const bytes = bytesOf(course, step, plan, words(step.steps));
      savedStep = step.steps;
      savedTime = performance.now();
      return save(bytes);
    },
  };
}

function bytesOf(course: Course, step: Step, { network }: Plan, training: TrainingWords): Uint8Array {
  step.publish();
  const { batch, cost, right, learningRate, seconds, kept, history, remembered } = course;
  const tensors = tensorsOf(network, {
    network: keepWeights(network).map(({ copy }) => copy),
    memory: step.memory(),
    best: kept?.map(({ copy }) => copy),
    history: historyRows(history),
    remembered,
  });
  const place = { batch, steps: step.steps, cost, right, learningRate, seconds };
  return writeCheckpoint(tensors, place, training, { [METADATA_KEY]: descriptionText(network) });
}

/** Everything is checked: from here on, nothing is refused. */
function putBack(course: Course, step: Step, { network }: Plan, saved: TrainingArrays & Pick<Saved, 'place'>): void {
  const { steps, ...place } = saved.place;
  const arrays = keepWeights(network).map(({ array }) => array);
  for (const [index, array] of arrays.entries()) array.set(saved.network[index] as Float32Array);
  step.recall(steps, saved.memory);
  Object.assign(course, place);
  course.kept = saved.best?.map((copy, index) => ({ array: arrays[index] as Float32Array, copy }));
}

/** Throws unless the training that was saved is this one. Names are compared where both have them. */
function checkSame(what: string, saved: TrainingWords, now: TrainingWords): void {
  const remedy = 'Give the same network, data and options to go on, or another place to start anew.';
  for (const name of Object.keys(now)) {
    if (name === 'history' && (saved[name] ?? 'all') === now[name]) continue;
    if (isNames(name) && (saved[name] ?? NO_NAMES) === NO_NAMES) continue;
    if (!Object.hasOwn(saved, name)) throw fileError(`${what}: training.${name}`, 'a text', 'nothing');
    if (saved[name] === now[name] || (isNames(name) && now[name] === NO_NAMES)) continue;
    throw new ArgumentError(
      wording(`${what}: ${name}`, `${saved[name]}, as in the training that was saved`, `${now[name]}`, remedy),
    );
  }
}

/** How many epochs are done, by the steps that are: where not all records are kept. */
function epochsOf({ steps, batch }: Place, { data, batchSize }: Plan): number {
  return (steps - batch) / Math.ceil(data.count / batchSize);
}

/** Throws unless what watches the records has the settings of what remembers them. */
function checkRemembered({ stopping, slowing }: Plan, { remembered }: TrainingArrays): void {
  stopping?.follow?.(remembered.stopping);
  slowing?.follow?.(remembered.slowing);
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
