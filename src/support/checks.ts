// Checks of single arguments. Each returns the value it accepted, so that a call reads as an assignment.
import { ArgumentError, OutOfRangeError } from './errors.js';
import { isHollow } from './views.js';
import { describe, wording } from './wording.js';

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
export function functionValue<F>(what: string, value: F | undefined, expected = 'a function'): F {
  if (typeof value !== 'function' || isHollow(value)) throw new ArgumentError(wording(what, expected, describe(value)));
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
