// Finds columns by name, and refuses names that lack or are not known.
import { ArgumentError } from '../../support/errors.js';
import { isHollow, isList, readable } from '../../support/views.js';
import { closest, describe, listed, wording } from '../../support/wording.js';

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
  const isRow = typeof row === 'object' && row !== null && !isHollow(row) && !isList(row) && !ArrayBuffer.isView(row);
  if (!isRow) {
    const example = needed.slice(0, 2).map(describe).join(' and ');
    throw new ArgumentError(
      wording(what, 'an object with a cell for each column', describe(row), `Its fields are ${example}, by name.`),
    );
  }
  const cells = new Map<string, unknown>(Object.entries(readable<Record<string, unknown>>(row)));
  checkNames(what, [...cells.keys()], needed, known);
  return cells;
}

/** Throws unless all needed names are among those given, and all given ones are known. */
export function checkNames(what: string, given: readonly string[], needed: readonly string[], known: readonly string[]): void {
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
  const remedy = 'Give null where a cell is not known.';
  throw new ArgumentError(
    wording(`${what}: columns`, listed(needed.map(describe), 12), `no ${listed(lacking.map(describe))}`, remedy),
  );
}
