// The network of a model as glassbox-nn builds it: where all sides start from.
import { Network, relu, sigmoid, softmax } from 'glassbox-nn';
import type { Model } from './works.js';

const ACTIVATIONS = { sigmoid, relu, softmax };

export function startNetwork({ sizes, hidden, output }: Model): Network {
  return new Network(sizes as readonly [number, number], { hidden: ACTIVATIONS[hidden], output: ACTIVATIONS[output], seed: 0 });
}
