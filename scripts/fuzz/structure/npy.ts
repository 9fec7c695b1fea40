// Edits of an .npy file's header: a word of its Python literal is another, a field is left out or comes twice; its length is right.
import fc from 'fast-check';
import { decode, type Edit, encode, join, lenient, pick, place } from '../edits.js';

/** What may stand for any value: types, shapes, and what is neither. */
const VALUES = [
  ...["'<f4'", "'>f8'", "'<f2'", "'|u1'", "'|b1'", "'<i8'", "'|O'", "'<U3'", "'|V8'", "'=f4'", "'<c8'", "[('a', '<f4')]"],
  ...['()', '(0,)', '(3,)', '(2, 3)', '(4294967296, 4294967296)', '(-1,)', '(1.5,)', '(9007199254740993,)', '(((3,)))'],
  ...['True', 'False', 'None', '1', "'", '"', '{', '}', '(', '\\x00', '__import__("os")'],
];

/** A header as its version has it. Throws for what is none. */
function partsOf(bytes: Uint8Array): {
  readonly head: Uint8Array;
  readonly size: 2 | 4;
  readonly text: string;
  readonly data: Uint8Array;
} {
  const size = bytes[6] === 1 ? 2 : 4;
  const length = Buffer.from(bytes).readUIntLE(8, size);
  const end = 8 + size + length;
  if (end > bytes.length) throw new Error('no header');
  return { head: bytes.slice(0, 8), size, text: decode(bytes.subarray(8 + size, end)), data: bytes.subarray(end) };
}

const header = (change: (text: string) => string): Edit =>
  lenient((bytes) => {
    const { head, size, text, data } = partsOf(bytes);
    const changed = encode(change(text));
    const length = Buffer.alloc(size);
    length.writeUIntLE(changed.length, 0, size);
    return join(head, length, changed, data);
  });

/** A quoted word, a tuple, or a name. */
const TOKENS = /'[^']*'|\([^()]*\)|\w+/g;

const replace = fc.tuple(place, fc.constantFrom(...VALUES)).map(([share, value]) =>
  header((text) => {
    const found = pick([...text.matchAll(TOKENS)], share);
    if (found === undefined) return text;
    return text.slice(0, found.index) + value + text.slice(found.index + found[0].length);
  }),
);

/** One of the fields, as `'shape': (3,), `, is there a number of times. */
const times = fc.tuple(place, fc.constantFrom(0, 2)).map(([share, count]) =>
  header((text) => {
    const found = pick([...text.matchAll(/'\w+': (?:\([^()]*\)|[^,}]*),? ?/g)], share);
    if (found === undefined) return text;
    return text.slice(0, found.index) + found[0].repeat(count) + text.slice(found.index + found[0].length);
  }),
);

const version = fc.constantFrom(0, 1, 2, 3, 4).map(
  (number): Edit =>
    (bytes) =>
      bytes.map((byte, at) => (at === 6 ? number : byte)),
);

export const npyEdit: fc.Arbitrary<Edit> = fc.oneof({ weight: 4, arbitrary: replace }, times, version);
