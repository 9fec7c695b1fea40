// Whether something is a network.
import { ArgumentError } from '../support/errors.js';
import { describe, wording } from '../support/wording.js';
import type { Layer } from './Layer.js';

/** Throws unless it is a network, told by its form, since two copies of this library may meet. */
export function checkNetwork(network: { readonly layers: readonly Layer[]; readonly sizes: readonly number[] }): void {
  const layers: unknown = network?.layers;
  const whole = Array.isArray(layers) && layers.length > 0 && layers.every((layer) => ArrayBuffer.isView(layer?.weights));
  if (!whole || network.sizes?.length !== layers.length + 1) {
    const { read } = (network ?? {}) as { readonly read?: unknown };
    const remedy =
      typeof read === 'function'
        ? 'Give classifier.network, and scaling.apply(data).'
        : 'For example new Network([784, 16, 16, 10]).';
    throw new ArgumentError(wording('network', 'a Network', describe(network), remedy));
  }
  // A getter of the class, which a spread copy leaves behind.
  if (!(((network as { readonly parameterCount?: number }).parameterCount as number) > 0)) {
    const remedy = 'A copy as { ...network } has the fields and not the methods: pass on the network itself.';
    throw new ArgumentError(wording('network', 'a Network', 'a copy of its fields', remedy));
  }
}
