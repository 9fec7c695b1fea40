// Checks that a value is a layer, duck-typed, since two copies of this library may meet.
import { checkLayerHeld } from '../support/checks.js';
import { ArgumentError } from '../support/errors.js';
import { areFloats, kindOf, readable } from '../support/views.js';
import { describe, wording } from '../support/wording.js';
import { checkActivation } from './activations/checkActivation.js';
import { isUndrawn } from './drawWeights.js';
import type { Layer } from './Layer.js';

/** The layer, or an error that `what` begins. */
export function checkLayer(what: string, item: unknown): Layer {
  const layer = readable<Layer>(item);
  const { inputs = Number.NaN, outputs = Number.NaN, neuron } = layer;
  const whole = Number.isInteger(inputs) && Number.isInteger(outputs) && typeof neuron === 'function';
  // Weights and biases that nothing has needed yet are not read, since that would draw them.
  const awaits = whole && isUndrawn(layer, 'biases');
  const biases = awaits ? undefined : layer.biases;
  const weights = whole && !isUndrawn(layer) ? layer.weights : undefined;
  if (weights && biases && kindOf(weights) && kindOf(biases)) checkLayerHeld(what, { weights, biases });
  const holds = weights === undefined ? isUndrawn(layer) : areFloats(weights, inputs * outputs);
  if (!whole || !holds || !(awaits || areFloats(biases, outputs))) {
    throw new ArgumentError(wording(what, 'a Layer', describe(item), 'For example new Layer(784, 16).'));
  }
  const found = item as Layer;
  checkActivation(`${what} activation`, found.activation);
  return found;
}
