// Reads objects of options: their own properties only. A misspelt name is an error.
import { ArgumentError } from './errors.js';
import { isHollow } from './views.js';
import { closest, describe, wording } from './wording.js';

/** The remedies for names that belong somewhere else. */
type Elsewhere = Readonly<Record<string, string>> | ((name: string, known: readonly string[]) => string | undefined);

/**
 * A copy of the options. Inherited properties do not count, so that a polluted `Object.prototype` changes nothing; each getter is read
 * once; `undefined` counts as left out.
 *
 * @param elsewhere - Remedies for names that are often given here and belong somewhere else: by name, or from a function.
 */
export function readOptions<Options extends object>(
  what: string,
  given: Options | undefined,
  known: readonly (keyof Options & string)[],
  elsewhere: Elsewhere = {},
): Partial<Options> {
  const options: Partial<Options> = Object.create(null);
  if (given === undefined) return options;
  if (typeof given !== 'object' || given === null || isHollow(given) || Array.isArray(given)) {
    throw new ArgumentError(wording(what, `an object with any of ${known.join(', ')}`, describe(given)));
  }
  for (const name of Object.keys(given) as (keyof Options & string)[]) {
    if (!known.includes(name)) throw new ArgumentError(unknownOption(what, name, known, elsewhere));
    const value = given[name];
    if (value !== undefined) options[name] = value;
  }
  return options;
}

function unknownOption(what: string, name: string, known: readonly string[], elsewhere: Elsewhere): string {
  const listed = typeof elsewhere === 'function' ? elsewhere(name, known) : Object.hasOwn(elsewhere, name) && elsewhere[name];
  const meant = closest(name, known);
  const remedy = listed || (meant && `Did you mean ${meant}?`);
  return wording(what, `any of ${known.join(', ')}`, describe(name), remedy);
}
