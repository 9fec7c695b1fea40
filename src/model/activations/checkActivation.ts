// Checks that a value is an activation, duck-typed, since two copies of this library may meet.
import { ArgumentError } from '../../support/errors.js';
import { readable } from '../../support/views.js';
import { describe, wording } from '../../support/wording.js';
import { isBuiltIn, type LayerActivation } from './activation.js';

/** The activation, or an error that `what` begins. */
export function checkActivation(what: string, activation: LayerActivation): LayerActivation {
  const { kind, name } = readable<LayerActivation>(activation);
  const isKnown = kind === 'elementwise' || (kind === 'vector' && isBuiltIn(activation));
  if (typeof activation === 'function' && isKnown && typeof name === 'string') return activation;
  const remedy = "Import one, as in import { relu } from 'glassbox-nn', or make one with defineActivation.";
  throw new ArgumentError(wording(what, 'an activation', describe(activation), remedy));
}
