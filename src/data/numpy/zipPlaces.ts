// The places of a zip's files. They must not overlap, or a small zip would unpack without end.
import type { Turns } from '../packed/Turns.js';
import { npyError } from './npyError.js';
import { damaged, ENTRY_WORK, type ZipEntry } from './zipEntries.js';

const LOCAL = 0x04034b50;

/** Bytes of the header before a file, without its name. */
const HEAD = 30;

/** A file in a zip, and where its packed bytes begin. */
export interface PlacedEntry extends ZipEntry {
  readonly start: number;
}

/** The entries with their places. Throws for one that reaches beyond the zip, or into another one. `whatOf` begins the errors. */
export async function placeEntries<E extends ZipEntry>(
  bytes: Uint8Array,
  entries: readonly E[],
  whatOf: (entry: E) => string,
  turns: Turns,
): Promise<readonly (E & PlacedEntry)[]> {
  const placed: (E & PlacedEntry)[] = [];
  for (const entry of entries) {
    placed.push({ ...entry, start: startOf(whatOf(entry), bytes, entry) });
    await turns.spend(ENTRY_WORK);
  }
  const inOrder = [...placed].sort((entry, other) => entry.offset - other.offset);
  for (let index = 1; index < inOrder.length; index++) {
    const [before, entry] = [inOrder[index - 1], inOrder[index]];
    const end = before.start + before.packedSize;
    if (entry.offset >= end) continue;
    const expected = `a file that begins at byte ${end} or later, behind the one before it`;
    throw npyError(
      whatOf(entry),
      entry.offset,
      expected,
      `one that begins at byte ${entry.offset}`,
      'Its files overlap; pack them again.',
    );
  }
  return placed;
}

/** Where the bytes of the file begin, behind a header of its own. */
function startOf(what: string, bytes: Uint8Array, { offset, packedSize }: ZipEntry): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  if (offset + HEAD > bytes.length || view.getUint32(offset, true) !== LOCAL) throw damaged(what, offset);
  const start = offset + HEAD + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  if (start + packedSize > bytes.length) throw damaged(what, offset);
  return start;
}
