// Fields of a model.json. Keras writes many that we have no use for, and more with each version: only those that we need are read.
import { LimitError } from '../../support/errors.js';
import { isHollow, isList, ownField } from '../../support/views.js';
import { describe, wording } from '../../support/wording.js';
import { fileError } from '../fileError.js';

/** The beginning of errors: the function, and model.json as a whole. */
export const ROOT = 'fromTensorFlow: $';

/** An object of JSON. */
export type Fields = Readonly<Record<string, unknown>>;

/** The object at a path. */
export function fieldsAt(path: string, value: unknown): Fields {
  if (typeof value === 'object' && value !== null && !isHollow(value) && !isList(value)) return value as Fields;
  throw fileError(path, 'an object', said(value));
}

/** A field's value, undefined if the object has none of its own. */
export function fieldOf(fields: unknown, name: string): unknown {
  return ownField(fields, name);
}

/** The array at a path. */
export function listAt(path: string, value: unknown): readonly unknown[] {
  if (isList(value)) return value;
  throw fileError(path, 'an array', said(value));
}

/** The text at a path. */
export function textAt(path: string, value: unknown): string {
  if (typeof value === 'string') return value;
  throw fileError(path, 'a text', said(value));
}

/** A whole number from `least` at a path. */
export function countAt(path: string, value: unknown, least: number): number {
  if (typeof value === 'number' && Number.isSafeInteger(value) && value >= least) return value;
  throw fileError(path, `a whole number from ${least}`, said(value));
}

/** Dimensions of a shape. */
const MOST_DIMENSIONS = 64;

/** The sides of a shape at a path, from one of them on: whole numbers from `least`. */
export function sidesAt(path: string, value: unknown, least: number, from = 0): number[] {
  const sides = listAt(path, value);
  if (sides.length <= MOST_DIMENSIONS) return sides.slice(from).map((side, i) => countAt(`${path}[${from + i}]`, side, least));
  throw new LimitError(wording(path, `at most ${MOST_DIMENSIONS} dimensions`, `${sides.length}`));
}

/** A finite number at a path, or `usual` where there is none. */
export function numberAt(path: string, value: unknown, usual: number): number {
  if (value === undefined || value === null) return usual;
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  throw fileError(path, 'a finite number', said(value));
}

/** True or false at a path, or `usual` where there is neither: what counts as true differs between Python and JavaScript. */
export function truthAt(path: string, value: unknown, usual: boolean): boolean {
  if (value === undefined || value === null) return usual;
  if (typeof value === 'boolean') return value;
  throw fileError(path, 'true or false', said(value));
}

/** A value in a few words. */
export function said(value: unknown): string {
  return value === undefined ? 'nothing' : describe(value);
}
