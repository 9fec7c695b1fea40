// A network's weights and biases as they were after an epoch.
import type { Network } from '../model/Network.js';

/** Every array of the network, and a copy of what was in it. */
export type KeptWeights = readonly { readonly array: Float32Array; readonly copy: Float32Array }[];

/** Copies them. */
export function keepWeights({ layers }: Network): KeptWeights {
  return layers.flatMap(({ weights, biases }) => [weights, biases]).map((array) => ({ array, copy: array.slice() }));
}

/** Writes them back. */
export function restoreWeights(kept: KeptWeights): void {
  for (const { array, copy } of kept) array.set(copy);
}
