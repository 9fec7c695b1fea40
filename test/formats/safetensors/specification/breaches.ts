// Ways to break a rule of the format's description, one at a time, in files of two tensors or more that all have numbers.
import { fileOf } from '../files.js';
import { type Entry, entriesOf, type Field, fieldsOf, headerFields, objectOf, spelt, write } from './madeFiles.js';
import { entry, header, length, metadata, moved, offset, type Spoil, size, startOf, twice, value, whole } from './spoiling.js';

/** A way to break a rule. */
export interface Breach {
  readonly fault: string;
  /** What the library answers. */
  readonly code: 'FORMAT' | 'LIMIT';
  readonly spoil: Spoil;
  /** True where the reference implementation (0.8.0) reads it all the same: `npm run test:interop` holds them against each other. */
  readonly taken?: true;
}

const encoder = new TextEncoder();
const ascii = (text: string) => [...encoder.encode(text)];

const START: readonly Breach[] = [
  { fault: 'fewer than 8 bytes', code: 'FORMAT', spoil: (made, choice) => write(made).subarray(0, choice % 8) },
  { fault: 'a header of no length', code: 'FORMAT', spoil: length(0n) },
  {
    fault: 'a header one byte beyond the file',
    code: 'FORMAT',
    spoil: whole((file) => fileOf(file.subarray(8), [], BigInt(file.length - 7))),
  },
  { fault: 'a header of 100 MB and a byte', code: 'LIMIT', spoil: length(100_000_001n) },
  { fault: 'a header of 2^32 + 8 bytes', code: 'LIMIT', spoil: length(2n ** 32n + 8n) },
  { fault: 'a header of 2^63 bytes', code: 'LIMIT', spoil: length(2n ** 63n) },
  { fault: 'a space before the header', taken: true, code: 'FORMAT', spoil: header((text) => ` ${text}`) },
  { fault: 'a byte-order mark', code: 'FORMAT', spoil: header((text) => `\uFEFF${text}`) },
  { fault: 'a header that is an array', code: 'FORMAT', spoil: header((text) => `[${text}]`) },
  {
    fault: 'bytes that are no UTF-8',
    code: 'FORMAT',
    spoil: (made, choice) => {
      const bad = [[0xff], [0xc0, 0x80], [0xed, 0xa0, 0x80], [0xf5, 0x80, 0x80, 0x80], [0xe2, 0x82]][choice % 5] as number[];
      const { entries, data } = entriesOf(made);
      const text = objectOf(
        headerFields(
          { ...made, metadata: undefined },
          entries.map((each) => objectOf(fieldsOf(each))),
        ),
      );
      return fileOf(Uint8Array.of(...ascii('{"__metadata__":{"'), ...bad, ...ascii('":""},'), ...ascii(text.slice(1))), data);
    },
  },
];

const JSON_TEXT: readonly Breach[] = [
  {
    fault: 'a header cut short',
    code: 'FORMAT',
    spoil: header((text, choice) => text.slice(0, 1 + (choice % (text.trimEnd().length - 1)))),
  },
  { fault: 'a word behind the header', code: 'FORMAT', spoil: header((text) => `${text}x`) },
  { fault: 'zeros behind the header', code: 'FORMAT', spoil: header((text) => `${text}\0\0`) },
  { fault: 'a second object behind the header', code: 'FORMAT', spoil: header((text) => `${text}{}`) },
  { fault: 'a comma too many', code: 'FORMAT', spoil: header((text) => `${text.trimEnd().slice(0, -1)},}`) },
  { fault: 'a comment', code: 'FORMAT', spoil: header((text) => `${text.trimEnd().slice(0, -1)}/**/}`) },
  { fault: 'a line break within a text', code: 'FORMAT', spoil: metadata('{"a":"\n"}') },
  { fault: 'single quotes', code: 'FORMAT', spoil: metadata("{'a':'b'}") },
];

const KEYS: readonly Breach[] = [
  {
    fault: 'a tensor twice',
    taken: true,
    code: 'FORMAT',
    spoil: twice((name, { escaped }) => spelt(name, escaped)),
  },
  {
    fault: 'a tensor twice, spelt differently',
    taken: true,
    code: 'FORMAT',
    spoil: twice((name, { escaped }) => spelt(name, !escaped)),
  },
  { fault: 'metadata twice', code: 'FORMAT', spoil: metadata('{},"__metadata__":{}') },
  { fault: 'a key of the metadata twice', taken: true, code: 'FORMAT', spoil: metadata('{"a":"1","\\u0061":"2"}') },
  ...[0, 1, 2].map(
    (field): Breach => ({
      fault: `a field of a tensor twice (${field})`,
      code: 'FORMAT',
      spoil: value((before) => objectOf([...fieldsOf(before), fieldsOf(before)[field] as Field])),
    }),
  ),
  ...[0, 1, 2].map(
    (field): Breach => ({
      fault: `a field of a tensor missing (${field})`,
      code: 'FORMAT',
      spoil: value((before) => objectOf(fieldsOf(before).filter((_, index) => index !== field))),
    }),
  ),
  ...['1', 'null', 'true', '["a"]', '{"b":"c"}'].map(
    (json): Breach => ({ fault: `the metadata ${json} for a text`, code: 'FORMAT', spoil: metadata(`{"a":${json}}`) }),
  ),
  ...['null', '[]', '"a"', '1'].map(
    (json): Breach => ({
      fault: `the metadata ${json}`,
      code: 'FORMAT',
      spoil: metadata(json),
      ...(json === 'null' && { taken: true as const }),
    }),
  ),
];

