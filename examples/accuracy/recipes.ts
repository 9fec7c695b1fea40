// What each network is, how it learns, and what it is known to reach.
import {
  adam,
  cosineDecay,
  inTurn,
  type Loss,
  Network,
  type NetworkOptions,
  type Optimizer,
  quadratic,
  relu,
  type Schedule,
  sgd,
  softmax,
  stepsOf,
  type TrainingOptions,
  warmup,
} from 'glassbox-nn';
import { augment, brightness, elastic, fallingStrength, rotate, shear, shift, zoom } from 'glassbox-nn/data';

export interface Recipe {
  readonly title: string;
  /** The mean test accuracy in per cent below which something is wrong. */
  readonly promise: number;
  readonly epochs: number;
  readonly batchSize: number;
  network(seed: number): Network;
  optimizer(learningRate: Schedule): Optimizer;
  /** The highest rate, which a short warm-up climbs to and a cosine descends from. */
  readonly learningRate: number;
  readonly loss?: Loss;
  readonly dropout?: readonly number[];
  readonly augmentation?: TrainingOptions['augmentation'];
}

/** As hands differ: a little moved, turned, stretched, slanted, bent and pressed; less towards the end. */
const handwriting = augment(
  [shift(0.8), rotate(9), zoom(0.09), shear(0.1), elastic({ sigma: 3, amplitude: 0.6 }), brightness(0.4)],
  { width: 28, strength: fallingStrength({ full: 0.65, end: 0.35 }) },
);

/** Simard, Steinkraus and Platt (2003) bend more; a network of 800 has the room for it. */
const bentHandwriting = augment(
  [shift(1.5), rotate(12), zoom(0.12), shear(0.15), elastic({ sigma: 4, amplitude: 1.2 }), brightness(0.4)],
  { width: 28, strength: fallingStrength({ full: 0.65, end: 0.35 }) },
);

const sized =
  <S extends readonly number[]>(sizes: S, options: NetworkOptions = {}) =>
  (seed: number): Network =>
    new Network([...sizes], { ...options, seed });

export const RECIPES = {
  classic: {
    title: '784-16-16-10, sigmoid everywhere, quadratic cost, momentum',
    promise: 96.7,
    epochs: 800,
    batchSize: 32,
    network: sized([784, 16, 16, 10]),
    optimizer: (learningRate) => sgd({ learningRate, momentum: 0.9 }),
    learningRate: 0.15,
    loss: quadratic,
    augmentation: handwriting,
  },
  sigmoid: {
    title: '784-16-16-10, sigmoid, softmax, Adam',
    promise: 97.1,
    epochs: 600,
    batchSize: 128,
    network: sized([784, 16, 16, 10], { output: softmax }),
    optimizer: (learningRate) => adam({ learningRate }),
    learningRate: 0.003,
    augmentation: handwriting,
  },
  default: {
    title: '784-16-16-10, ReLU, softmax, Adam',
    promise: 97.4,
    epochs: 800,
    batchSize: 128,
    network: sized([784, 16, 16, 10], { hidden: relu, output: softmax }),
    optimizer: (learningRate) => adam({ learningRate }),
    learningRate: 0.006,
    augmentation: handwriting,
  },
  nielsen: {
    title: '784-100-10, ReLU, softmax, Adam',
    promise: 98.0,
    epochs: 100,
    batchSize: 128,
    network: sized([784, 100, 10], { hidden: relu, output: softmax }),
    optimizer: (learningRate) => adam({ learningRate }),
    learningRate: 0.003,
    augmentation: handwriting,
  },
  lecun: {
    title: '784-300-100-10 without augmentation, ReLU, softmax, Adam, dropout',
    promise: 98.3,
    epochs: 40,
    batchSize: 128,
    network: sized([784, 300, 100, 10], { hidden: relu, output: softmax }),
    optimizer: (learningRate) => adam({ learningRate }),
    learningRate: 0.002,
    dropout: [0.2, 0.4, 0.2],
  },
  simard: {
    title: '784-800-10 with elastic distortions, ReLU, softmax, Adam',
    promise: 99.2,
    epochs: 80,
    batchSize: 128,
    network: sized([784, 800, 10], { hidden: relu, output: softmax }),
    optimizer: (learningRate) => adam({ learningRate }),
    learningRate: 0.001,
    augmentation: bentHandwriting,
  },
} satisfies Record<string, Recipe>;

export function recipeNamed(name: string): Recipe {
  if (!Object.hasOwn(RECIPES, name)) {
    throw new Error(`There is no recipe ${JSON.stringify(name)}. Choose one of ${Object.keys(RECIPES).join(', ')}.`);
  }
  return RECIPES[name as keyof typeof RECIPES];
}

/** Options of `fit` for a recipe and a number of examples. */
export function trainingOptions(recipe: Recipe, count: number, seed: number) {
  const { epochs, batchSize, loss, dropout, augmentation } = recipe;
  const steps = stepsOf(count, epochs, batchSize);
  const climb = Math.max(1, Math.round(steps * 0.02));
  const learningRate = inTurn(
    warmup({ to: recipe.learningRate, steps: climb }),
    cosineDecay({ from: recipe.learningRate, steps: steps - climb }),
  );
  return {
    ...{ optimizer: recipe.optimizer(learningRate), epochs, batchSize, seed },
    ...(loss && { loss }),
    ...(dropout && { dropout }),
    ...(augmentation && { augmentation }),
  };
}
