// The weights and biases of a training's best epoch, copied and restored.
import type { Network } from '../model/Network.js';

/** Every array of the network, and a copy of what it held. */
export type BestWeights = readonly { readonly array: Float32Array; readonly copy: Float32Array }[];

/** Copies all weights and biases: [weights, biases] of each layer. */
export function copyWeights({ layers }: Network): BestWeights {
  return layers.flatMap(({ weights, biases }) => [weights, biases]).map((array) => ({ array, copy: array.slice() }));
}

/** Writes them back into the network. */
export function restoreWeights(weights: BestWeights): void {
  for (const { array, copy } of weights) array.set(copy);
}
