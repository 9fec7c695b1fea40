// What trainings are made of, by name: all that is built in, and some of a user's own.
import { adam, adamW, type LayerActivation, type Loss, type Optimizer, rmsprop, sgd } from 'glassbox-nn';
import * as builtIns from '../support/builtIns.js';
import { bent, customDescent, customState, quartic } from './customFunctions.js';

/** Every activation of a hidden layer. */
export const activations: Readonly<Record<string, LayerActivation>> = {
  ...builtIns.activations,
  bent,
};

/** Every loss. */
export const losses: Readonly<Record<string, Loss>> = {
  ...Object.fromEntries(builtIns.losses.map((loss) => [loss.name, loss])),
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
  customDescent: (learningRate) => ({ ...customDescent, learningRate }),
  customState: (learningRate) => ({ ...customState, learningRate }),
};
