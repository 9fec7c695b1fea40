// Ways to change a written file in one place, for faults that follow from how they are made. The number `choice` says where.
import { fileOf } from '../files.js';
import { type Entry, entriesOf, type Field, fieldsOf, headerFields, type MadeFile, objectOf, write } from './madeFiles.js';

/** Makes a file with a fault of one that has none. */
export type Spoil = (made: MadeFile, choice: number) => Uint8Array;

/** Where the numbers of a file begin. */
export const startOf = (file: Uint8Array) => 8 + Number(new DataView(file.buffer, file.byteOffset).getBigUint64(0, true));

/** The text of the header, changed; the numbers as they are. */
export const header =
  (change: (text: string, choice: number) => string): Spoil =>
  (made, choice) => {
    const file = write(made);
    const start = startOf(file);
    return fileOf(change(new TextDecoder().decode(file.subarray(8, start)), choice), file.subarray(start));
  };

/** The value of one tensor in the header, changed. */
export const value =
  (change: (entry: Entry, choice: number) => string): Spoil =>
  (made, choice) => {
    const { entries } = entriesOf(made);
    const chosen = choice % entries.length;
    const values = entries.map((entry, index) => (index === chosen ? change(entry, choice) : objectOf(fieldsOf(entry))));
    return write(made, values);
  };

/** Some of a tensor's three fields are changed. */
export const entry = (change: (entry: Entry, choice: number) => Partial<Entry>) =>
  value((before, choice) => objectOf(fieldsOf({ ...before, ...change(before, choice) })));

/** One of its offsets is another number, or a text that is none. */
export const offset = (change: (number: bigint) => string) =>
  entry(({ offsets }, choice) => ({
    offsets: offsets.map((each, index) => (index === choice % 2 ? change(BigInt(each)) : each)),
  }));

/** One of its sizes is another; a tensor without dimensions gets one. */
export const size = (change: (number: bigint) => string) =>
  entry(({ shape }, choice) => {
    const sizes = shape.length === 0 ? ['1'] : shape;
    return { shape: sizes.map((each, index) => (index === choice % sizes.length ? change(BigInt(each)) : each)) };
  });

/** All tensors from one on lie some bytes further on, or further back; there are as many bytes as the last one asks for. */
export const moved =
  (by: number, from: (choice: number, count: number) => number): Spoil =>
  (made, choice) => {
    const { entries, data } = entriesOf(made);
    const first = from(choice, entries.length);
    const values = entries.map((each, index) => {
      const offsets = each.offsets.map((given) => `${Number(given) + (index >= first ? by : 0)}`);
      return objectOf(fieldsOf({ ...each, offsets }));
    });
    return write(
      made,
      values,
      Array.from({ length: data.length + by }, (_, at) => data[at] ?? 0),
    );
  };

/** The metadata are this JSON. */
export const metadata =
  (json: string): Spoil =>
  (made) => {
    const { entries, data } = entriesOf(made);
    const values = entries.map((each) => objectOf(fieldsOf(each)));
    const fields: Field[] = [['"__metadata__"', json], ...headerFields({ ...made, metadata: undefined }, values)];
    return fileOf(objectOf(fields), data);
  };

/** The file as a whole is changed. */
export const whole =
  (change: (file: Uint8Array) => Uint8Array): Spoil =>
  (made) =>
    change(write(made));

/** The file tells another length of its header. */
export const length = (number: bigint): Spoil => whole((file) => fileOf(file.subarray(8), [], number));

/** The value of one tensor is there again, at the end of the header. */
export const twice =
  (spell: (name: string, made: MadeFile) => string): Spoil =>
  (made, choice) => {
    const { entries, data } = entriesOf(made);
    const values = entries.map((each) => objectOf(fieldsOf(each)));
    const chosen = choice % entries.length;
    const again: Field = [spell(made.tensors[chosen]?.name as string, made), values[chosen] as string];
    return fileOf(objectOf([...headerFields(made, values), again]), data);
  };
