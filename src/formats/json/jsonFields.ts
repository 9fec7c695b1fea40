// Reads values from parsed JSON, and checks them. Every error carries the path of the fault.
import { describe } from '../../support/wording.js';
import { fileError } from '../fileError.js';
import { NumberList } from '../NumberList.js';

/** An object. */
export function objectAt(path: string, value: unknown): object {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw fileError(path, 'an object', describe(value));
  return value;
}

/** An object that has all of these fields, any of `extras`, and no others, not even `__proto__`. */
export function fieldsAt<Name extends string, Extra extends string = never>(
  path: string,
  value: unknown,
  names: readonly Name[],
  extras: readonly Extra[] = [],
): Record<Name, unknown> & Partial<Record<Extra, unknown>> {
  const object = objectAt(path, value);
  const known: readonly string[] = [...names, ...extras];
  for (const name of Object.keys(object)) {
    if (!known.includes(name)) throw fileError(path, `only the fields ${known.join(', ')}`, describe(name));
  }
  for (const name of names) {
    if (!Object.hasOwn(object, name)) throw fileError(`${path}.${name}`, 'a value', 'nothing', 'The field is missing.');
  }
  // Own properties only: inherited ones are not in the file.
  return Object.assign(Object.create(null), object);
}

/** An array, of `length` if that is known. */
export function arrayAt(path: string, value: unknown, length?: number): unknown[] {
  if (!Array.isArray(value)) throw fileError(path, 'an array', describe(value));
  if (length !== undefined && value.length !== length) throw fileError(path, `${length} items`, `${value.length}`);
  return value;
}

/** The finite numbers of a list. It must have `length` items if that is given, and rows of `width` numbers each if it has rows. */
export function numbersAt(path: string, value: unknown, length?: number, width?: number): Float32Array | Float64Array {
  if (!(value instanceof NumberList)) throw fileError(path, 'an array', describe(value));
  if (length !== undefined && value.count !== length) throw fileError(path, `${length} items`, `${value.count}`);
  const fault = value.fault(width);
  if (fault !== undefined) throw fileError(path + fault.place, fault.expected ?? `${width} items`, fault.got);
  return value.values();
}

/** A size of a layer. */
export function sizeAt(path: string, value: unknown): number {
  if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 1) return value;
  throw fileError(path, 'a whole number from 1', describe(value));
}
