// A copy of a layer, with weights and biases of its own.
import { giveWeights } from './drawWeights.js';
import { Layer } from './Layer.js';

/** The same layer in arrays of its own, trainable or not. Numbers that are not finite are copied too. */
export function copyLayer(layer: Layer, trainable: boolean): Layer {
  const { inputs, outputs, activation, initializer, biasInitializer, seed, weights, biases } = layer;
  const copy = new Layer(inputs, outputs, { activation, initializer, biasInitializer, seed, trainable });
  giveWeights(copy, weights.slice(), biases.slice());
  return copy;
}
