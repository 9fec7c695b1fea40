// A network of the same layers, with arrays of their own.
import { Layer } from '../model/Layer.js';
import { Network } from '../model/Network.js';

/** Copies weights and biases, which are finite; the names stay behind. */
export function copyNetwork({ layers }: Network): Network {
  return new Network(
    layers.map(
      ({ inputs, outputs, activation, weights, biases, trainable }) =>
        new Layer(inputs, outputs, { activation, weights, biases, trainable }),
    ),
  );
}
