// What trainings are made of, by name: all that is built in, and some of a user's own.
import {
  adam,
  adamW,
  binaryCrossEntropy,
  crossEntropy,
  elu,
  gelu,
  identity,
  type LayerActivation,
  type Loss,
  leakyRelu,
  meanSquaredError,
  type Optimizer,
  quadratic,
  relu,
  rmsprop,
  sgd,
  sigmoid,
  softplus,
  tanh,
} from 'glassbox-nn';
import { bent, ownDescent, ownMemory, quartic } from './ownFunctions.js';

/** Every activation of a hidden layer. */
export const activations: Readonly<Record<string, LayerActivation>> = {
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

/** Every loss. */
export const losses: Readonly<Record<string, Loss>> = {
  quadratic,
  meanSquaredError,
  crossEntropy,
  binaryCrossEntropy,
  quartic,
};

/** Every optimizer, by its learning rate. */
export const optimizers: Readonly<Record<string, (learningRate: number) => Optimizer>> = {
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
