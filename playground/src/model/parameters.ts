// All knobs of a network as one array: each layer's weights, then its biases. What goes between the page and its worker.
import type { Network } from 'glassbox-nn';

/** A copy of all weights and biases. */
export function readParameters(network: Network): Float32Array<ArrayBuffer> {
  const all = new Float32Array(network.parameterCount);
  let at = 0;
  for (const { weights, biases } of network.layers) {
    all.set(weights, at);
    all.set(biases, at + weights.length);
    at += weights.length + biases.length;
  }
  return all;
}

/** Puts them back, in place. */
export function writeParameters(network: Network, all: Float32Array): void {
  let at = 0;
  for (const { weights, biases } of network.layers) {
    weights.set(all.subarray(at, at + weights.length));
    biases.set(all.subarray(at + weights.length, at + weights.length + biases.length));
    at += weights.length + biases.length;
  }
}
