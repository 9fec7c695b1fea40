// Takes a file out of a zip: stored or deflated, its checksum verified.
import { unpack } from '../unpack.js';
import { crc32 } from './crc32.js';
import { npyError } from './npyError.js';
import { damaged, type ZipEntry } from './zipEntries.js';

const LOCAL = 0x04034b50;
const STORED = 0;
const DEFLATED = 8;

/** The ten bytes before a deflated file that make a gzip of it: magic, method, and no flags, time, level or system. */
const GZIP_HEAD = [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255];

/** The bytes of a file in a zip. */
export async function unzip(what: string, bytes: Uint8Array<ArrayBuffer>, entry: ZipEntry): Promise<Uint8Array> {
  const { method, encrypted, checksum, packedSize, size, offset } = entry;
  if (encrypted) throw npyError(what, offset, 'a file that is not encrypted', 'one that is', 'Decrypt it first.');
  if (method !== STORED && method !== DEFLATED) {
    throw npyError(what, offset, 'stored or deflated bytes', `method ${method}`, 'Save it with np.savez_compressed.');
  }
  const start = startOf(what, bytes, offset);
  if (start + packedSize > bytes.length || (method === STORED && packedSize !== size)) throw damaged(what, offset);
  const packed = bytes.subarray(start, start + packedSize);
  if (method === STORED) {
    if (crc32(packed) !== checksum) throw damaged(what, start);
    return packed;
  }
  // As a gzip, since not every platform unpacks bare deflate, and all of them verify a gzip's checksum and size.
  const gzip = new Uint8Array(GZIP_HEAD.length + packedSize + 8);
  const tail = new DataView(gzip.buffer, gzip.length - 8);
  gzip.set(GZIP_HEAD);
  gzip.set(packed, GZIP_HEAD.length);
  tail.setUint32(0, checksum, true);
  tail.setUint32(4, size, true);
  return unpack(what, gzip, size, () => damaged(what, start));
}

/** Where the bytes of the file begin, behind a header of its own. */
function startOf(what: string, bytes: Uint8Array, offset: number): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  if (offset + 30 > bytes.length || view.getUint32(offset, true) !== LOCAL) throw damaged(what, offset);
  return offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
}
