// Finds columns by name, and refuses names that lack or are not known.
import { ArgumentError } from '../../support/errors.js';
import { isHollow, isList, readable } from '../../support/views.js';
import { closest, describe, listed, wording } from '../../support/wording.js';

/** What to do with rows that have no answer yet. */
export const UNANSWERED = 'Rows without an answer are read one by one: Array.from(table, (row) => reader.read(row)).';

/**
 * The cells of a row by name.
 *
 * @param needed - The names that must be there.
 * @param known - Those that may be there.
 */
export function matchNames(
  what: string,
  row: unknown,
  needed: readonly string[],
  known: readonly string[],
): ReadonlyMap<string, unknown> {
  const isOne = typeof row === 'object' && row !== null && !isHollow(row) && !isList(row) && !ArrayBuffer.isView(row);
  const isTable = isOne && typeof readable<Iterable<unknown>>(row)[Symbol.iterator] === 'function';
  if (!isOne || isTable) {
    const remedy = isTable
      ? 'Give its rows one by one: Array.from(table, (row) => reader.read(row)).'
      : `Its fields are ${listed(needed.map(describe), 12)}, by name.`;
    const got = isTable ? 'a table or another iterable' : describe(row);
    throw new ArgumentError(wording(what, 'an object with a cell for each column', got, remedy));
  }
  const cells = new Map<string, unknown>(Object.entries(readable<Record<string, unknown>>(row)));
  checkNames(what, [...cells.keys()], needed, known);
  return cells;
}

/**
 * Throws unless all needed names are among those given, and all given ones are known.
 *
 * @param targets - Those of the needed names that are targets: no null stands for an answer.
 */
export function checkNames(
  what: string,
  given: readonly string[],
  needed: readonly string[],
  known: readonly string[],
  targets: readonly string[] = [],
): void {
  const [there, all] = [new Set(given), new Set(known)];
  const lacking = needed.filter((name) => !there.has(name));
  const unknown = given.filter((name) => !all.has(name));
  if (unknown.length > 0) {
    const meant = closest(unknown[0], lacking.length > 0 ? lacking : known);
    const remedy =
      meant === undefined ? 'Leave it out: the preparation has not learnt it.' : `Did you mean ${describe(meant)}?`;
    const got = unknown.length === 1 ? describe(unknown[0]) : listed(unknown.map(describe));
    throw new ArgumentError(wording(`${what}: columns`, `only ${listed(known.map(describe), 12)}`, got, remedy));
  }
  if (lacking.length === 0) return;
  const remedy = lacking.some((name) => targets.includes(name)) ? UNANSWERED : 'Give null where a cell is not known.';
  throw new ArgumentError(
    wording(`${what}: columns`, listed(needed.map(describe), 12), `no ${listed(lacking.map(describe))}`, remedy),
  );
}
