// The portions of a turn: which examples it takes, and where its updates are.
import type { StepPlan } from '../../learning/Step.js';
import { MOST_PORTIONS } from '../planPlaces.js';
import type { Portion } from './turn.js';

/** Multiplications and additions of a portion: few enough that a turn which cannot hold a whole batch holds one. */
const PORTION_WORK = 500_000_000;

/** Examples of a portion are a multiple of what the core takes at a time. */
const AT_A_TIME = 128;

/** Options of a turn. */
interface TurnOptions {
  /** Examples of a batch. */
  readonly batch: number;
  /** How many examples the epoch has. */
  readonly count: number;
  /** Where in its order the turn begins. */
  readonly next: number;
  /** How many updates were made before. */
  readonly steps: number;
  /** Most portions. */
  readonly amount: number;
  /** Whether it ends with the first update. */
  readonly watched: boolean;
  /** Most examples. */
  readonly room: number;
  /** The learning rate of each step, counted from 0. */
  readonly rateAt: (step: number) => number;
}

/** The portions of the next turn. It may end before an update whose learning rate is not known yet. */
export function planTurn({ network, optimizer }: StepPlan, options: TurnOptions): Portion[] {
  const { batch, count, next, steps, amount, watched, room, rateAt } = options;
  const whole = Math.max(1, Math.floor(PORTION_WORK / network.parameterCount / AT_A_TIME)) * AT_A_TIME;
  const portions: Portion[] = [];
  let step = steps;
  let from = next;
  while (portions.length < Math.min(amount, MOST_PORTIONS) && from < count) {
    const start = Math.floor(from / batch) * batch;
    const end = Math.min(start + batch, count);
    const to = Math.min(from + whole, from + room, end);
    if (to > next + room) break;
    if (to < end) {
      portions.push({ from, to, share: 0, constants: [] });
    } else {
      const learningRate = rateOf(step, rateAt, portions.length === 0);
      if (learningRate === undefined) break;
      step += 1;
      const constants = optimizer.update.rule?.constants({ step, learningRate }) ?? [];
      portions.push({ from, to, share: 1 / (end - start), constants });
    }
    from = to;
    if (watched && to === end) break;
  }
  return portions;
}

/** The learning rate of a step. An error of a schedule is thrown once the steps before are done; until then it is undefined. */
function rateOf(step: number, rateAt: (step: number) => number, isNext: boolean): number | undefined {
  try {
    return rateAt(step);
  } catch (error) {
    if (isNext) throw error;
    return undefined;
  }
}
