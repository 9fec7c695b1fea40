// Compares the names of columns: of data, and of a network or a scaling that was fitted to other data.
import { ArgumentError } from '../support/errors.js';
import { describe, listed, wording } from '../support/wording.js';

/** An error repeats so many names whole, so that they can be copied from it. */
const MOST_COPIED = 12;

/**
 * Throws if both sides have names and these are not the same in the same order. A side without names goes by place.
 *
 * Columns in another order are refused and not reordered: reordering copies all inputs, and a reader of the code would not see it.
 *
 * @param what - The owner of the names that were given, as 'data'.
 * @param given - The names of the data at hand.
 * @param expected - The names of the network, the scaling or the other data set.
 * @throws {@link ArgumentError} with the places that differ and what to do.
 */
export function checkSameColumns(
  what: string,
  given: readonly string[] | undefined,
  expected: readonly string[] | undefined,
): void {
  if (given === undefined || expected === undefined || given === expected) return;
  const [ours, theirs] = [new Set(given), new Set(expected)];
  const missing = expected.filter((name) => !ours.has(name));
  const unknown = given.filter((name) => !theirs.has(name));
  if (missing.length > 0 || unknown.length > 0) {
    const lacks = missing.length > 0 && `no ${listed(missing.map(describe))}`;
    const has = unknown.length > 0 && `${listed(unknown.map(describe))}, which ${unknown.length > 1 ? 'are' : 'is'} unknown`;
    const got = [lacks, has].filter(Boolean).join(', and ');
    const expectation = `the columns that were learned, ${listed(expected.map(describe))}`;
    throw new ArgumentError(wording(`${what}.columnNames`, expectation, got, remedyFor(expected)));
  }
  const places = given.flatMap((name, column) =>
    name === expected[column] ? [] : [`${describe(name)} at ${column} in place of ${describe(expected[column])}`],
  );
  if (places.length === 0) return;
  const expectation = 'the columns in the order that was learned';
  throw new ArgumentError(wording(`${what}.columnNames`, expectation, listed(places), remedyFor(expected)));
}

function remedyFor(expected: readonly string[]): string {
  const names = expected.length > MOST_COPIED ? 'the names in their order' : `[${expected.map(quoted).join(', ')}]`;
  return `Read the columns in that order: parseCsv(text, { inputs: ${names} }).`;
}

/** As it would stand in code. */
function quoted(name: string): string {
  return `'${name.replace(/[\\']/g, '\\$&').replace(/\n/g, '\\n')}'`;
}
