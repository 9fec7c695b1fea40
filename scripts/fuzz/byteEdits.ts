// Edits of bytes: few enough that most of a file stays what it was, so that readers get deep into it before they find a fault.
import fc from 'fast-check';
import { byte, EDGE_NUMBERS, type Edit, encode, join, place } from './edits.js';

const at = (bytes: Uint8Array, share: number) => Math.floor(share * bytes.length);

const replaceByte = fc.tuple(place, byte).map(
  ([share, value]): Edit =>
    (bytes) => {
      const spoilt = bytes.slice();
      spoilt[at(bytes, share)] = value;
      return spoilt;
    },
);

/** A whole number of two, four or eight bytes, in either order, where one may stand already. */
const replaceNumber = fc.tuple(place, fc.constantFrom(2, 4, 8), fc.constantFrom(...EDGE_NUMBERS), fc.boolean()).map(
  ([share, size, value, little]): Edit =>
    (bytes) => {
      const spoilt = bytes.slice();
      const start = Math.max(0, Math.min(at(bytes, share), bytes.length - size));
      for (let index = 0; index < Math.min(size, bytes.length); index++) {
        const shift = BigInt(8 * (little ? index : size - 1 - index));
        spoilt[start + index] = Number((value >> shift) & 255n);
      }
      return spoilt;
    },
);

const cut = place.map(
  (share): Edit =>
    (bytes) =>
      bytes.slice(0, at(bytes, share)),
);

const remove = fc.tuple(place, fc.nat(40)).map(
  ([share, length]): Edit =>
    (bytes) => {
      const start = at(bytes, share);
      return join(bytes.subarray(0, start), bytes.subarray(start + length));
    },
);

const insert = fc.tuple(place, fc.uint8Array({ maxLength: 40 })).map(
  ([share, more]): Edit =>
    (bytes) => {
      const start = at(bytes, share);
      return join(bytes.subarray(0, start), more, bytes.subarray(start));
    },
);

const repeat = fc.tuple(place, fc.nat(60), fc.integer({ min: 1, max: 400 })).map(
  ([share, length, times]): Edit =>
    (bytes) => {
      const start = at(bytes, share);
      const part = bytes.subarray(start, start + length);
      return join(bytes.subarray(0, start), ...Array.from({ length: times }, () => part), bytes.subarray(start));
    },
);

/** Words that mean something in one format or another. */
const WORDS = [
  'null',
  'true',
  '1e400',
  '-0',
  '__proto__',
  'constructor',
  '"',
  '{',
  '[',
  ']',
  '}',
  ',',
  ':',
  '\\u0000',
  '\uFEFF',
  '\n',
  'NaN',
  '-1',
  '0x10',
  '99999999999999999999',
];

const insertWord = fc.tuple(place, fc.constantFrom(...WORDS)).map(
  ([share, word]): Edit =>
    (bytes) => {
      const start = at(bytes, share);
      return join(bytes.subarray(0, start), encode(word), bytes.subarray(start));
    },
);

/** An edit that knows nothing of formats. */
export const byteEdit: fc.Arbitrary<Edit> = fc.oneof(
  { weight: 4, arbitrary: replaceByte },
  { weight: 3, arbitrary: replaceNumber },
  cut,
  remove,
  insert,
  repeat,
  { weight: 2, arbitrary: insertWord },
);