const VALUES: readonly Breach[] = [
  ...['null', '[]', '"F32"', '0'].map(
    (json): Breach => ({ fault: `${json} for a tensor`, code: 'FORMAT', spoil: value(() => json) }),
  ),
  ...['"F33"', '"f32"', '"float32"', '""', '"__proto__"', '7', 'null', '["F32"]'].map(
    (dtype): Breach => ({ fault: `the type ${dtype}`, code: 'FORMAT', spoil: entry(() => ({ dtype })) }),
  ),
  ...['-1', '0.5', '1e0', '"1"', 'null', '01', '+1', '0x1', 'NaN', '-0', '18446744073709551616'].flatMap((number): Breach[] => [
    { fault: `the size ${number}`, code: 'FORMAT', spoil: size(() => number) },
    { fault: `the offset ${number}`, code: 'FORMAT', spoil: offset(() => number) },
  ]),
  { fault: 'an array for a size', code: 'LIMIT', spoil: size((number) => `[${number}]`) },
  { fault: 'an array for an offset', code: 'LIMIT', spoil: offset((number) => `[${number}]`) },
  { fault: 'an offset written with a point', code: 'FORMAT', spoil: offset((number) => `${number}.0`) },
  { fault: 'an offset too few', code: 'FORMAT', spoil: entry(({ offsets }) => ({ offsets: offsets.slice(0, 1) })) },
  { fault: 'an offset too many', code: 'FORMAT', spoil: entry(({ offsets }) => ({ offsets: [...offsets, '0'] })) },
  {
    fault: 'an end before its beginning',
    code: 'FORMAT',
    spoil: entry(({ offsets }) => ({ offsets: [...offsets].reverse() })),
  },
  { fault: 'a size that is one more', code: 'FORMAT', spoil: size((number) => `${number + 1n}`) },
  { fault: 'a dimension of 2 more', code: 'FORMAT', spoil: entry(({ shape }) => ({ shape: [...shape, '2'] })) },
  { fault: 'a dimension of 0 more', code: 'FORMAT', spoil: entry(({ shape }) => ({ shape: ['0', ...shape] })) },
  { fault: 'a product beyond 64 bits', code: 'LIMIT', spoil: entry(() => ({ shape: ['4294967296', '4294967296'] })) },
  {
    fault: 'a product that comes round to the right one in 64 bits',
    code: 'LIMIT',
    // The two are inverses of each other among the whole numbers of 64 bits.
    spoil: entry(({ shape }) => ({ shape: [...shape, '4194305', '17592181850113'] })),
  },
];

const NUMBERS: readonly Breach[] = [
  {
    fault: 'a hole before the first tensor',
    code: 'FORMAT',
    spoil: (made, choice) => moved(1 + (choice % 9), () => 0)(made, choice),
  },
  {
    fault: 'a hole between two tensors',
    code: 'FORMAT',
    spoil: (made, choice) => moved(1 + (choice % 9), (each, count) => 1 + (each % (count - 1)))(made, choice),
  },
  {
    fault: 'tensors that overlap by a byte',
    code: 'FORMAT',
    spoil: moved(-1, (choice, count) => 1 + (choice % (count - 1))),
  },
  { fault: 'a byte too few', code: 'FORMAT', spoil: whole((file) => file.subarray(0, -1)) },
  { fault: 'a byte too many', code: 'FORMAT', spoil: whole((file) => Uint8Array.of(...file, 0)) },
  { fault: 'no numbers at all', code: 'FORMAT', spoil: whole((file) => file.slice(0, startOf(file))) },
  {
    fault: 'two tensors of the same numbers',
    code: 'FORMAT',
    spoil: (made, choice) => {
      const { entries, data } = entriesOf(made);
      const chosen = entries[choice % entries.length] as Entry;
      const other = spelt(made.tensors.map(({ name }) => name).join('+') + choice, false);
      const fields = headerFields(
        made,
        entries.map((each) => objectOf(fieldsOf(each))),
      );
      return fileOf(objectOf([...fields, [other, objectOf(fieldsOf(chosen))]]), data);
    },
  },
];

/** All of them. */
export const BREACHES: readonly Breach[] = [...START, ...JSON_TEXT, ...KEYS, ...VALUES, ...NUMBERS];
