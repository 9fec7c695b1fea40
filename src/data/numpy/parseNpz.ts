// Reads the arrays of a .npz file.
import { wholeNumber } from '../../support/checks.js';
import { ArgumentError, LimitError } from '../../support/errors.js';
import { readOptions } from '../../support/options.js';
import { closest, describe, wording } from '../../support/wording.js';
import { fileBytes } from '../bytes.js';
import { Turns } from '../packed/Turns.js';
import { npyError } from './npyError.js';
import type { NpyArray } from './npyTypes.js';
import { readNpy } from './parseNpy.js';
import { unzip } from './unzip.js';
import { readZipEntries, type ZipEntry } from './zipEntries.js';
import { placeEntries } from './zipPlaces.js';

/** Options of {@link parseNpz}. */
export interface NpzOptions {
  /** The most bytes of all arrays together, unpacked; 2^30 (1 GiB) if left out. */
  readonly limit?: number | undefined;
  /** The arrays to read, by name; all if left out. The others are not even unpacked. */
  readonly names?: readonly string[] | undefined;
}

const SUFFIX = '.npy';

/** The work to read the header of an array, in symbols of deflate; 8 bytes of its numbers take as long as a symbol. */
const ARRAY = 2000;

/**
 * Reads a .npz file, as `np.savez` and `np.savez_compressed` write it: several arrays by name, each as `parseNpy` reads it. Files
 * in it that are no .npy are passed over.
 *
 * @param bytes - The whole file. It is copied, and not changed.
 * @param options - See {@link NpzOptions}.
 * @returns The arrays by their names, in an object with no other properties.
 * @throws {@link FormatError} with the byte offset, for a zip that is damaged, encrypted or none at all, or in which files overlap. For
 * an array, as `parseNpy` throws it: the offset counts from the array's own first byte.
 * @throws {@link LimitError} if the arrays have more than `limit` bytes, before any is unpacked, or the zip has 4 GiB or more.
 * @throws {@link ArgumentError} for a name that is not in the file, or other wrong options.
 *
 * @example
 * ```ts
 * import { dataset, parseNpz } from 'glassbox-nn/data';
 * import { readFileSync } from 'node:fs';
 *
 * const { x, y } = await parseNpz(readFileSync('examples/data/points.npz'));
 * x?.shape; // => [ 120, 2 ]
 * if (x && y) dataset({ inputs: x.data, width: 2, labels: y.data }).classes; // => 3
 * ```
 */
export async function parseNpz(
  bytes: Uint8Array | ArrayBuffer,
  options?: NpzOptions,
): Promise<Readonly<Record<string, NpyArray>>> {
  const { limit = 2 ** 30, names } = readOptions('parseNpz options', options, ['limit', 'names']);
  wholeNumber('parseNpz: limit', limit, 0);
  const file = new Uint8Array(fileBytes('parseNpz: bytes', bytes));
  // The caller may change the list during a turn.
  const chosen = Array.isArray(names) ? [...names] : names;
  const turns = new Turns();
  const entries = chooseEntries(arraysIn(await readZipEntries('parseNpz', file, turns)), chosen);
  checkSizes([...entries.values()], limit);
  const arrays: Record<string, NpyArray> = Object.create(null);
  for (const entry of await placeEntries(file, [...entries.values()], whatOf, turns)) {
    const what = whatOf(entry);
    arrays[nameOf(entry)] = readNpy(what, await unzip(what, file, entry, turns));
    await turns.spend(ARRAY + entry.size / 8);
  }
  return Object.freeze(arrays);
}

/** The name of an array: that of its file, without the ending. */
function nameOf(entry: ZipEntry): string {
  return entry.name.slice(0, -SUFFIX.length);
}

/** The beginning of an array's errors. */
function whatOf(entry: ZipEntry): string {
  return `parseNpz: ${describe(nameOf(entry))}`;
}

/** The arrays by their names. */
function arraysIn(entries: readonly ZipEntry[]): Map<string, ZipEntry> {
  const found = new Map<string, ZipEntry>();
  for (const entry of entries) {
    if (!entry.name.endsWith(SUFFIX)) continue;
    const name = nameOf(entry);
    if (found.has(name)) throw npyError('parseNpz', entry.offset, 'each name once', `${describe(name)} twice`);
    found.set(name, entry);
  }
  return found;
}

function chooseEntries(found: Map<string, ZipEntry>, names: unknown): Map<string, ZipEntry> {
  if (names === undefined) return found;
  if (!Array.isArray(names)) throw new ArgumentError(wording('parseNpz: names', 'a list of names', describe(names)));
  const known = [...found.keys()];
  return new Map(
    Array.from(names, (name, index) => {
      const entry = found.get(name);
      if (entry !== undefined) return [name, entry];
      const meant = typeof name === 'string' ? closest(name, known) : undefined;
      const remedy = meant && `Did you mean ${describe(meant)}?`;
      const shown = known.slice(0, 8).map(describe).join(', ') || 'none';
      throw new ArgumentError(
        wording(`parseNpz: names[${index}]`, `one of those in the file, ${shown}`, describe(name), remedy),
      );
    }),
  );
}

function checkSizes(entries: readonly ZipEntry[], limit: number): void {
  const size = entries.reduce((sum, entry) => sum + entry.size, 0);
  if (size > limit) {
    const remedy = 'If you trust the file, raise the limit option, or choose arrays with names.';
    throw new LimitError(wording('parseNpz', `at most ${limit} bytes`, `${size}`, remedy));
  }
}
