// Makes a network from its packed form.

import { float16 } from '../../linalg/float16.js';
import { zeros } from '../../model/initializers/simple.js';
import { Layer, Network } from '../../model/typedBySizes.js';
import { readBytes } from './bytes.js';
import type { PackedLayer, PackedNetwork } from './packedNetwork.js';
import { readWords } from './words.js';

/** A new network with the weights and biases of a packed one. */
export function unpackNetwork([first, second, last]: PackedNetwork): Network<[784, 16, 16, 10]> {
  return new Network([unpackLayer(first, 784, 16), unpackLayer(second, 16, 16), unpackLayer(last, 16, 10)]);
}

/** A new layer with the weights and biases of a packed one. */
export function unpackLayer<I extends number, O extends number>(packed: PackedLayer, inputs: I, outputs: O): Layer<I, O> {
  const { activation, bits, weights, scales, biases } = packed;
  const layer = new Layer(inputs, outputs, { activation, initializer: zeros });
  const count = inputs * outputs;
  const words = bits === 8 ? readBytes(weights, count) : readWords(weights, count, bits);
  for (const [index, word] of words.entries()) {
    const scale = scales?.[Math.floor(index / inputs)];
    layer.weights[index] = scale === undefined ? float16(word) : (word - 128) * scale;
  }
  layer.biases.set(biases);
  return layer;
}
