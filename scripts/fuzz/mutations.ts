// Ways to spoil a file: few enough edits that most of it stays what it was, so that readers get deep into it before they find a fault.
import fc from 'fast-check';

/** Something done to bytes. */
type Edit = (bytes: Uint8Array) => Uint8Array;

/** Bytes that stand at edges: of signs, of ASCII, of lengths. */
const EDGES = [0, 1, 2, 7, 8, 10, 13, 34, 44, 48, 57, 91, 93, 123, 125, 127, 128, 129, 192, 254, 255];

const place = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true });
const byte = fc.oneof(fc.constantFrom(...EDGES), fc.nat(255));

const at = (bytes: Uint8Array, share: number) => Math.floor(share * bytes.length);

const join = (...parts: readonly Uint8Array[]): Uint8Array => {
  const joined = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let start = 0;
  for (const part of parts) {
    joined.set(part, start);
    start += part.length;
  }
  return joined;
};

const replaceByte = fc.tuple(place, byte).map(
  ([share, value]): Edit =>
    (bytes) => {
      const spoilt = bytes.slice();
      spoilt[at(bytes, share)] = value;
      return spoilt;
    },
);

/** A whole number of two, four or eight bytes, in either order, where one may stand already. */
const replaceNumber = fc
  .tuple(
    place,
    fc.constantFrom(2, 4, 8),
    fc.constantFrom(0n, 1n, 2n ** 15n, 2n ** 31n - 1n, 2n ** 31n, 2n ** 32n - 1n, 2n ** 53n, 2n ** 63n, -1n),
    fc.boolean(),
  )
  .map(
    ([share, size, value, little]): Edit =>
      (bytes) => {
        const spoilt = bytes.slice();
        const start = Math.max(0, Math.min(at(bytes, share), bytes.length - size));
        for (let index = 0; index < Math.min(size, bytes.length); index++) {
          const shift = BigInt(8 * (little ? index : size - 1 - index));
          spoilt[start + index] = Number((BigInt.asUintN(64, value) >> shift) & 255n);
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
      return join(bytes.subarray(0, start), new TextEncoder().encode(word), bytes.subarray(start));
    },
);

const edit = fc.oneof(
  { weight: 4, arbitrary: replaceByte },
  { weight: 3, arbitrary: replaceNumber },
  cut,
  remove,
  insert,
  repeat,
  { weight: 2, arbitrary: insertWord },
);

/** A file of `whole`, spoilt by one to five edits. */
export function spoilt(whole: fc.Arbitrary<Uint8Array>): fc.Arbitrary<Uint8Array> {
  return fc
    .tuple(whole, fc.array(edit, { minLength: 1, maxLength: 5 }))
    .map(([bytes, edits]) => edits.reduce((now, next) => next(now), bytes));
}
