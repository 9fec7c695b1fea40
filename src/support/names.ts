// Names of classes and of columns, checked.
import { ArgumentError, ShapeError } from './errors.js';
import { isList } from './views.js';
import { describe, wording } from './wording.js';

/** Makes the error for a path, from what was expected and what is there. */
type Refusal = (path: string, expected: string, got: string) => Error;

/**
 * A frozen copy of a list of names, each a string that no other one equals.
 *
 * @param of - What is named, as `class`.
 * @param refusal - Makes the error; an ArgumentError if left out.
 */
export function readNames(what: string, given: unknown, of: string, refusal: Refusal = argumentError): readonly string[] {
  if (!isList(given) || given.length === 0) throw refusal(what, 'a list of names', describe(given));
  const names: string[] = [];
  const seen = new Set<string>();
  Array.from(given).forEach((name, index) => {
    if (typeof name !== 'string') throw refusal(`${what}[${index}]`, 'a name', describe(name));
    if (seen.has(name)) throw refusal(`${what}[${index}]`, `a name no other ${of} has`, `${describe(name)} again`);
    seen.add(name);
    names.push(name);
  });
  return Object.freeze(names);
}

function argumentError(path: string, expected: string, got: string): ArgumentError {
  return new ArgumentError(wording(path, expected, got));
}

/**
 * Names of the columns of inputs, one for each of `width`; undefined if none are given.
 *
 * @param of - What is named, as `target`.
 */
export function readColumnNames(what: string, given: unknown, width: number, of = 'column'): readonly string[] | undefined {
  if (given === undefined) return undefined;
  const names = readNames(what, given, of);
  if (names.length === width) return names;
  throw new ShapeError(wording(what, `${width} names, one for each ${of}`, `${names.length}`));
}
