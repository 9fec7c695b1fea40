// A custom activation on whole arrays: its functions work in double precision, and are asked for a number each time.
import { NumericError } from '../support/errors.js';
import { describe, wording } from '../support/wording.js';
import type { Activation } from './activations/activation.js';

const f = Math.fround;

/** activations = activation(weightedSums), both [outputs]; the results are rounded to float32 as they are stored. */
export function customActivate(activation: Activation, activations: Float32Array, weightedSums: Float32Array): void {
  for (let i = 0; i < activations.length; i++) {
    const sum = weightedSums[i];
    const value: unknown = activation(sum);
    if (!isAnswer(value, sum)) throw fault(`activation ${activation.name} of the weighted sum ${sum}`, value);
    activations[i] = value;
  }
}

/** delta = delta x activation'(weightedSums), each [outputs]; the derivative is rounded to float32 first. */
export function customActivationDerivative(
  activation: Activation,
  delta: Float32Array,
  weightedSums: Float32Array,
  activations: Float32Array,
): void {
  for (let i = 0; i < delta.length; i++) {
    const sum = weightedSums[i];
    const derivative: unknown = activation.derivative(sum, activations[i]);
    if (!isAnswer(derivative, sum))
      throw fault(`derivative of the activation ${activation.name} at the weighted sum ${sum}`, derivative);
    delta[i] = delta[i] * f(derivative);
  }
}

/** Whether a custom function made a number of a finite one: else it is at fault, and not what it was given. */
function isAnswer(value: unknown, sum: number): value is number {
  return typeof value === 'number' && !(Number.isNaN(value) && Number.isFinite(sum));
}

function fault(what: string, value: unknown): NumericError {
  return new NumericError(wording(what, 'a number', describe(value), 'Its formula must hold for every finite number.'));
}
