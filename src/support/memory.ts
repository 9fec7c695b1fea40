// The memory under an array, which its owner may have transferred to a worker.
import { ArgumentError, StateError } from './errors.js';
import { lengthOf } from './views.js';
import { wording } from './wording.js';

/** The bytes of a memory, not copied. Throws if it was transferred away, or cut short. */
export function bytesOf(what: string, memory: ArrayBufferLike, offset?: number, length?: number): Uint8Array {
  try {
    return new Uint8Array(memory, offset, length);
  } catch {
    throw new ArgumentError(
      wording(what, 'numbers', 'memory that was transferred away or cut short', 'Pass it before it is transferred, or a copy.'),
    );
  }
}

/** Throws if an array of a network or of data, `what`, which has one number or more, has none left: its memory is a worker's now. */
export function checkHeld(what: string, array: ArrayBufferView): void {
  if (lengthOf(array) > 0) return;
  throw new StateError(wording(what, 'its memory', 'none: it was transferred to a worker', 'Transfer copies: array.slice().'));
}

/** Throws if the weights or the biases of a layer were handed to a worker. `what` names the layer in errors. */
export function checkLayerHeld(what: string, layer: { readonly weights: Float32Array; readonly biases: Float32Array }): void {
  checkHeld(what, layer.weights);
  checkHeld(what, layer.biases);
}
