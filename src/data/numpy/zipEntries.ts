// The list of files in a zip, read from its end. Sizes come from there, so that nothing need be unpacked to know them.
import { LimitError } from '../../support/errors.js';
import { needed } from '../../support/platform.js';
import { wording } from '../../support/wording.js';
import type { Turns } from '../packed/Turns.js';
import { npyError } from './npyError.js';

/** A file in a zip. */
export interface ZipEntry {
  readonly name: string;
  /** 0 for stored, 8 for deflated. */
  readonly method: number;
  readonly encrypted: boolean;
  readonly checksum: number;
  readonly packedSize: number;
  readonly size: number;
  /** Where its own header begins. */
  readonly offset: number;
}

const END = 0x06054b50;
const ENTRY = 0x02014b50;

/** A number that is stored elsewhere, since it has more bytes (zip64). */
const ELSEWHERE = 0xffffffff;

/** The work to read the entry of a file, in symbols of deflate. */
export const ENTRY_WORK = 200;

/** Every file in the zip, by PKWARE's "APPNOTE.TXT - .ZIP File Format Specification". */
export async function readZipEntries(what: string, bytes: Uint8Array, turns: Turns): Promise<ZipEntry[]> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const end = findEnd(what, view);
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  if (count === 0xffff || at === ELSEWHERE) throw tooLarge(what);
  const entries: ZipEntry[] = [];
  const decoder = new (needed('TextDecoder'))();
  for (let index = 0; index < count; index++) {
    if (at + 46 > end || view.getUint32(at, true) !== ENTRY) throw damaged(`${what}: entry ${index}`, at);
    const [nameLength, extra, comment] = [28, 30, 32].map((offset) => view.getUint16(at + offset, true));
    const next = at + 46 + nameLength + extra + comment;
    if (next > end) throw damaged(`${what}: entry ${index}`, at + 28);
    const entry = {
      name: decoder.decode(bytes.slice(at + 46, at + 46 + nameLength)),
      method: view.getUint16(at + 10, true),
      encrypted: (view.getUint16(at + 8, true) & 1) === 1,
      checksum: view.getUint32(at + 16, true),
      packedSize: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    };
    if ([entry.packedSize, entry.size, entry.offset].includes(ELSEWHERE)) throw tooLarge(what);
    entries.push(entry);
    await turns.spend(ENTRY_WORK);
    at = next;
  }
  return entries;
}

/** Where the record of the end begins: the last one that is followed by just the comment it announces. */
function findEnd(what: string, view: DataView): number {
  const least = Math.max(0, view.byteLength - 22 - 0xffff);
  for (let at = view.byteLength - 22; at >= least; at--) {
    if (view.getUint32(at, true) === END && at + 22 + view.getUint16(at + 20, true) === view.byteLength) return at;
  }
  const start = Array.from({ length: Math.min(6, view.byteLength) }, (_, index) => view.getUint8(index));
  if (start[0] === 0x93 && start[1] === 0x4e) {
    throw npyError(what, 0, 'a .npz file', 'a .npy file', 'It holds one array: parseNpy(bytes).');
  }
  if (start[0] === 0x50 && start[1] === 0x4b) throw damaged(what, view.byteLength);
  const got = start.length === 0 ? 'nothing' : `first bytes ${start.join(' ')}`;
  throw npyError(what, 0, 'a .npz file, which is a zip', got, 'Was it written by np.savez?');
}

/** A fault of a zip at a byte. */
export function damaged(what: string, offset: number): Error {
  return npyError(what, offset, 'a whole zip file', 'one that is damaged or cut short', 'Copy or download it again.');
}

function tooLarge(what: string): Error {
  return new LimitError(wording(what, 'a zip below 4 GiB', 'a larger one (zip64)', 'Save the arrays in several files.'));
}
