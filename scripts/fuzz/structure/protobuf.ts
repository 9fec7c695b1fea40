// Edits of Protocol Buffers, of which an ONNX file is made: a field, however deep, is left out, put twice, renumbered, given another
// value or another kind; the lengths of all messages around it are right.
import fc from 'fast-check';
import { byteEdit } from '../byteEdits.js';
import { EDGE_NUMBERS, type Edit, lenient, pick, place } from '../edits.js';
import { type Field, readFields, varint, writeFields } from './protobufFields.js';

/** What becomes of a field; `other` is any other one of the file. */
type Change = (field: Field, other: Field) => readonly Field[];

const edgeNumber = fc.constantFrom(...EDGE_NUMBERS);
const changes: fc.Arbitrary<Change> = fc.oneof(
  fc.constant<Change>(() => []),
  fc.constant<Change>((field) => [field, field]),
  fc.constant<Change>((field, other) => [{ ...other, number: field.number }]),
  fc.constant<Change>((field, other) => [field, other]),
  fc.integer({ min: 1, max: 25 }).map(
    (number): Change =>
      (field) => [{ ...field, number: BigInt(number) }],
  ),
  edgeNumber.map(
    (value): Change =>
      ({ number }) => [{ number, kind: 0n, value }],
  ),
  byteEdit.map(
    (edit): Change =>
      ({ number, value }) => [
        {
          number,
          kind: 2n,
          value: edit(typeof value === 'bigint' ? varint(value) : value instanceof Uint8Array ? value : writeFields(value)),
        },
      ],
  ),
);

const allOf = (fields: readonly Field[]): Field[] =>
  fields.flatMap((field) => [field, ...(Array.isArray(field.value) ? allOf(field.value) : [])]);

const changed = (fields: readonly Field[], chosen: Field, other: Field, change: Change): readonly Field[] =>
  fields.flatMap((field) => {
    if (field === chosen) return change(field, other);
    return Array.isArray(field.value) ? { ...field, value: changed(field.value, chosen, other, change) } : field;
  });

export const protobufEdit: fc.Arbitrary<Edit> = fc.tuple(place, place, changes).map(([share, otherShare, change]) =>
  lenient((bytes) => {
    const fields = readFields(bytes);
    const all = allOf(fields);
    return writeFields(changed(fields, pick(all, share) as Field, pick(all, otherShare) as Field, change));
  }),
);
