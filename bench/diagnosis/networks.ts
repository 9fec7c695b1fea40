// Networks for the tasks, and what is done to their weights.
import {
  type Activation,
  binaryCrossEntropy,
  type Initializer,
  identity,
  type LayerActivation,
  type Loss,
  Network,
  relu,
  sigmoid,
  softmax,
} from 'glassbox-nn';
import type { Task } from './tasks.js';

/** What may be other than usual. */
export interface Shape {
  readonly hidden?: Activation;
  readonly output?: LayerActivation;
  readonly initializer?: Initializer;
  readonly seed?: number;
}

/** A network for a task, with the output that is usual for it. */
export function networkFor(task: Task, columns: readonly number[], shape: Shape = {}): Network {
  return new Network([task.learn.width, ...columns, task.outputs] as readonly number[], {
    hidden: relu,
    output: usualOutput(task),
    ...shape,
  }) as Network;
}

/** Identity for numbers, sigmoid for two classes on one output, softmax for classes. */
function usualOutput({ learn, outputs }: Task): LayerActivation {
  return learn.labels === undefined ? identity : outputs === 1 ? sigmoid : softmax;
}

/** The loss that goes with the usual output, where it is not the default. */
export function usualLoss({ learn, outputs }: Task): { readonly loss?: Loss } {
  return learn.labels !== undefined && outputs === 1 ? { loss: binaryCrossEntropy } : {};
}

/** The network with the weights of a layer times a factor. */
export function times(network: Network, layer: number, factor: number): Network {
  const { weights } = network.layers[layer];
  for (let i = 0; i < weights.length; i++) weights[i] *= factor;
  return network;
}

/** The network with the biases of the first neurons of a layer at a value. */
export function biased(network: Network, layer: number, value: number, neurons?: number): Network {
  network.layers[layer].biases.fill(value, 0, neurons);
  return network;
}
