// Trainings of every kind, as plain descriptions that fast-check can make, shrink and print, and what comes of them.

import fc from 'fast-check';
import {
  adam,
  adamW,
  binaryCrossEntropy,
  crossEntropy,
  elu,
  evaluate,
  gelu,
  identity,
  Layer,
  type LayerActivation,
  type Loss,
  leakyRelu,
  meanSquaredError,
  Network,
  type Optimizer,
  quadratic,
  Random,
  relu,
  rmsprop,
  type StepRecord,
  sgd,
  sigmoid,
  softmax,
  softplus,
  tanh,
  trainSteps,
} from 'glassbox-nn';
import { Dataset, type DatasetFields } from 'glassbox-nn/data';
import { hashOfNetwork } from '../support/hashOfNetwork.js';
import { bent, ownDescent, ownMemory, quartic } from './ownFunctions.js';

const activations: Readonly<Record<string, LayerActivation>> = {
  identity,
  relu,
  leakyRelu,
  sigmoid,
  tanh,
  elu,
  softplus,
  gelu,
  bent,
};

const losses: Readonly<Record<string, Loss>> = { quadratic, meanSquaredError, crossEntropy, binaryCrossEntropy, quartic };

const optimizers: Readonly<Record<string, (learningRate: number) => Optimizer>> = {
  sgd: (learningRate) => sgd({ learningRate }),
  'sgd with decay': (learningRate) => sgd({ learningRate, weightDecay: 0.01 }),
  momentum: (learningRate) => sgd({ learningRate, momentum: 0.9 }),
  'momentum with decay': (learningRate) => sgd({ learningRate, momentum: 0.9, weightDecay: 0.01 }),
  nesterov: (learningRate) => sgd({ learningRate, momentum: 0.9, nesterov: true }),
  rmsprop: (learningRate) => rmsprop({ learningRate }),
  'rmsprop with decay': (learningRate) => rmsprop({ learningRate, weightDecay: 0.01 }),
  adam: (learningRate) => adam({ learningRate }),
  adamW: (learningRate) => adamW({ learningRate }),
  ownDescent: (learningRate) => ({ ...ownDescent, learningRate }),
  ownMemory: (learningRate) => ({ ...ownMemory, learningRate }),
};

/** One training, in plain words. */
export interface Training {
  readonly sizes: readonly number[];
  readonly hidden: readonly string[];
  readonly output: string;
  readonly loss: string;
  readonly optimizer: string;
  readonly learningRate: number;
  readonly penalties: { readonly l1?: number; readonly l2?: number };
  readonly clipping: { readonly clipValue?: number; readonly clipNorm?: number; readonly globalClipNorm?: number };
  /** The rate of the input and of every hidden column. */
  readonly dropout: readonly [input: number, hidden: number];
  readonly shuffle: boolean;
  readonly batchSize: number;
  readonly epochs: number;
  readonly validationSplit: number | undefined;
  /** After which step the weights are changed by hand. */
  readonly changedAt: number | undefined;
  readonly seed: number;
  readonly count: number;
  readonly numbers: 'bytes' | 'floats';
  readonly scale: number;
  /** Share of the inputs that are not 0. */
  readonly density: number;
  readonly answers: 'labels' | 'shares' | 'numbers';
  /** Whether there are zeros with a sign, and numbers too small for a float32 to be normal. */
  readonly odd: boolean;
}

const size = fc.oneof(fc.constantFrom(1, 2, 3, 5, 17), fc.integer({ min: 1, max: 70 }));
const someOf = (names: object) => fc.constantFrom(...Object.keys(names));
const rarely = <Value>(arbitrary: fc.Arbitrary<Value>) => fc.option(arbitrary, { nil: undefined, freq: 2 });
const mostly = <Value>(usual: Value, other: fc.Arbitrary<Value>) =>
  fc.oneof({ arbitrary: fc.constant(usual), weight: 2 }, { arbitrary: other, weight: 1 });
const share = fc.constantFrom(0.1, 0.5, 0.9);

