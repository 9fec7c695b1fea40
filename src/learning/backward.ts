// Backward: how much each neuron is to blame, from the last layer to the first.
//
// A neuron's delta is the slope of the cost by its weighted sum. The last layer's comes from the loss; that of each layer before
// is carried back through the weights, and through the slope of its activation.
import { transposeTimesVector } from '../linalg/matrixVector.js';
import { activationDerivative } from '../model/activate.js';
import { isBuiltIn } from '../model/activations/activation.js';
import type { LayerTrace, Trace } from '../model/forward.js';
import type { Layer } from '../model/Layer.js';
import { NumericError, ShapeError } from '../support/errors.js';
import { describe, wording } from '../support/wording.js';
import { applyMask, type DroppedActivations } from './dropout.js';
import type { Loss } from './losses/loss.js';

/**
 * Fills the deltas of all layers, or of those from `first` on.
 *
 * @param deltas - One array of [outputs] for each layer, overwritten.
 * @param trace - What the forward pass left.
 * @param target - [outputs] of the last layer.
 * @param dropped - What dropout left of each column; all of it if left out.
 * @param first - The index of the first layer to blame; 0 if left out.
 */
export function backward(
  deltas: readonly Float32Array[],
  layers: readonly Layer[],
  trace: Trace,
  target: Float32Array,
  loss: Loss,
  dropped: readonly (DroppedActivations | undefined)[] = [],
  first = 0,
): void {
  const last = layers.length - 1;
  blameOutputs(deltas[last], layers[last], trace.layers[last], target, loss);
  for (let index = last - 1; index >= first; index--) {
    const { weightedSums, activations } = trace.layers[index];
    transposeTimesVector(deltas[index], layers[index + 1].weights, deltas[index + 1]);
    const column = dropped[index + 1];
    if (column !== undefined) applyMask(deltas[index], deltas[index], column);
    activationDerivative(layers[index].activation, deltas[index], weightedSums, activations);
  }
}

function blameOutputs(delta: Float32Array, layer: Layer, trace: LayerTrace, target: Float32Array, loss: Loss): void {
  const { weightedSums, activations } = trace;
  if (loss.partner !== undefined && isBuiltIn(layer.activation, loss.partner.activation)) {
    delta.set(loss.partner.formulas.delta(activations, target));
  } else {
    slopesOfLoss(delta, activations, target, loss);
    activationDerivative(layer.activation, delta, weightedSums, activations);
  }
}

/** The slope of the cost by each output. */
export function slopesOfLoss(slopes: Float32Array, outputs: Float32Array, target: Float32Array, loss: Loss): void {
  const given = (loss.formulas ?? loss).gradient(outputs, target);
  if (given?.length !== slopes.length) {
    throw new ShapeError(
      wording(`gradient of the loss ${loss.name}`, `${slopes.length} slopes, one an output`, `${given?.length}`),
    );
  }
  slopes.set(given);
  if (loss.kernel === undefined) checkOwn(`gradient of the loss ${loss.name}`, slopes, outputs);
}

/** The cost of one example in double precision, from the weighted sums where the loss has a way of its own to. */
export function costOf(layer: Layer, { weightedSums, activations }: Costed, target: ArrayLike<number>, loss: Loss): number {
  const { partner } = loss;
  const partnered = partner !== undefined && isBuiltIn(layer.activation, partner.activation);
  const cost = partnered ? partner.formulas.value(weightedSums, target) : (loss.formulas ?? loss).value(activations, target);
  if (loss.kernel === undefined) checkOwn(`loss ${loss.name}`, [cost], activations);
  return cost;
}

/** Throws where a function of your own made something that is no number of outputs that are finite. */
function checkOwn(what: string, numbers: ArrayLike<number>, outputs: ArrayLike<number>): void {
  for (let i = 0; i < numbers.length; i++) {
    const number: unknown = numbers[i];
    if (typeof number === 'number' && !(Number.isNaN(number) && Array.prototype.every.call(outputs, Number.isFinite))) continue;
    throw new NumericError(
      wording(what, 'a finite number', describe(number), 'Its formula must hold for all outputs and targets.'),
    );
  }
}

/** What a cost is made of; in float32 or in double precision. */
interface Costed {
  readonly weightedSums: ArrayLike<number>;
  readonly activations: ArrayLike<number>;
}
