// Checks that something is a layer, duck-typed: it may come from another copy of this package.
import type { Layer } from '../model/typedBySizes.js';
import { checkLayerHeld, wholeNumber } from '../support/checks.js';
import { ArgumentError } from '../support/errors.js';
import { areFloats, kindOf, readable } from '../support/views.js';
import { describe, wording } from '../support/wording.js';

/** The part of a layer that pictures read. */
export type Weighted = Pick<Layer, 'inputs' | 'outputs' | 'weights' | 'biases'>;

/** Throws unless it is a layer. */
export function checkLayer(layer: Weighted): void {
  const { weights, biases, inputs, outputs } = readable<Weighted>(layer);
  if (kindOf(weights) && kindOf(biases)) checkLayerHeld('layer', layer);
  const counted = inputs !== undefined && outputs !== undefined && Number.isInteger(inputs);
  if (!counted || !areFloats(biases, outputs) || !areFloats(weights, inputs * outputs)) {
    throw new ArgumentError(wording('layer', 'a Layer', describe(layer), 'For example network.layers[0].'));
  }
}

/** A neuron's index, checked. */
export function checkNeuron({ outputs }: Weighted, neuron: number): number {
  return wholeNumber('neuron', neuron, 0, outputs - 1, `The layer has ${outputs} neurons, counted from 0.`);
}
