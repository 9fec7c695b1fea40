// Takes a file out of a zip: stored or deflated, its checksum verified.
import { checksumOf } from '../packed/checksum.js';
import { Inflater } from '../packed/Inflater.js';
import { inflate } from '../packed/inflate.js';
import type { Turns } from '../packed/Turns.js';
import { npyError } from './npyError.js';
import { damaged } from './zipEntries.js';
import type { PlacedEntry } from './zipPlaces.js';

const STORED = 0;
const DEFLATED = 8;

/** The bytes of a file in a zip. */
export async function unzip(
  what: string,
  bytes: Uint8Array<ArrayBuffer>,
  entry: PlacedEntry,
  turns: Turns,
): Promise<Uint8Array> {
  const { method, encrypted, checksum, packedSize, size, offset, start } = entry;
  if (encrypted) throw npyError(what, offset, 'a file that is not encrypted', 'one that is', 'Decrypt it first.');
  if (method !== STORED && method !== DEFLATED) {
    throw npyError(what, offset, 'stored or deflated bytes', `method ${method}`, 'Save it with np.savez_compressed.');
  }
  const packed = bytes.subarray(start, start + packedSize);
  if (method === STORED) {
    if (packedSize !== size || (await checksumOf(packed, turns)) !== checksum) throw damaged(what, start);
    return packed;
  }
  const inflater = new Inflater(packed, size, size);
  const end = await inflate(inflater, 0, turns);
  const isWhole = end.stand === 'end' && inflater.at === packedSize && inflater.length === size && end.checksum === checksum;
  if (!isWhole) throw damaged(what, start);
  return inflater.out;
}
