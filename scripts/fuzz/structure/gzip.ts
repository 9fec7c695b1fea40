// Edits of a gzip file: other fields in its header, its content packed otherwise or changed, and more than one member (RFC 1952).
import { gunzipSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { byteEdit } from '../byteEdits.js';
import { EDGE_NUMBERS, type Edit, encode, join, lenient } from '../edits.js';

const repacked = fc
  .tuple(byteEdit, fc.constantFrom(0, 1, 9), fc.constantFrom(0, 2, 3, 4))
  .map(([edit, level, strategy]) =>
    lenient((bytes) => new Uint8Array(gzipSync(edit(new Uint8Array(gunzipSync(bytes))), { level, strategy }))),
  );

/** The optional fields, by the bits that tell them. The checksum of the header is left wrong. */
const flags = fc.nat(31).map(
  (given): Edit =>
    (bytes) => {
      const fields = [
        given & 4 ? Uint8Array.of(3, 0, 1, 2, 3) : [],
        given & 8 ? encode('name\0') : [],
        given & 16 ? encode('comment\0') : [],
        given & 2 ? Uint8Array.of(0, 0) : [],
      ].map((field) => Uint8Array.from(field));
      return join(bytes.slice(0, 3), Uint8Array.of(given), bytes.slice(4, 10), ...fields, bytes.slice(10));
    },
);

const twice: Edit = (bytes) => join(bytes, bytes);

/** The checksum, or how many bytes there are. */
const trailer = fc.tuple(fc.constantFrom(4, 8), fc.constantFrom(...EDGE_NUMBERS)).map(
  ([back, value]): Edit =>
    (bytes) => {
      if (bytes.length < 8) return bytes;
      const changed = Buffer.from(bytes);
      changed.writeUInt32LE(Number(value & 0xffffffffn), bytes.length - back);
      return new Uint8Array(changed);
    },
);

export const gzipEdit: fc.Arbitrary<Edit> = fc.oneof(repacked, flags, fc.constant(twice), trailer);
