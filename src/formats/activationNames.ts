// Files hold only the names of activations: a name that is written must belong to one activation.

import { ACTIVATIONS } from '../engine/activationNames.js';
import { isBuiltIn } from '../model/activations/activation.js';
import type { LayerActivation } from '../model/activations/index.js';
import type { Layer } from '../model/Layer.js';
import { ArgumentError } from '../support/errors.js';
import { describe, wording } from '../support/wording.js';

/** Whether a custom activation has the name of a built-in one. */
export function isTaken(activation: LayerActivation): boolean {
  return !isBuiltIn(activation) && ACTIVATIONS.indexOf(activation.name) > 0;
}

/** Throws if the name of an activation of the network would be read as another activation. `what` begins the error. */
export function checkNames(what: string, layers: readonly Layer[]): void {
  const named = new Map<string, LayerActivation>();
  for (const [index, { activation }] of layers.entries()) {
    const { name } = activation;
    const other = named.get(name);
    if (isTaken(activation) || (!isBuiltIn(activation) && other !== undefined && other !== activation)) {
      const remedy = 'Give your own activation a name of its own; it would be taken for the other one when loaded.';
      throw new ArgumentError(
        wording(`${what}: layers[${index}] activation`, 'a name that is not taken', describe(name), remedy),
      );
    }
    named.set(name, activation);
  }
}
