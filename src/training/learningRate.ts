// The learning rate of a training's steps: the optimizer's or its schedule's, and how far a plateau has slowed it.
import { checkedRate, rateAt, type Schedule } from '../learning/schedules/schedule.js';
import type { ReduceOnPlateau } from './reduceOnPlateau.js';

/** The rates of an epoch's steps, counted from 0 over the whole training. */
export function learningRateOf(
  learningRate: number | Schedule,
  reduceOnPlateau: ReduceOnPlateau | undefined,
  share: number,
): (step: number) => number {
  const least = reduceOnPlateau?.minLearningRate ?? 0;
  return (step) => {
    const rate = rateAt(learningRate, step);
    return share === 1 ? rate : checkedRate(Math.max(rate * share, Math.min(rate, least)), step);
  };
}
