// Activations by the names that a file holds: the built-in ones, and custom ones that the caller passes in.
import { checkActivation } from '../model/activations/checkActivation.js';
import type { LayerActivation } from '../model/activations/index.js';
import { ArgumentError } from '../support/errors.js';
import { isList } from '../support/views.js';
import { describe, wording } from '../support/wording.js';
import { builtInActivation } from './activationFormats.js';
import { isTaken } from './activationNames.js';
import { fileError } from './fileError.js';

/** Throws unless the caller's `activations` are activations, each with a name of its own. `what` begins the error. */
export function checkCustom(what: string, activations: readonly LayerActivation[]): void {
  if (!isList(activations))
    throw new ArgumentError(wording(`${what}: activations`, 'an array of activations', describe(activations)));
  const names = new Set<string>();
  for (const [index, activation] of activations.entries()) {
    const { name } = checkActivation(`${what}: activations[${index}]`, activation);
    if (names.has(name) || isTaken(activation)) {
      throw new ArgumentError(wording(`${what}: activations[${index}]`, 'a name that no other activation has', describe(name)));
    }
    names.add(name);
  }
}

/** The activation that a file names at a path: one of the caller's own, or a built-in one. `reader` is the function that was called. */
export function activationAt(path: string, name: unknown, custom: readonly LayerActivation[], reader: string): LayerActivation {
  if (typeof name !== 'string') throw fileError(path, 'the name of an activation', describe(name));
  const activation = custom.find((one) => one.name === name) ?? builtInActivation(name);
  if (activation !== undefined) return activation;
  const expected = 'the name of a built-in activation, or of one passed in';
  throw fileError(path, expected, describe(name), `Pass your own: ${reader}, { activations: [yours] }).`);
}
