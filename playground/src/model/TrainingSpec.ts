// How a network is to learn, in words and numbers.
import {
  adam,
  adamW,
  binaryCrossEntropy,
  crossEntropy,
  type Loss,
  meanSquaredError,
  type Optimizer,
  quadratic,
  rmsprop,
  sgd,
} from 'glassbox-nn';

/** Rules that move the weights; each takes a rate, which may be turned while it trains. */
export const optimizers = {
  sgd: (learningRate: () => number): Optimizer => sgd({ learningRate }),
  momentum: (learningRate: () => number): Optimizer => sgd({ learningRate, momentum: 0.9 }),
  adam: (learningRate: () => number): Optimizer => adam({ learningRate }),
  adamW: (learningRate: () => number): Optimizer => adamW({ learningRate }),
  rmsprop: (learningRate: () => number): Optimizer => rmsprop({ learningRate }),
};

/** Costs; `usual` leaves it to the network's last activation. `fittingLosses` says which of them fit a network. */
export const losses = {
  usual: undefined as Loss | undefined,
  quadratic: quadratic as Loss | undefined,
  meanSquaredError: meanSquaredError as Loss | undefined,
  crossEntropy: crossEntropy as Loss | undefined,
  binaryCrossEntropy: binaryCrossEntropy as Loss | undefined,
};

/** What there is to learn from. */
export const sources = ['digits', 'spirals', 'own'] as const;

/** A training that is to be. */
export interface TrainingSpec {
  /** MNIST's digits, two spirals, or the digits drawn here. */
  readonly source: (typeof sources)[number];
  readonly loss: keyof typeof losses;
  readonly optimizer: keyof typeof optimizers;
  readonly learningRate: number;
  readonly batchSize: number;
  /** Whole number that decides the order of the examples. */
  readonly seed: number;
}

/** What the training panel begins with. */
export const USUAL_TRAINING: TrainingSpec = {
  source: 'digits',
  loss: 'usual',
  optimizer: 'adam',
  learningRate: 0.005,
  batchSize: 32,
  seed: 0,
};

/** What a training may be set to: from, to. */
export const TRAINING_LIMITS = { learningRate: [0, 100], batchSize: [1, 5000], seed: [0, 2 ** 32 - 1] } as const;
