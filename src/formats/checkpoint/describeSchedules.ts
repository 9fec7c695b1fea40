// Describes in words what changes from step to step or from epoch to epoch: the learning rate, and the strength of an augmentation.
import { rateAt } from '../../learning/schedules/schedule.js';
import type { Plan } from '../../training/planTraining.js';
import { CUSTOM, settingsWords, type TrainingWords } from './describeTraining.js';
import { newHash } from './hash.js';

/** The rate of every step up to here is read, and of every {@link STRIDE}th one after: a very long training resumes at once. */
const DENSE = 1_048_576;
const STRIDE = 1024;

/** The words of the steps that are done. Custom functions are described by what they return, `reduceOnPlateau` by its options. */
export function describeSchedules(plan: Plan): (steps: number) => TrainingWords {
  const { optimizer, reduceOnPlateau, augmentation } = plan;
  const { learningRate } = optimizer;
  const batches = Math.ceil(plan.data.count / plan.batchSize);
  const rates = fingerprintOf((step) => rateAt(learningRate, step));
  const strength = (epoch: number) => augmentation?.strengthAt((epoch - 1) / Math.max(plan.epochs, 1)) ?? 0;
  const strengths = fingerprintOf((index) => strength(index + 1));
  return (steps) => {
    const epoch = Math.max(Math.ceil(steps / batches), 1);
    return {
      ...(reduceOnPlateau && {
        'reduceOnPlateau settings': reduceOnPlateau.settings === undefined ? CUSTOM : settingsWords(reduceOnPlateau.settings),
      }),
      ...(typeof learningRate === 'function' && {
        'learningRate of every step': `a schedule with the fingerprint ${rates(steps)} over ${steps} steps`,
      }),
      ...(augmentation && {
        'augmentation of every epoch': `strength ${strength(epoch)} in epoch ${epoch}, with the fingerprint ${strengths(epoch)} over all epochs`,
      }),
    };
  };
}

/** A fingerprint of `answer(0)`, `answer(1)`, ..., below a count. A call with a larger count goes on from the one before. */
function fingerprintOf(answer: (index: number) => number): (count: number) => string {
  const hash = newHash();
  let next = 0;
  return (count) => {
    for (; next < count; next += next < DENSE ? 1 : STRIDE) hash.addNumber(answer(next));
    return hash.text();
  };
}
