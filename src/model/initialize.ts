// Drawing a layer's weights.
import { Random } from '../random/Random.js';
import { float32Number } from '../support/checks.js';
import type { Layer } from './Layer.js';

/** Draws the weights anew from the stream of the layer's seed and its place in the network; biases go to 0. */
export function initialize(layer: Layer, place: number): void {
  layer.weights.set(drawWeights(layer, place));
  layer.biases.fill(0);
}

/** True while the weights are just as they were drawn for the first place of a network. */
export function isUntouched(layer: Layer): boolean {
  const drawn = drawWeights(layer, 0);
  return layer.biases.every((bias) => bias === 0) && layer.weights.every((weight, index) => weight === drawn[index]);
}

/** The weights that the stream of the layer's seed and its place gives. */
export function drawWeights(layer: Layer, place: number): Float32Array {
  const { inputs, outputs, initializer, seed = 0 } = layer;
  const random = Random.stream(seed, place);
  const draw = () => float32Number('weight drawn by the initializer', initializer(random, inputs, outputs));
  return Float32Array.from({ length: inputs * outputs }, draw);
}
