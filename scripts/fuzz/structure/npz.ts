// Edits of an .npz file, which is a zip of .npy files: a file in it is changed and packed anew, left out, put twice, or renamed; or a field
// of a zip's records is another number (APPNOTE.TXT 4.3).
import { crc32, deflateRawSync, inflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { EDGE_NUMBERS, type Edit, encode, join, lenient, pick, place } from '../edits.js';
import { npyEdit } from './npy.js';

/** A file in a zip. */
interface Entry {
  readonly name: Uint8Array;
  readonly content: Uint8Array;
}

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;

/** The entries, by the central directory. */
function unzip(bytes: Uint8Array): Entry[] {
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

function zip(entries: readonly Entry[], deflated: boolean): Uint8Array {
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

/** What becomes of an entry. */
type Change = (entry: Entry) => readonly Entry[];

const changes: fc.Arbitrary<Change> = fc.oneof(
  {
    weight: 4,
    arbitrary: npyEdit.map(
      (edit): Change =>
        ({ name, content }) => [{ name, content: edit(new Uint8Array(content)) }],
    ),
  },
  fc.constantFrom<Change>(
    () => [],
    (entry) => [entry, entry],
  ),
  fc.constantFrom('', 'a', '../a.npy', '__proto__.npy', 'a.npy/', '\0.npy', '\u00e9.npy').map(
    (name): Change =>
      ({ content }) => [{ name: encode(name), content }],
  ),
);

const entry = fc.tuple(place, changes, fc.boolean()).map(([share, change, deflated]) =>
  lenient((bytes) => {
    const entries = unzip(bytes);
    const chosen = pick(entries, share);
    return zip(
      entries.flatMap((each) => (each === chosen ? change(each) : [each])),
      deflated,
    );
  }),
);

/** Two bytes of a record, or four, anywhere behind its signature. */
const field = fc
  .tuple(
    fc.constantFrom('PK\x01\x02', 'PK\x03\x04', 'PK\x05\x06'),
    place,
    fc.nat(20),
    fc.constantFrom(...EDGE_NUMBERS),
    fc.boolean(),
  )
  .map(
    ([signature, share, at, value, wide]): Edit =>
      (bytes) => {
        const changed = Buffer.from(bytes);
        const found: number[] = [];
        for (
          let from = changed.indexOf(signature, 0, 'latin1');
          from >= 0;
          from = changed.indexOf(signature, from + 1, 'latin1')
        )
          found.push(from);
        const start = (pick(found, share) ?? 0) + 4 + 2 * at;
        if (start + 4 > changed.length) return bytes;
        if (wide) changed.writeUInt32LE(Number(value & 0xffffffffn), start);
        else changed.writeUInt16LE(Number(value & 0xffffn), start);
        return new Uint8Array(changed);
      },
  );

export const npzEdit: fc.Arbitrary<Edit> = fc.oneof(entry, field);
