// Edits of an IDX file's header: its type, how many dimensions it says it has, and their sizes.
import fc from 'fast-check';
import { type Edit, join, pick, place } from '../edits.js';

const TYPES = [0x08, 0x09, 0x0b, 0x0c, 0x0d, 0x0e, 0x00, 0x0a, 0x0f, 0xff];
const SIZES = [0, 1, 2, 3, 5, 255, 65_536, 2 ** 24, 2 ** 31, 2 ** 32 - 1];

const setByte =
  (at: number, value: number): Edit =>
  (bytes) =>
    Uint8Array.from(bytes, (byte, index) => (index === at ? value : byte));

const size = fc.tuple(place, fc.constantFrom(...SIZES)).map(
  ([share, value]): Edit =>
    (bytes) => {
      const places = Array.from({ length: bytes[3] ?? 0 }, (_, index) => 4 + 4 * index).filter((at) => at + 4 <= bytes.length);
      const at = pick(places, share);
      if (at === undefined) return bytes;
      const word = Buffer.alloc(4);
      word.writeUInt32BE(value);
      return join(bytes.subarray(0, at), word, bytes.subarray(at + 4));
    },
);

/** A dimension of one more, or the first one fewer, which is counted. */
const dimension = fc.boolean().map(
  (more): Edit =>
    (bytes) => {
      const header = Uint8Array.from(bytes.subarray(0, 4), (byte, at) => (at === 3 ? byte + (more ? 1 : -1) : byte));
      return join(header, more ? Uint8Array.of(0, 0, 0, 1) : new Uint8Array(0), bytes.subarray(more ? 4 : 8));
    },
);

export const idxEdit: fc.Arbitrary<Edit> = fc.oneof(
  fc.constantFrom(...TYPES).map((type) => setByte(2, type)),
  fc.constantFrom(0, 1, 2, 3, 4, 5, 255).map((count) => setByte(3, count)),
  { weight: 3, arbitrary: size },
  dimension,
);
