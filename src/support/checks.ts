// Checks of arguments. Those of single ones return the value they accepted, so that a call reads as an assignment. Those of arrays ask
// that their memory is held, since a program may have transferred it to a worker; that their lengths fit, since a flat array knows only
// the length of its shape; and that their numbers are finite.
import { ArgumentError, NumericError, OutOfRangeError, ShapeError, StateError } from './errors.js';
import { isHollow, kindOf, lengthOf } from './views.js';
import { describe, numbersIn, wording } from './wording.js';

/** A whole number from `least` to `most`. */
export function wholeNumber(what: string, value: unknown, least: number, most = Number.MAX_SAFE_INTEGER, remedy = ''): number {
  const expected =
    most === Number.MAX_SAFE_INTEGER ? `a whole number from ${least}` : `a whole number from ${least} to ${most}`;
  if (typeof value !== 'number') throw new ArgumentError(wording(what, expected, describe(value), remedy));
  if (!Number.isInteger(value) || value < least || value > most) {
    throw new OutOfRangeError(wording(what, expected, describe(value), remedy));
  }
  return value;
}

/** A finite number for which `accepts` holds; `expected` says so in words. */
export function numberWhere(what: string, value: unknown, expected: string, accepts: (value: number) => boolean): number {
  if (typeof value !== 'number') throw new ArgumentError(wording(what, expected, describe(value)));
  if (!Number.isFinite(value) || !accepts(value)) throw new OutOfRangeError(wording(what, expected, describe(value)));
  return value;
}

/** Any number, NaN and the infinite ones among them. */
export function numberValue(what: string, value: unknown): number {
  if (typeof value !== 'number') throw new ArgumentError(wording(what, 'a number', describe(value)));
  return value;
}

/** A number from `least` to `most`, both included; `unit` says of what, as 'degrees'. */
export function numberBetween(what: string, value: unknown, least: number, most: number, unit = 'a number'): number {
  return numberWhere(what, value, `${unit} from ${least} to ${most}`, (number) => number >= least && number <= most);
}

/** A number that is still finite when it is rounded to float32, as every weight and bias is. */
export function float32Number(what: string, value: unknown): number {
  return numberWhere(what, value, 'a finite number that fits a float32', (number) => Number.isFinite(Math.fround(number)));
}

/** A function. */
export function functionValue<F>(what: string, value: F | undefined, expected = 'a function', remedy = ''): F {
  if (typeof value !== 'function' || isHollow(value)) throw new ArgumentError(wording(what, expected, describe(value), remedy));
  return value;
}

/** A boolean; values that merely count as true or false are refused. */
export function trueOrFalse(what: string, value: unknown): boolean {
  if (typeof value !== 'boolean') throw new ArgumentError(wording(what, 'true or false', describe(value)));
  return value;
}

/** A seed: a whole number that a double holds exactly. */
export function seedNumber(what: string, value: unknown): number {
  return wholeNumber(what, value, 0, Number.MAX_SAFE_INTEGER, 'The same seed gives the same numbers everywhere.');
}

/** The number, or NaN in place of anything else, where an error would be more code than the function that asks. */
export function orNaN(value: unknown): number {
  return typeof value === 'number' ? value : 0 / 0;
}

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

/** The length of a Float32Array. Throws for anything else, for a false length, and for memory that was transferred. */
export function sizeOf(what: string, array: Float32Array): number {
  if (kindOf(array) !== 'Float32Array' || array.length !== lengthOf(array)) {
    throw new ArgumentError(wording(what, 'a Float32Array', describe(array)));
  }
  if (array.length === 0) bytesOf(what, array.buffer);
  return array.length;
}

/** Throws unless `array` holds `expected` numbers; `why` says where that number comes from. */
export function checkLength(what: string, array: Float32Array, expected: number, why: string): void {
  const length = sizeOf(what, array);
  if (length !== expected) throw new ShapeError(wording(what, `${numbersIn(expected)} (${why})`, `${length}`));
}

/** The other side of a matrix of which one side is known: its rows from its columns, or its columns from its rows. */
export function otherSide(what: string, matrix: Float32Array, side: number): number {
  const length = sizeOf(what, matrix);
  const other = length / side;
  if (!Number.isInteger(other)) throw new ShapeError(wording(what, `a multiple of ${side} numbers`, `${length}`));
  return other;
}
