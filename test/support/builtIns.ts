// The built-in activations, losses and optimizers, for the tests of all that must know every one of them: a new one is a line here.
// That none is missing is held by test/builtIns.node.test.ts.
import {
  type Activation,
  adam,
  adamW,
  binaryCrossEntropy,
  crossEntropy,
  elu,
  gelu,
  identity,
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

/** Every activation that a hidden layer may have; softmax is of another kind, and stands last alone. */
export const activations = { identity, relu, leakyRelu, sigmoid, tanh, elu, softplus, gelu } as const;

/** The same as a list. */
export const elementwise: readonly Activation[] = Object.values(activations);

/** Every loss. */
export const losses: readonly Loss[] = [quadratic, meanSquaredError, crossEntropy, binaryCrossEntropy];

/** Every function that makes an optimizer. */
export const optimizers: Readonly<Record<string, () => Optimizer>> = { sgd, adam, adamW, rmsprop };
