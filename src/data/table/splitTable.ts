// Splits a table into parts.
import { Random } from '../../random/Random.js';
import { seedNumber } from '../../support/checks.js';
import { ArgumentError } from '../../support/errors.js';
import { readOptions } from '../../support/options.js';
import { describe, wording } from '../../support/wording.js';
import { partSizes } from '../examples.js';
import { stratifiedPlaces } from '../stratifiedPlaces.js';
import { strataOf } from './strataOf.js';
import type { Table } from './Table.js';

/** Options of `table.split`. */
export interface TableSplitOptions {
  /** Shuffles first, by this seed. Without it the order stays, unless the split is stratified. */
  readonly seed?: number | undefined;
  /** The name of a column, as that of the target: both parts get the same share of each of its words or numbers. */
  readonly stratified?: string | undefined;
}

/** The parts by their shares, as `dataset.split` and `stratifiedSplit` have them. */
export function splitTable(table: Table, shares: unknown, options: TableSplitOptions | undefined): Table[] {
  const { seed, stratified } = readOptions('table.split: options', options, ['seed', 'stratified']);
  if (seed !== undefined) seedNumber('table.split: seed', seed);
  const sizes = partSizes('table.split', shares, table.count);
  if (stratified !== undefined) return stratifiedParts(table, sizes, stratified, seed ?? 0);
  const ordered = seed === undefined ? table : table.shuffle(seed);
  let start = 0;
  return sizes.map((size) => {
    start += size;
    return ordered.slice(start - size, start);
  });
}

function stratifiedParts(table: Table, sizes: readonly number[], name: string, seed: number): Table[] {
  if (typeof name !== 'string') {
    const remedy = "As stratified: 'kind', where the column kind has the classes.";
    throw new ArgumentError(wording('table.split: stratified', 'the name of a column', describe(name), remedy));
  }
  const parts: Table[] = [];
  let rest = table;
  for (const size of sizes.slice(0, -1)) {
    const order = Random.stream(seed, 'dataset').shuffle(Uint32Array.from({ length: rest.count }, (_, place) => place));
    const [ours, theirs] = stratifiedPlaces(strataOf(rest.column(name)), order, size);
    parts.push(rest.select(ours));
    rest = rest.select(theirs);
  }
  return [...parts, rest];
}
