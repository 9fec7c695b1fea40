// Whether the memory of a layer is still its own.
import { checkHeld } from '../support/memory.js';
import type { Layer } from './Layer.js';

/** Throws if the weights or the biases of a layer were handed to a worker. `what` names the layer in errors. */
export function checkLayerHeld(what: string, { weights, biases }: Pick<Layer, 'weights' | 'biases'>): void {
  checkHeld(what, weights);
  checkHeld(what, biases);
}
