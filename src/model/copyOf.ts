import { checkNetwork } from './checkNetwork.js';
import { copyLayer } from './copyLayer.js';
import { Network as PlainNetwork } from './Network.js';
import type { Sizes } from './sizes.js';
import type { Network } from './typedBySizes.js';

/**
 * An independent copy of a network: the same layers with the same numbers, in arrays of its own. What is trained or changed in one
 * changes nothing in the other. Activations, initializers, seeds, `trainable`, `classNames` and `columnNames` are copied too.
 *
 * A copy of an instance of a subclass is a plain `Network`; `new MyNetwork(copyOf(network).layers)` makes one of the subclass, if its
 * constructor takes layers.
 *
 * @param network - The network; not changed.
 * @returns A network of the same sizes.
 * @throws {@link ArgumentError} for anything but a network, and {@link StateError} for one whose weights or biases were handed to a
 * worker.
 *
 * @example
 * ```ts
 * import { copyOf, evaluate, Network, Random, relu } from 'glassbox-nn';
 * import { xor } from 'glassbox-nn/data';
 *
 * // Neuroevolution: change a copy at random, and keep the better of the two.
 * const random = new Random(0);
 * let best = new Network([2, 4, 1], { hidden: relu });
 * for (let generation = 0; generation < 300; generation++) {
 *   const child = copyOf(best);
 *   for (const { weights, biases } of child.layers) {
 *     for (const numbers of [weights, biases]) numbers.forEach((number, i) => (numbers[i] = number + 0.3 * random.normal()));
 *   }
 *   if (evaluate(child, xor()).loss < evaluate(best, xor()).loss) best = child;
 * }
 * evaluate(best, xor()).accuracy; // => 1
 * ```
 */
export function copyOf<S extends Sizes>(network: Network<S>): Network<S>;
export function copyOf(network: PlainNetwork): PlainNetwork {
  checkNetwork(network);
  const { layers, classNames, columnNames } = network;
  // A layer of another version may not say whether it is trainable, and is.
  const copies = layers.map((layer) => copyLayer(layer, layer.trainable !== false));
  return new PlainNetwork(copies, { classNames, columnNames });
}
