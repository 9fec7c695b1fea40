// Where a trainer is, as a file in the format of checkpoints.
import { fileBytes } from '../data/bytes.js';
import { checkNames } from '../formats/activationNames.js';
import { readCheckpoint, writeCheckpoint } from '../formats/checkpoint/checkpointFile.js';
import { checkSame, TRAINER } from '../formats/checkpoint/checkSaved.js';
import { describeSteps } from '../formats/checkpoint/describeTraining.js';
import { arraysFrom, type TrainingArrays, tensorsOf } from '../formats/checkpoint/trainingTensors.js';
import { descriptionText, METADATA_KEY } from '../formats/describedModel.js';
import { fileError } from '../formats/fileError.js';
import { ofTrainable } from '../learning/parameters.js';
import type { StepPlan } from '../learning/Step.js';
import type { DatalessPlan } from '../training/stepOptions.js';

/** Where a trainer is between two steps, beside its network. */
export interface TrainerState {
  /** How many updates were made. */
  readonly steps: number;
  /** How many examples they were made from. */
  readonly seen: number;
  /** The optimizer state; undefined before the first step. */
  readonly optimizerState: readonly Float32Array[] | undefined;
}

/** A trainer that was saved: its state, and the weights and biases of each layer. */
export interface SavedTrainer extends TrainerState {
  readonly network: readonly Float32Array[];
}

/** The file of a trainer, whose network's arrays are current. */
export function writeTrainer(plan: DatalessPlan, { steps, seen, optimizerState }: TrainerState): Uint8Array {
  const { network } = plan;
  checkNames('trainer.save', network.layers);
  const arrays: TrainingArrays = {
    network: network.layers.flatMap(({ weights, biases }) => [weights.slice(), biases.slice()]),
    optimizerState: optimizerState ?? emptyState(plan),
    history: new Float64Array(0),
    bestWeights: undefined,
    decisionStates: {},
  };
  const words = { ...describeSteps(plan)(steps), [TRAINER]: `${seen}` };
  const place = { batch: 0, steps, cost: 0, right: 0, learningRate: 0, seconds: 0 };
  return writeCheckpoint(tensorsOf(network, arrays), place, words, { [METADATA_KEY]: descriptionText(network) });
}

const A_NETWORK = 'Does it hold a network alone? Read that with fromSafetensors(bytes), and leave out from.';

/** Reads the file of a trainer with these options. */
export function readTrainer(what: string, given: Uint8Array, plan: DatalessPlan): SavedTrainer {
  const saved = readCheckpoint(what, fileBytes(what, given), A_NETWORK);
  const { steps } = saved.place;
  const words = describeSteps(plan)(0);
  checkSame(what, saved.training, { ...words, learningRate: saved.training.learningRate, [TRAINER]: '' });
  const seen = Number(saved.training[TRAINER]);
  if (!Number.isSafeInteger(seen) || !Number.isInteger(steps) || seen < steps) {
    throw fileError(`${what}: training.${TRAINER}`, `a whole number from ${steps}`, saved.training[TRAINER]);
  }
  checkSame(what, saved.training, { ...describeSteps(plan)(steps), [TRAINER]: '' });
  const arrays = arraysFrom(what, saved.tensors, plan.network, emptyState(plan).length);
  return { steps, seen, optimizerState: arrays.optimizerState, network: arrays.network };
}

/** An optimizer state of zeros, as before the first step. */
function emptyState({ network: { layers }, optimizer }: Pick<StepPlan, 'network' | 'optimizer'>): Float32Array[] {
  const zeros = () =>
    ofTrainable(layers, layers).flatMap(({ weights, biases }) =>
      [weights, biases].map(({ length }) => new Float32Array(length)),
    );
  return Array.from({ length: optimizer.slots }, zeros).flat();
}
