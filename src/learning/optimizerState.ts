// The optimizer state of a training as a list of arrays: the first number of every parameter, then the second.
import type { Parameters } from './parameters.js';

/** The state, not copied: the arrays of slot 0, those of slot 1, and so on. */
export function optimizerStateOf(parameters: readonly Parameters[], slots: number): Float32Array[] {
  return Array.from({ length: slots }, (_, slot) => parameters.map((array) => array.slots[slot])).flat();
}

/** Writes a state of the same form over it. */
export function restoreOptimizerState(parameters: readonly Parameters[], slots: number, state: readonly Float32Array[]): void {
  for (const [index, array] of optimizerStateOf(parameters, slots).entries()) array.set(state[index]);
}
