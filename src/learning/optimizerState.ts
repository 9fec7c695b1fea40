// What an optimizer remembers, as a list of arrays: the first number of every knob, then the second.
import type { Parameters } from './parameters.js';

/** The memory of knobs, not copied: all arrays of slot 0, those of slot 1, and so on. */
export function optimizerStateOf(parameters: readonly Parameters[], slots: number): Float32Array[] {
  return Array.from({ length: slots }, (_, slot) => parameters.map((knobs) => knobs.slots[slot])).flat();
}

/** Writes a memory of the same form over it. */
export function restoreOptimizerState(parameters: readonly Parameters[], slots: number, memory: readonly Float32Array[]): void {
  for (const [index, array] of optimizerStateOf(parameters, slots).entries()) array.set(memory[index]);
}
