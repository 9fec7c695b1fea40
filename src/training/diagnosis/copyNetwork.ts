// A network to try things on.
import { learns } from '../../learning/learners.js';
import { freeze, unfreeze } from '../../model/freeze.js';
import type { Layer } from '../../model/Layer.js';
import { Network } from '../../model/Network.js';

/** A network of the same layers with the same numbers, in arrays of its own. */
export function copyNetwork({ layers }: { readonly layers: readonly Layer[] }): Network {
  return new Network(layers.map((layer) => (learns(layer) ? unfreeze(layer) : freeze(layer))));
}
