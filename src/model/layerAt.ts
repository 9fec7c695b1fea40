// A layer of a network, by its index.
import { wholeNumber } from '../support/checks.js';
import type { Layer } from './Layer.js';
import type { Network } from './Network.js';

/** The layer at an index of `network.layers`. */
export function layerAt(network: Network, index: number): Layer {
  wholeNumber('layer', index, 0, network.layers.length - 1, 'It is an index of network.layers.');
  return network.layers[index];
}
