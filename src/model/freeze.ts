import { checkLayer } from './checkLayer.js';
import { copyLayer } from './copyLayer.js';
import type { Layer as PlainLayer } from './Layer.js';
import type { Layer } from './typedBySizes.js';

/**
 * A copy of a layer that is not trained: training passes the gradient through it to the layers before, and leaves its weights and biases
 * as they are. For networks that learn a new task on top of what they know.
 *
 * @param layer - The layer; not changed.
 * @returns A layer with the same numbers, in arrays of its own, and `trainable` false. A network takes it as it is.
 * @throws {@link ArgumentError} for what is no layer.
 *
 * @example
 * ```ts
 * import { freeze, Layer, Network, relu, softmax, train } from 'glassbox-nn';
 * import { xor } from 'glassbox-nn/data';
 *
 * const known = new Network([2, 8, 2], { hidden: relu });
 * const network = new Network([freeze(known.layers[0]), new Layer(8, 2, { activation: softmax })]);
 * train(network, xor(), { epochs: 5 });
 * network.layers[0].weights.every((weight, i) => weight === known.layers[0].weights[i]); // => true
 * network.layers[0].trainable; // => false
 * ```
 */
export function freeze<I extends number, O extends number>(layer: Layer<I, O>): Layer<I, O>;
export function freeze(layer: PlainLayer): PlainLayer {
  return copyLayer(checkLayer('freeze: layer', layer), false);
}

/**
 * A copy of a layer that is trained: the way back of {@link freeze}.
 *
 * @param layer - The layer; not changed.
 * @returns A layer with the same numbers, in arrays of its own, and `trainable` true. A network takes it as it is.
 * @throws {@link ArgumentError} for what is no layer.
 *
 * @example
 * ```ts
 * import { freeze, Layer, unfreeze } from 'glassbox-nn';
 *
 * unfreeze(freeze(new Layer(2, 1))).trainable; // => true
 * ```
 */
export function unfreeze<I extends number, O extends number>(layer: Layer<I, O>): Layer<I, O>;
export function unfreeze(layer: PlainLayer): PlainLayer {
  return copyLayer(checkLayer('unfreeze: layer', layer), true);
}
