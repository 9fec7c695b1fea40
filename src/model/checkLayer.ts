// Tells a layer from anything else, by its form, since two copies of this library may meet.
import { ArgumentError } from '../support/errors.js';
import { describe, viewName, wording } from '../support/wording.js';
import { isUndrawn } from './drawWeights.js';
import { checkActivation, type Layer } from './Layer.js';

/** A layer, or an error that `what` begins. */
export function checkLayer(what: string, item: unknown): Layer {
  const layer = (item ?? {}) as Partial<Layer>;
  const { inputs, outputs, biases, neuron } = layer;
  const whole = Number.isInteger(inputs) && Number.isInteger(outputs) && typeof neuron === 'function';
  // Weights that nothing has needed yet are not read, since that would draw them.
  const holds = () => isUndrawn(layer) || isFloats(layer.weights, (inputs as number) * (outputs as number));
  if (!whole || !holds() || !isFloats(biases, outputs as number)) {
    throw new ArgumentError(wording(what, 'a Layer', describe(item), 'For example new Layer(784, 16).'));
  }
  checkActivation(`${what} activation`, (item as Layer).activation);
  return item as Layer;
}

function isFloats(values: unknown, length: number): boolean {
  return ArrayBuffer.isView(values) && viewName(values) === 'Float32Array' && (values as Float32Array).length === length;
}
