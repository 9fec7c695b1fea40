// Inputs that can be read without a call for each.
import { NumericError } from '../support/errors.js';
import { wording } from '../support/wording.js';
import type { Dataset } from './Dataset.js';

/**
 * Whether the arrays of a data set hold all its examples. A data set with a custom reader must be read example by example. The methods
 * decide, and not the class, since a program may load two copies of this package: the same object defines all of them, or not.
 */
export function isPlain(data: Dataset): boolean {
  const whole = definerOf(data, 'split');
  return definerOf(data, 'readInput') === whole && definerOf(data, 'readTarget') === whole;
}

/** The object in a value's chain of prototypes, itself first, that has a method of this name. */
function definerOf(value: object, name: string): object | undefined {
  let place: object | null = value;
  while (place !== null && !Object.hasOwn(place, name)) place = Object.getPrototypeOf(place);
  return place ?? undefined;
}

/** Throws unless all inputs of a plain data set are finite, as the network sees them: its numbers may have been changed since. */
export function checkInputs(data: Dataset): void {
  if (!isPlain(data)) return;
  const { inputs, scale, width } = data;
  const f = Math.fround;
  // x - x is 0 for every finite x, and NaN for the others.
  if (inputs.BYTES_PER_ELEMENT === 1 && f(255 * scale) - f(255 * scale) === 0) return;
  for (let i = 0; i < inputs.length; i++) {
    const value = f(inputs[i] * scale);
    if (value - value === 0) continue;
    const what = `data input [${i % width}] of example ${Math.floor(i / width)}`;
    throw new NumericError(wording(what, 'a finite number that fits a float32', `${value}`));
  }
}
