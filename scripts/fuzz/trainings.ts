// Trainings whose checkpoints are fuzzed: what each of them saved, step by step, and how to go on from given bytes.
import { adam, earlyStopping, fit, freeze, Network, relu, sgd, softmax, type TrainingOptions, tanh } from 'glassbox-nn';
import { type Dataset, dataset } from 'glassbox-nn/data';
import { checkpointIn } from 'glassbox-nn/formats';
import { hashOfNetwork } from '../../test/support/hashOfNetwork.js';

/** A training, and its checkpoints. */
export interface KeptTraining {
  readonly name: string;
  readonly saved: readonly Uint8Array[];
  /** Goes on from a checkpoint. Throws an `Error` without a code if it is refused and the network is not as it was. */
  readonly resume: (bytes: Uint8Array) => Promise<unknown>;
}

const POINTS = dataset({
  inputs: Array.from({ length: 10 }, (_, index) => [index / 10, (index % 3) / 3, 1 - index / 10]),
  labels: Array.from({ length: 10 }, (_, index) => index % 2),
});

async function keep(name: string, data: Dataset, fresh: () => Network, options: TrainingOptions): Promise<KeptTraining> {
  const saved: Uint8Array[] = [];
  const checkpoint = checkpointIn({ load: () => saved.at(-1), save: (bytes) => saved.push(bytes) }, { everySteps: 1 });
  await fit(fresh(), data, { ...options, checkpoint });
  return { name, saved, resume: (bytes) => resume(bytes, data, fresh(), options) };
}

async function resume(bytes: Uint8Array, data: Dataset, network: Network, options: TrainingOptions): Promise<unknown> {
  const before = hashOfNetwork(network);
  const checkpoint = checkpointIn({ load: () => bytes, save: () => {} });
  try {
    return await fit(network, data, { ...options, checkpoint });
  } catch (error) {
    // Of a training that went on and then diverged, the network keeps its last whole step.
    if ((error as { code?: string }).code === 'NUMERIC' || hashOfNetwork(network) === before) throw error;
    throw new Error('refused, but the network was changed', { cause: error });
  }
}

/** Its first layer does not learn, so that the optimizer keeps no state of it. */
function frozen(): Network {
  const [first, last] = new Network([3, 3, 2], { output: softmax }).layers;
  return new Network([freeze(first), last]);
}

/** All of them. */
export const trainings: readonly KeptTraining[] = [
  await keep('adam', POINTS, () => new Network([3, 3, 2], { hidden: tanh, output: softmax }), {
    optimizer: adam(),
    batchSize: 4,
    epochs: 2,
    validationSplit: 0.2,
    seed: 3,
  }),
  await keep('earlyStopping', POINTS, () => new Network([3, 2, 2], { hidden: relu, output: softmax }), {
    optimizer: sgd({ learningRate: 0.1, momentum: 0.9 }),
    batchSize: 5,
    epochs: 3,
    validationSplit: 0.2,
    earlyStopping: earlyStopping({ patience: 2, restoreBestWeights: true }),
    dropout: 0.2,
    seed: 4,
  }),
  await keep('frozen', POINTS, frozen, { batchSize: 10, epochs: 2, shuffle: false }),
];
