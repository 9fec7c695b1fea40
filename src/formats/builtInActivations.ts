// The built-in activations by the names that saved networks carry.
import {
  elu,
  gelu,
  identity,
  type LayerActivation,
  leakyRelu,
  relu,
  sigmoid,
  softmax,
  softplus,
  tanh,
} from '../model/activations/index.js';

/** The built-in activation of a name, if there is one. */
export function builtInActivation(name: string): LayerActivation | undefined {
  const all: readonly LayerActivation[] = [elu, gelu, identity, leakyRelu, relu, sigmoid, softmax, softplus, tanh];
  return all.find((activation) => activation.name === name);
}
