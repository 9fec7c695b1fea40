// Whether something is a network, and whole.
import { ArgumentError } from '../support/errors.js';
import { checkLayerHeld } from '../support/memory.js';
import { isList, kindOf, readable } from '../support/views.js';
import { describe, wording } from '../support/wording.js';
import type { Layer } from './Layer.js';

/** What is looked at. */
interface NetworkLike {
  readonly layers: readonly Layer[];
  readonly sizes: readonly number[];
}

/**
 * Throws unless it is a network: duck-typed, since two copies of this library may meet.
 *
 * @throws {@link ArgumentError} for anything else, and {@link StateError} for one whose weights or biases were handed to a worker.
 */
export function checkNetwork(network: NetworkLike): void {
  const { layers, sizes, parameterCount, read } = readable<NetworkLike & { parameterCount: unknown; read: unknown }>(network);
  const whole = isList(layers) && layers.length > 0 && layers.every((layer) => kindOf(readable<Layer>(layer).weights));
  if (!whole || readable<readonly number[]>(sizes).length !== layers.length + 1) {
    const remedy =
      typeof read === 'function'
        ? 'Give classifier.network, and scaling.apply(data).'
        : 'For example new Network([784, 16, 16, 10]).';
    throw new ArgumentError(wording('network', 'a Network', describe(network), remedy));
  }
  // A getter of the class, which a spread copy leaves behind.
  if (!((parameterCount as number) > 0)) {
    const remedy = 'A copy as { ...network } has the fields and not the methods: pass on the network itself.';
    throw new ArgumentError(wording('network', 'a Network', 'a copy of its fields', remedy));
  }
  for (const [index, layer] of layers.entries()) checkLayerHeld(`layers[${index}]`, layer);
}