/** Every training that `train` accepts. */
export const trainings: fc.Arbitrary<Training> = fc
  .record({
    sizes: fc
      .tuple(fc.oneof(size, fc.constantFrom(1, 64, 127, 128, 129, 785)), fc.array(size, { minLength: 1, maxLength: 3 }))
      .map(([inputs, columns]) => [inputs, ...columns]),
    hidden: fc.array(someOf(activations), { minLength: 2, maxLength: 2 }),
    output: someOf({ ...activations, softmax }),
    loss: someOf(losses),
    optimizer: someOf(optimizers),
    learningRate: mostly(0.1, fc.constantFrom(0.01, 1, 30, 1e4, 1e30)),
    penalties: fc.record({ l1: share, l2: share }, { requiredKeys: [] }).map((given) => shrunk(given, 0.1)),
    clipping: mostly<Training['clipping']>(
      {},
      fc.oneof(
        fc.record({ clipValue: fc.constantFrom(1e-3, 0.1) }),
        fc.record({ clipNorm: fc.constantFrom(1e-2, 1) }),
        fc.record({ globalClipNorm: fc.constantFrom(1e-2, 1) }),
      ),
    ),
    dropout: fc.tuple(mostly(0, share), mostly(0, share)),
    shuffle: fc.boolean(),
    batchSize: fc.oneof(fc.integer({ min: 1, max: 20 }), fc.constantFrom(127, 128, 129, 200)),
    epochs: fc.integer({ min: 1, max: 2 }),
    validationSplit: rarely(fc.constantFrom(0.3, 0.5)),
    changedAt: rarely(fc.integer({ min: 1, max: 3 })),
    seed: fc.integer({ min: 0, max: 1000 }),
    count: fc.oneof(
      { arbitrary: fc.integer({ min: 2, max: 40 }), weight: 3 },
      { arbitrary: fc.constantFrom(131, 270), weight: 1 },
    ),
    numbers: fc.constantFrom<Training['numbers'][]>('bytes', 'floats'),
    scale: mostly(1, fc.constantFrom(1 / 255, 0.3, 1e15, 1e36)),
    density: fc.constantFrom(0, 0.02, 0.2, 0.45, 0.55, 1),
    answers: fc.constantFrom<Training['answers'][]>('labels', 'shares', 'numbers'),
    odd: fc.boolean(),
  })
  .map(fitting);

function shrunk(given: Training['penalties'], by: number): Training['penalties'] {
  return Object.fromEntries(Object.entries(given).map(([name, value]) => [name, value * by]));
}

/** The nearest training whose answers fit its loss and its last activation. */
function fitting(training: Training): Training {
  const { sizes, output, loss, answers } = training;
  const needsShares = ['crossEntropy', 'binaryCrossEntropy'].includes(loss) || ['sigmoid', 'softmax'].includes(output);
  if (answers === 'numbers' && needsShares) return { ...training, answers: 'shares' };
  if (answers === 'labels' && loss === 'crossEntropy' && sizes.at(-1) === 1) return { ...training, answers: 'shares' };
  return training;
}

/** Trains step by step on the backend that is asked for, and tells everything that came of it, or the error. */
export function outcomeOf(training: Training) {
  const network = networkOf(training);
  const data = dataOf(training);
  const { epochs, batchSize, shuffle, seed, validationSplit, penalties, clipping, dropout, changedAt } = training;
  const loss = losses[training.loss] as Loss;
  const options = {
    ...{ loss, epochs, batchSize, shuffle, seed, ...penalties, ...clipping },
    ...(validationSplit === undefined ? {} : { validationSplit }),
    optimizer: (optimizers[training.optimizer] as (typeof optimizers)[string])(training.learningRate),
    dropout: network.layers.map((_, column) => dropout[column === 0 ? 0 : 1]),
  };
  const steps: { record: StepRecord; hash: string }[] = [];
  const run = trainSteps(network, data, options);
  try {
    for (;;) {
      const { done, value } = run.next();
      if (done) {
        const history = value.map(({ seconds, ...record }) => record);
        return { steps, history, evaluation: evaluate(network, data, { loss }), hash: hashOfNetwork(network) };
      }
      steps.push({ record: value, hash: hashOfNetwork(network) });
      if (value.step === changedAt) changeByHand(network);
    }
  } catch (error) {
    const { name, message } = error as Error;
    return { steps, error: `${name}: ${message}`, hash: hashOfNetwork(network) };
  }
}

function networkOf({ sizes, hidden, output, seed, odd }: Training): Network {
  const named = { ...activations, softmax } as Readonly<Record<string, LayerActivation>>;
  const layers = sizes.slice(1).map((outputs, index) => {
    const name = index === sizes.length - 2 ? output : (hidden[index] as string);
    return new Layer(sizes[index] as number, outputs, { activation: named[name] as LayerActivation, seed, place: index });
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

function dataOf({ sizes, count, numbers, scale, density, answers, seed, odd }: Training): Dataset {
  const random = new Random(seed + 1);
  const width = sizes[0] as number;
  const outputs = sizes.at(-1) as number;
  const number = () => (numbers === 'bytes' ? 1 + random.integer(255) : random.uniform(-1, 1));
  const lit = () => (random.uniform() < density ? number() : 0);
  const inputs = new (numbers === 'bytes' ? Uint8Array : Float32Array)(count * width).map(lit);
  if (odd && numbers === 'floats') sprinkle(inputs as Float32Array, seed);
  return new Dataset({ inputs, scale, width, count, ...answersOf(answers, count, outputs, random) });
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
