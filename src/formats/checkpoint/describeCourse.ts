// What is decided step by step and epoch by epoch, in words: the learning rates, and how strongly images are changed.
import { rateAt } from '../../learning/schedules/schedule.js';
import type { Plan } from '../../training/planTraining.js';
import { OWN, settingsWords, type TrainingWords } from './describeTraining.js';
import { newHash } from './hash.js';

/** Of so many steps every rate is asked for, and after these every {@link STRIDE}th, so that very long trainings go on at once. */
const DENSE = 1_048_576;
const STRIDE = 1024;

/** The words of the steps that are done. Functions are told by what they return, and `reduceOnPlateau` by what it was made with. */
export function describeCourse(plan: Plan): (steps: number) => TrainingWords {
  const { optimizer, slowing, augmentation } = plan;
  const { learningRate } = optimizer;
  const batches = Math.ceil(plan.data.count / plan.batchSize);
  const rates = fingerprintOf((step) => rateAt(learningRate, step));
  const strength = (epoch: number) => augmentation?.strengthAt((epoch - 1) / Math.max(plan.epochs, 1)) ?? 0;
  const strengths = fingerprintOf((index) => strength(index + 1));
  return (steps) => {
    const epoch = Math.max(Math.ceil(steps / batches), 1);
    return {
      ...(slowing && { 'slowing settings': slowing.settings === undefined ? OWN : settingsWords(slowing.settings) }),
      ...(typeof learningRate === 'function' && {
        'learningRate of every step': `a schedule with the fingerprint ${rates(steps)} over ${steps} steps`,
      }),
      ...(augmentation && {
        'augmentation of every epoch': `strength ${strength(epoch)} in epoch ${epoch}, with the fingerprint ${strengths(epoch)} over all epochs`,
      }),
    };
  };
}

/** A fingerprint of what is answered to 0, 1, ... up to below a count. What was asked for a smaller count is not asked again. */
function fingerprintOf(answer: (index: number) => number): (count: number) => string {
  const hash = newHash();
  let next = 0;
  return (count) => {
    for (; next < count; next += next < DENSE ? 1 : STRIDE) hash.addNumber(answer(next));
    return hash.text();
  };
}
