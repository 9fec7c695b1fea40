// The state of a training between two steps: its records, its place in the epoch, and the weights of its best epoch; and what is decided by it
// after every epoch. Early stopping and reduceOnPlateau of the library decide from the last record and a state, so that the work does
// not grow with the epochs; a custom function is given the whole history.
import { checkedRate, rateAt, type Schedule } from '../learning/schedules/schedule.js';
import type { Network } from '../model/Network.js';
import { numberWhere, trueOrFalse } from '../support/checks.js';
import { ownField } from '../support/views.js';
import type { EarlyStopping } from './earlyStopping.js';
import type { Plan } from './planTraining.js';
import type { EarlyStoppingRecord, EpochRecord, History } from './records.js';
import type { ReduceOnPlateau } from './reduceOnPlateau.js';

/** Which records a training keeps and returns. */
export type HistoryOption = 'all' | 'last';

/** Every array of a network, and a copy of what it held after its best epoch. */
export type BestWeights = readonly { readonly array: Float32Array; readonly copy: Float32Array }[];

/** The states of early stopping and reduceOnPlateau. */
export interface DecisionStates {
  readonly earlyStopping?: readonly number[] | undefined;
  readonly reduceOnPlateau?: readonly number[] | undefined;
}

/** The state of a training between two steps, beside its network and its optimizer's state. */
export interface TrainingState {
  /** A record of every epoch that is done, or of the last two with `history: 'last'`. */
  readonly history: EpochRecord[];
  /** With `history: 'last'`: early stopping's after all epochs that are done, and reduceOnPlateau's after all but the last. */
  decisionStates: DecisionStates;
  /** How many batches of the next epoch are done. */
  batch: number;
  /** Sum of the costs of their examples. */
  cost: number;
  /** How many of their examples were answered right, or the sum of their weights. */
  right: number;
  /** The learning rate of the last step. */
  learningRate: number;
  /** How long they took. */
  seconds: number;
  /** The weights of the best epoch, if early stopping is to restore them. */
  bestWeights: BestWeights | undefined;
  /** False in the middle of a step, and of an epoch's end: the state cannot be saved then. */
  betweenSteps: boolean;
}

/** The state of a training that has not begun. */
export function newTrainingState(): TrainingState {
  return {
    history: [],
    decisionStates: { earlyStopping: undefined, reduceOnPlateau: undefined },
    batch: 0,
    cost: 0,
    right: 0,
    learningRate: 0,
    seconds: 0,
    bestWeights: undefined,
    betweenSteps: true,
  };
}

/** Adds a record. Of those before, only the one that it follows is needed. */
export function addRecord(history: EpochRecord[], record: EpochRecord, kept: HistoryOption): void {
  history.push(record);
  if (kept === 'last' && history.length > 2) history.shift();
}

/** The records that a training returns. */
export function returnedHistory(history: History, kept: HistoryOption): History {
  return kept === 'last' ? history.slice(-1) : history;
}

/** Whether a training is done: after `epochs` epochs, or where early stopping ended it. */
export function hasEnded(history: History, epochs: number): boolean {
  return epochsDone(history) >= epochs || history.at(-1)?.earlyStopping?.stopped === true;
}

/** The number of the last epoch that is done, from 1; 0 if none is. */
export function epochsDone(history: History): number {
  return history.at(-1)?.epoch ?? 0;
}

/** Copies all weights and biases: [weights, biases] of each layer. */
export function copyWeights({ layers }: Network): BestWeights {
  return layers.flatMap(({ weights, biases }) => [weights, biases]).map((array) => ({ array, copy: array.slice() }));
}

/** Writes them back into the network. */
export function restoreWeights(weights: BestWeights): void {
  for (const { array, copy } of weights) array.set(copy);
}

/** The decisions between two epochs. */
export interface Decisions {
  readonly earlyStopping: EpochDecision<EarlyStoppingRecord | undefined>;
  readonly plateau: EpochDecision<number>;
  /**
   * The learning rate of the next epoch, which begins at step `from`, counted from 0 over the training: a number where it is the same
   * for all steps.
   */
  readonly learningRate: (from: number) => number | ((step: number) => number);
}

/** The decisions of a training, from where it is. */
export function decisionsOf(plan: Plan, { history, decisionStates }: TrainingState): Decisions {
  const plateau = plateauFactor(plan.reduceOnPlateau, history.slice(0, -1), decisionStates.reduceOnPlateau);
  return {
    earlyStopping: earlyStoppingDecision(plan.earlyStopping, history, decisionStates.earlyStopping),
    plateau,
    learningRate(from) {
      const { learningRate } = plan.optimizer;
      const factor = plateau(history);
      const rateAt = (step: number) => learningRateAt(step, learningRate, plan.reduceOnPlateau, factor);
      return typeof learningRate === 'number' ? rateAt(from) : rateAt;
    },
  };
}

/** Decides from a history that has one record more at every call. */
export interface EpochDecision<Answer> {
  (history: History): Answer;
  /** The numbers it goes on from; undefined for a custom function, which has none. */
  readonly state?: (() => readonly number[]) | undefined;
}

/**
 * Whether training stops, and which epoch is the best; undefined without early stopping.
 *
 * @param past - The records of the epochs that are done.
 * @param state - Its state after them, where not all records are kept.
 */
export function earlyStoppingDecision(
  earlyStopping: EarlyStopping | undefined,
  past: History = [],
  state?: readonly number[],
): EpochDecision<EarlyStoppingRecord | undefined> {
  if (earlyStopping === undefined) return () => undefined;
  const decide = ownField(earlyStopping, 'incremental')?.(state);
  if (decide === undefined) {
    return (history) => ({
      stopped: trueOrFalse(`earlyStopping after epoch ${epochsDone(history)}`, earlyStopping(history)),
      best: ownField(earlyStopping, 'best')?.(history),
    });
  }
  if (state === undefined) for (const record of past) decide(record);
  return Object.assign((history: History) => decide(history[history.length - 1]), { state: decide.state });
}

/**
 * What the learning rates of the next epoch are multiplied with; 1 before the first epoch.
 *
 * @param past - As for {@link earlyStoppingDecision}.
 * @param state - As there.
 */
export function plateauFactor(
  reduceOnPlateau: ReduceOnPlateau | undefined,
  past: History = [],
  state?: readonly number[],
): EpochDecision<number> {
  if (reduceOnPlateau === undefined) return () => 1;
  const decide = ownField(reduceOnPlateau, 'incremental')?.(state);
  if (decide !== undefined && state === undefined) for (const record of past) decide(record);
  const factor = (history: History) => {
    if (history.length === 0) return 1;
    const answer = decide === undefined ? reduceOnPlateau(history) : decide(history[history.length - 1]);
    const expected = 'a number from 0 to multiply the learning rate with';
    return numberWhere(`reduceOnPlateau after epoch ${epochsDone(history)}`, answer, expected, (value) => value >= 0);
  };
  return decide === undefined ? factor : Object.assign(factor, { state: decide.state });
}

/** The learning rate of a step, counted from 0 over the whole training: the schedule's, times the plateau's factor. */
export function learningRateAt(
  step: number,
  learningRate: number | Schedule,
  reduceOnPlateau: ReduceOnPlateau | undefined,
  factor: number,
): number {
  const rate = rateAt(learningRate, step);
  const least = reduceOnPlateau?.minLearningRate ?? 0;
  return factor === 1 ? rate : checkedRate(Math.max(rate * factor, Math.min(rate, least)), step);
}
