// Blocks of deflate that are as dear as can be: each has codes of its own, and nothing else (RFC 1951, 3.2.7).

/** The symbols whose codes are in use come at these places of the list of lengths of codes: 18 (zeros) and 1. */
const [PLACE_OF_18, PLACE_OF_1, PLACES] = [2, 17, 18];

/** Numbers as bits, the lowest first. */
const bits = (...fields: readonly (readonly [value: number, count: number])[]): string =>
  fields.map(([value, count]) => [...value.toString(2).padStart(count, '0')].reverse().join('')).join('');

/** 90 bits: a code of one bit for the end of the block, one for a distance, and the end. */
const BLOCK = [
  // Not the last block, of codes of its own: 257 literals and lengths, one distance, eighteen lengths of codes.
  bits([0, 1], [2, 2], [0, 5], [0, 5], [PLACES - 4, 4]),
  ...Array.from({ length: PLACES }, (_, place) => bits([place === PLACE_OF_18 || place === PLACE_OF_1 ? 1 : 0, 3])),
  // 138 and 118 zeros, and twice the length 1; then the end.
  bits([1, 1], [127, 7], [1, 1], [107, 7], [0, 1], [0, 1], [0, 1]),
].join('');

/** So many of them that they are about as many bytes. They end with a byte. */
export function emptyOwnCodes(size: number): Uint8Array {
  const eight = BLOCK.repeat(8);
  const bytes = Uint8Array.from({ length: eight.length / 8 }, (_, at) =>
    Number.parseInt([...eight.slice(8 * at, 8 * at + 8)].reverse().join(''), 2),
  );
  return new Uint8Array(Buffer.alloc(Math.max(1, Math.floor(size / bytes.length)) * bytes.length, bytes));
}
