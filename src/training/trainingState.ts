// The state of a training between two steps: its records, its place in the epoch, and the weights of its best epoch.
import type { Network } from '../model/Network.js';
import type { EpochRecord, History } from './records.js';

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
  /** How many of their examples were answered right. */
  right: number;
  /** The learning rate of the last step. */
  learningRate: number;
  /** How long they took. */
  seconds: number;
  /** The weights of the best epoch, if early stopping is to restore them. */
  bestWeights: BestWeights | undefined;
  /** False in the middle of a step, and of an epoch's end: the state cannot be saved then. */
  whole: boolean;
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
    whole: true,
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

/** Whether a training of so many epochs has no more to do. */
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
