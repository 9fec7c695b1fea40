// A network for a step or an examination: its layers have weights and biases of their own.
import type { Layer } from '../model/Layer.js';
import type { Network } from '../model/Network.js';

/** Copies weights and biases. Of a layer there are its fields alone; of the network, the layers and what follows from its sizes. */
export function copyNetwork(network: Network): Network {
  const layers = network.layers.map((layer) => {
    const { inputs, outputs, weights, biases, activation, trainable, parameterCount } = layer;
    const fields: Partial<Layer> = { inputs, outputs, activation, trainable, parameterCount };
    return { ...fields, weights: weights.slice(), biases: biases.slice() };
  });
  return Object.create(network, { layers: { value: layers } });
}
