// What comes of a training that is described in plain words.
import {
  evaluate,
  type History,
  Layer,
  type LayerActivation,
  type Loss,
  Network,
  Random,
  type StepRecord,
  softmax,
  type TrainingOptions,
  train,
  trainSteps,
} from 'glassbox-nn';
import { Dataset, type DatasetFields } from 'glassbox-nn/data';
import { hashOfNetwork } from '../support/hashOfNetwork.js';
import { activations, losses, optimizers } from './parts.js';
import type { Training } from './trainings.js';

/** Trains on the backend that is asked for, and tells everything that came of it, or the error. */
export function outcomeOf(training: Training) {
  const network = networkOf(training);
  const data = dataOf(training);
  const options = optionsOf(training, network);
  const steps: { record: StepRecord; hash: string }[] = [];
  try {
    const history = training.paused ? inSteps(training, network, data, options, steps) : train(network, data, options);
    const records = history.map(({ seconds, ...record }) => record);
    return { steps, records, evaluation: evaluate(network, data, { loss: options.loss }), hash: hashOfNetwork(network) };
  } catch (error) {
    const { name, message } = error as Error;
    return { steps, error: `${name}: ${message}`, hash: hashOfNetwork(network) };
  }
}

export function optionsOf(training: Training, { layers }: Network) {
  const { epochs, batchSize, shuffle, seed, validationSplit, penalties, clipping, dropout, maxNorm, optimizer, learningRate } =
    training;
  return {
    ...{ epochs, batchSize, shuffle, seed, ...penalties, ...clipping },
    ...(validationSplit === undefined ? {} : { validationSplit }),
    ...(maxNorm === undefined ? {} : { maxNorm }),
    onWarning: () => {},
    loss: losses[training.loss] as Loss,
    optimizer: (optimizers[optimizer] as (typeof optimizers)[string])(learningRate),
    dropout: layers.map((_, column) => dropout[column === 0 ? 0 : 1]),
  };
}

/** Pauses after every step to note it, and changes the network by hand where it is to be changed. */
function inSteps(
  { changedAt }: Training,
  network: Network,
  data: Dataset,
  options: TrainingOptions,
  steps: { record: StepRecord; hash: string }[],
): History {
  const run = trainSteps(network, data, options);
  for (;;) {
    const { done, value } = run.next();
    if (done) return value;
    steps.push({ record: value, hash: hashOfNetwork(network) });
    if (value.step === changedAt) changeByHand(network);
  }
}

export function networkOf({ sizes, hidden, output, frozen, seed, odd }: Training): Network {
  const named = { ...activations, softmax } as Readonly<Record<string, LayerActivation>>;
  const layers = sizes.slice(1).map((outputs, index) => {
    const trainable = frozen[index] !== true;
    const name = index === sizes.length - 2 ? output : (hidden[index] as string);
    return new Layer(sizes[index] as number, outputs, {
      activation: named[name] as LayerActivation,
      seed,
      trainable,
    });
  });
  const network = new Network(layers) as Network;
  if (odd) for (const { weights, biases } of network.layers) for (const array of [weights, biases]) sprinkle(array, seed);
  return network;
}

/** Weights as a person might set them at a pause. */
function changeByHand({ layers }: Network): void {
  for (const { weights, biases } of layers) {
    weights[weights.length - 1] = 0.25;
    biases.fill(-0.125);
  }
}

export function dataOf({ sizes, count, numbers, scale, density, answers, weights, seed, odd }: Training): Dataset {
  const random = new Random(seed + 1);
  const width = sizes[0] as number;
  const outputs = sizes.at(-1) as number;
  const number = () => (numbers === 'bytes' ? 1 + random.integer(255) : random.uniform(-1, 1));
  const lit = () => (random.uniform() < density ? number() : 0);
  const inputs = new (numbers === 'bytes' ? Uint8Array : Float32Array)(count * width).map(lit);
  if (odd && numbers === 'floats') sprinkle(inputs as Float32Array, seed);
  return new Dataset({
    inputs,
    scale,
    width,
    count,
    ...answersOf(answers, count, outputs, random),
    ...weightsOf(weights, count),
  });
}

/** Weights of which some are 0; or so far apart that sums depend on their order. */
function weightsOf(kind: Training['weights'], count: number): Pick<DatasetFields, 'sampleWeights'> {
  if (kind === 'alike') return {};
  const values = kind === 'mixed' ? [2, 0, 0.3, 1] : [1e-30, 1e6, 0, 1e-45, 1];
  return { sampleWeights: Float32Array.from({ length: count }, (_, example) => values[example % values.length] as number) };
}

type Answers = Pick<DatasetFields, 'labels' | 'targets' | 'targetWidth' | 'classes' | 'classNames'>;

function answersOf(kind: Training['answers'], count: number, outputs: number, random: Random): Answers {
  if (kind === 'labels') {
    const classes = Math.max(outputs, 2);
    const labels = Int32Array.from({ length: count }, () => random.integer(classes));
    return { labels, targets: undefined, targetWidth: classes, classes, classNames: undefined };
  }
  const targets = new Float32Array(count * outputs);
  for (let row = 0; row < targets.length; row += outputs) {
    const numbers = Array.from({ length: outputs }, () => random.uniform(0.1, 1));
    const total = kind === 'shares' ? numbers.reduce((sum, number) => sum + number) : 0.5;
    targets.set(
      numbers.map((number) => number / total),
      row,
    );
  }
  return { labels: undefined, targets, targetWidth: outputs, classes: undefined, classNames: undefined };
}

/** Zeros with and without a sign, and the smallest numbers, here and there. */
function sprinkle(array: Float32Array, seed: number): void {
  const random = new Random(seed + 2);
  for (let times = 0; times < array.length / 4; times++) {
    array[random.integer(array.length)] = [-0, 0, 1e-45, -1e-40][random.integer(4)] as number;
  }
}
