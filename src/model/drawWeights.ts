// Drawing a layer's weights.
import { Random } from '../random/Random.js';
import { float32Number } from '../support/checks.js';
import type { Layer } from './Layer.js';

/** What the draws depend on. */
type Drawn = Pick<Layer, 'inputs' | 'outputs' | 'initializer' | 'seed'>;

/** The weights, [outputs, inputs], that the stream of a layer's seed and its place in the network gives. */
export function drawWeights({ inputs, outputs, initializer, seed = 0 }: Drawn, place: number): Float32Array {
  const random = Random.stream(seed, place);
  const weights = new Float32Array(inputs * outputs);
  for (let i = 0; i < weights.length; i++) {
    const weight = initializer(random, inputs, outputs);
    // Only what is no number is worth a closer look: networks are often built before this code is compiled.
    if (!Number.isFinite(weight) || !Number.isFinite(Math.fround(weight)))
      float32Number('weight drawn by the initializer', weight);
    weights[i] = weight;
  }
  return weights;
}

/**
 * True while the weights are just as they were drawn for the first place of a network, and are to be learnt. Copies, and layers that do
 * not learn, are meant as they are.
 */
export function isUntouched(layer: Layer): boolean {
  if (layer.drawn === false || layer.trainable === false) return false;
  if (layer.biases.some((bias) => bias !== 0)) return false;
  try {
    const drawn = drawWeights(layer, 0);
    return layer.weights.every((weight, index) => weight === drawn[index]);
  } catch {
    // An initializer with a memory of its own, as one that reads a list, cannot be asked twice.
    return false;
  }
}
