// Whether something is a network: duck-typed, since two copies of this library may meet.
import { checkLayerHeld } from '../support/checks.js';
import { ArgumentError } from '../support/errors.js';
import { isList, kindOf, readable } from '../support/views.js';
import { describe, wording } from '../support/wording.js';
import type { Layer } from './Layer.js';

/** The fields of a network that are checked. */
interface NetworkLike {
  readonly layers: readonly Layer[];
  readonly sizes: readonly number[];
  readonly parameterCount?: number;
  /** A classifier has it, and no network. */
  readonly read?: unknown;
}

/**
 * Throws unless it is a network, of which nothing is missing.
 *
 * @throws {@link ArgumentError} for anything else, and {@link StateError} for one whose weights or biases were handed to a worker.
 */
export function checkNetwork(network: NetworkLike): void {
  const { layers, sizes, parameterCount, read } = readable<NetworkLike>(network);
  const whole = isList(layers) && layers.length > 0 && layers.every((layer) => kindOf(readable<Layer>(layer).weights));
  if (!whole || readable<readonly number[]>(sizes).length !== layers.length + 1) {
    const remedy =
      typeof read === 'function'
        ? 'Give classifier.network, and scaling.apply(data) or preparation.apply(table).'
        : 'For example new Network([784, 16, 16, 10]).';
    throw new ArgumentError(wording('network', 'a Network', describe(network), remedy));
  }
  // A getter of the class, which a spread copy leaves behind.
  if (parameterCount === undefined || !(parameterCount > 0)) {
    const remedy = 'A copy as { ...network } has the fields and not the methods: pass on the network itself.';
    throw new ArgumentError(wording('network', 'a Network', 'a copy of its fields', remedy));
  }
  for (const [index, layer] of layers.entries()) checkLayerHeld(`layers[${index}]`, layer);
}
