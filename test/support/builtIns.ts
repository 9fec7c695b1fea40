// The built-in activations, losses and optimizers, for the tests of all that must know every one of them: a new one is a line here.
// That none is missing is held by test/builtIns.node.test.ts.
import {
  type Activation,
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
import { activationRows } from './activationRows.js';

/** Every activation that a hidden layer may have; softmax is of another kind, and stands last alone. */
export const activations = Object.fromEntries(
  Object.entries(activationRows).map(([name, { activation }]) => [name, activation]),
) as { readonly [Name in keyof typeof activationRows]: Activation };

/** The same as a list. */
export const elementwise: readonly Activation[] = Object.values(activations);

/** Every loss. */
export const losses: readonly Loss[] = [quadratic, meanSquaredError, crossEntropy, binaryCrossEntropy];

/** Every function that makes an optimizer. */
export const optimizers: Readonly<Record<string, () => Optimizer>> = { sgd, adam, adamW, rmsprop };
