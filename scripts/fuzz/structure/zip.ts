// Zip files, taken apart and put together (APPNOTE.TXT 4.3): as little of it as .npz files have.
import { crc32, deflateRawSync, inflateRawSync } from 'node:zlib';
import { join } from '../edits.js';

/** A file in a zip. */
export interface Entry {
  readonly name: Uint8Array;
  readonly content: Uint8Array;
}

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;

/** The entries, by the central directory. Throws for what is no zip. */
export function unzip(bytes: Uint8Array): Entry[] {
  const zip = Buffer.from(bytes);
  const end = zip.lastIndexOf('PK\x05\x06', undefined, 'latin1');
  let at = zip.readUInt32LE(end + 16);
  return Array.from({ length: zip.readUInt16LE(end + 10) }, () => {
    const [packed, nameLength, extra, comment] = [
      zip.readUInt32LE(at + 20),
      zip.readUInt16LE(at + 28),
      zip.readUInt16LE(at + 30),
      zip.readUInt16LE(at + 32),
    ];
    const local = zip.readUInt32LE(at + 42);
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const data = zip.subarray(start, start + packed);
    const entry = {
      name: bytes.slice(at + 46, at + 46 + nameLength),
      content: zip.readUInt16LE(at + 10) === 8 ? inflateRawSync(data) : data,
    };
    at += 46 + nameLength + extra + comment;
    return entry;
  });
}

/** Whole numbers of two and four bytes, least byte first. */
const words = (...parts: readonly (readonly [value: number, bytes: 2 | 4])[]): Uint8Array =>
  join(...parts.map(([value, bytes]) => Uint8Array.from({ length: bytes }, (_, at) => Math.floor(value / 256 ** at) % 256)));

/** A zip of them, with checksums and counts that are right. */
export function zip(entries: readonly Entry[], deflated: boolean): Uint8Array {
  const locals: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let at = 0;
  for (const { name, content } of entries) {
    const packed = deflated ? deflateRawSync(content) : content;
    const shared = words(
      [20, 2],
      [0, 2],
      [deflated ? 8 : 0, 2],
      [0, 4],
      [crc32(content), 4],
      [packed.length, 4],
      [content.length, 4],
      [name.length, 2],
      [0, 2],
    );
    const local = join(words([LOCAL, 4]), shared, name, packed);
    directory.push(join(words([CENTRAL, 4], [20, 2]), shared, words([0, 2], [0, 2], [0, 2], [0, 4], [at, 4]), name));
    locals.push(local);
    at += local.length;
  }
  const central = join(...directory);
  const counts = words([END, 4], [0, 4], [entries.length, 2], [entries.length, 2], [central.length, 4], [at, 4], [0, 2]);
  return join(...locals, central, counts);
}
