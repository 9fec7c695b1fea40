// Names of classes and of columns: written as JSON text, and read from parsed JSON, which may hold anything.
import { LimitError } from '../../support/errors.js';
import { readNames } from '../../support/names.js';
import { wording } from '../../support/wording.js';
import { fileError } from '../fileError.js';
import { arrayAt } from './jsonFields.js';

/** The most letters of a name. */
export const LONGEST = 10_000;

/** The names, or `null` where there are none; `what` names them in errors. */
export function namesText(what: string, names: readonly string[] | undefined): string {
  const place = names?.findIndex((name) => name.length > LONGEST) ?? -1;
  if (place < 0) return JSON.stringify(names ?? null);
  throw new LimitError(wording(`${what}[${place}]`, `a name of at most ${LONGEST} letters`, `${names?.[place]?.length}`));
}

/** Names of classes at a path: one for each of `outputs` at most, and two for a single output; undefined where there are none. */
export function classNamesAt(path: string, value: unknown, outputs: number): readonly string[] | undefined {
  const most = outputs === 1 ? 2 : outputs;
  const names = namesAt(path, value, 'class');
  if (names === undefined || names.length <= most) return names;
  throw fileError(path, `at most ${most} names, for ${outputs === 1 ? '1 output' : `${outputs} outputs`}`, `${names.length}`);
}

/** Names of columns at a path: one for each of `inputs`; undefined where there are none. */
export function columnNamesAt(path: string, value: unknown, inputs: number): readonly string[] | undefined {
  const names = namesAt(path, value, 'column');
  if (names === undefined || names.length === inputs) return names;
  throw fileError(path, `${inputs} names, one for each column`, `${names.length}`);
}

function namesAt(path: string, value: unknown, of: string): readonly string[] | undefined {
  if (value === undefined || value === null) return undefined;
  const given = arrayAt(path, value);
  if (given.length === 0) throw fileError(path, 'one name or more', 'none');
  const names = readNames(path, given, of, fileError);
  const place = names.findIndex((name) => name.length > LONGEST);
  if (place < 0) return names;
  throw fileError(`${path}[${place}]`, `a name of at most ${LONGEST} letters`, `${names[place]?.length}`);
}
