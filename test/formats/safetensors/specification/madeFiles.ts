// Safetensors files by what they hold, written after the format's description alone.
import * as fc from 'fast-check';
import { fileOf } from '../files.js';
import { bitsOf, FLOAT_NAMES, type FloatName, numberOf, sizeOf } from './numbers.js';

/** A tensor before it is written. */
export interface MadeTensor {
  readonly name: string;
  readonly dtype: FloatName;
  readonly shape: readonly number[];
  readonly bits: readonly bigint[];
}

/** A file before it is written: what it holds, and how it is spelt. */
export interface MadeFile {
  /** In the order of their numbers. */
  readonly tensors: readonly MadeTensor[];
  readonly metadata: readonly (readonly [string, string])[] | undefined;
  /** Where each tensor stands in the header: those of smaller numbers first. */
  readonly places: readonly number[];
  /** What stands between any two marks of the header. */
  readonly space: string;
  /** Whether texts are written as \uXXXX throughout. */
  readonly escaped: boolean;
  /** How many spaces stand behind the header. */
  readonly padding: number;
}

/** A field of the header: its key and its value, as JSON. */
export type Field = readonly [key: string, value: string];

/** The values of a tensor's three fields, as JSON. */
export interface Entry {
  readonly dtype: string;
  readonly shape: readonly string[];
  readonly offsets: readonly string[];
}

/** The numbers of a tensor. */
export const numbersOf = ({ dtype, bits }: MadeTensor): number[] => bits.map((each) => numberOf(dtype, each));

/** A text as JSON. */
export function spelt(text: string, escaped: boolean): string {
  if (!escaped) return JSON.stringify(text);
  const units = Array.from({ length: text.length }, (_, at) => text.charCodeAt(at).toString(16).padStart(4, '0'));
  return `"${units.map((unit) => `\\u${unit}`).join('')}"`;
}

/** Fields as a JSON object. */
export const objectOf = (fields: readonly Field[], space = ''): string =>
  `{${fields.map(([key, value]) => `${space}${key}${space}:${space}${value}`).join(`${space},`)}${space}}`;

/** A tensor's three fields. */
export const fieldsOf = ({ dtype, shape, offsets }: Entry): Field[] => [
  ['"dtype"', dtype],
  ['"shape"', `[${shape.join(',')}]`],
  ['"data_offsets"', `[${offsets.join(',')}]`],
];

/** Where each tensor's numbers lie, and the numbers. */
export function entriesOf({ tensors }: MadeFile): { readonly entries: Entry[]; readonly data: number[] } {
  const data: number[] = [];
  const entries = tensors.map(({ dtype, shape, bits }) => {
    const begin = data.length;
    for (const each of bits) {
      for (let byte = 0; byte < sizeOf(dtype); byte++) data.push(Number((each >> BigInt(8 * byte)) & 255n));
    }
    return { dtype: `"${dtype}"`, shape: shape.map(String), offsets: [`${begin}`, `${data.length}`] };
  });
  return { entries, data };
}

/** The fields of a header, in its order, whose tensors have these values. */
export function headerFields({ tensors, metadata, places, space, escaped }: MadeFile, values: readonly string[]): Field[] {
  const order = tensors.map((_, index) => index).sort((a, b) => (places[a] as number) - (places[b] as number));
  const fields = order.map((index): Field => [spelt(tensors[index]?.name as string, escaped), values[index] as string]);
  if (metadata === undefined) return fields;
  const texts = metadata.map(([key, value]): Field => [spelt(key, escaped), spelt(value, escaped)]);
  return [['"__metadata__"', objectOf(texts, space)], ...fields];
}

/** The file. */
export function write(made: MadeFile, values?: readonly string[], data?: ArrayLike<number>): Uint8Array {
  const right = entriesOf(made);
  const fields = headerFields(made, values ?? right.entries.map((entry) => objectOf(fieldsOf(entry), made.space)));
  return fileOf(objectOf(fields, made.space) + ' '.repeat(made.padding), data ?? right.data);
}

const text = fc.string({ unit: 'binary', maxLength: 8 });
const name = fc
  .oneof(text, fc.constantFrom('__proto__', 'constructor', '0.weight', '\u{1f9e0}', 'a/b', '"', '\\u0041', '\u0000'))
  .filter((given) => given !== '__metadata__');

function tensorOf(least: number): fc.Arbitrary<MadeTensor> {
  return fc
    .tuple(name, fc.constantFrom(...FLOAT_NAMES), fc.array(fc.integer({ min: least, max: 3 }), { maxLength: 4 }))
    .chain(([given, dtype, shape]) => {
      const count = shape.reduce((product, size) => product * size, 1);
      const bits = fc.array(bitsOf(dtype), { minLength: count, maxLength: count });
      return bits.map((each) => ({ name: given, dtype, shape, bits: each }));
    });
}

/** Files that follow the specification: of `fewest` tensors or more, whose sizes are `least` or more. */
export function madeFile({ fewest = 0, least = 0 } = {}): fc.Arbitrary<MadeFile> {
  const byName = { selector: (tensor: MadeTensor) => tensor.name };
  const texts = fc.uniqueArray(fc.tuple(text, text), { selector: ([key]) => key, maxLength: 3 });
  return fc.record({
    tensors: fc.uniqueArray(tensorOf(least), { ...byName, minLength: fewest, maxLength: 6 }),
    metadata: fc.option(texts, { nil: undefined }),
    places: fc.array(fc.nat(99), { minLength: 6, maxLength: 6 }),
    space: fc.constantFrom('', ' ', '\n\t', '\r\n   '),
    escaped: fc.boolean(),
    padding: fc.oneof({ weight: 4, arbitrary: fc.nat(9) }, fc.constantFrom(1000, 100_000)),
  });
}
