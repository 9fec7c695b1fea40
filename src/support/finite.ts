// Checks that parameters are finite.
import { NumericError } from './errors.js';
import { checkHeld } from './memory.js';
import { wording } from './wording.js';

/** Throws unless all numbers are finite, and their memory is still held: a sum that passes over zeros must not hide 0 x infinity. */
export function checkFinite(
  parameters: readonly { readonly name: string; readonly values: Float32Array }[],
  when: string,
): void {
  for (const { name, values } of parameters) {
    checkHeld(name, values);
    const index = firstNotFinite(values);
    if (index >= 0) {
      const remedy = 'Set it to a number, or make the network anew.';
      throw new NumericError(wording(`${name}[${index}] ${when}`, 'a finite number', `${values[index]}`, remedy));
    }
  }
}

/** The index of the first number that is NaN or infinite; -1 if there is none. */
export function firstNotFinite(values: Float32Array): number {
  for (let i = 0; i < values.length; i++) {
    // x - x is 0 for every finite x, and NaN for NaN and for both infinities.
    if (values[i] - values[i] !== 0) return i;
  }
  return -1;
}
