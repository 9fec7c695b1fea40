// A network to try things on.
import { isTrainable } from '../../learning/trainableLayers.js';
import { freeze, unfreeze } from '../../model/freeze.js';
import type { Layer } from '../../model/Layer.js';
import type { NamesOptions } from '../../model/layersFrom.js';
import { Network } from '../../model/Network.js';

interface CopiedNetwork extends NamesOptions {
  readonly layers: readonly Layer[];
}

/** A network of the same layers with the same numbers, in arrays of its own, and with the same names. */
export function copyNetwork({ layers, classNames, columnNames }: CopiedNetwork): Network {
  const copies = layers.map((layer) => (isTrainable(layer) ? unfreeze(layer) : freeze(layer)));
  return new Network(copies, { classNames, columnNames });
}
