// Edits of a safetensors file: of its header's JSON and of its numbers, the length in front being right.
import fc from 'fast-check';
import { byteEdit } from '../byteEdits.js';
import { decode, type Edit, encode, join, lenient } from '../edits.js';
import { jsonEdit } from './json.js';

/** A file in its two parts. */
export interface Parts {
  readonly header: string;
  readonly data: Uint8Array;
}

/** A file taken apart. Throws for a length beyond it. */
export function partsOf(bytes: Uint8Array): Parts {
  const end = 8 + Number(Buffer.from(bytes).readBigUInt64LE(0));
  if (end > bytes.length) throw new Error('no header');
  return { header: decode(bytes.subarray(8, end)), data: bytes.subarray(end) };
}

/** And put together. */
export function fileOf({ header, data }: Parts): Uint8Array {
  const text = encode(header);
  const length = Buffer.alloc(8);
  length.writeBigUInt64LE(BigInt(text.length));
  return join(length, text, data);
}

/** Edits of the two parts. */
export const partsEdit: fc.Arbitrary<(parts: Parts) => Parts> = fc.oneof(
  {
    weight: 4,
    arbitrary: jsonEdit.map((edit) => ({ header, data }: Parts) => ({ header: edit(header), data })),
  },
  byteEdit.map((edit) => ({ header, data }: Parts) => ({ header, data: edit(data) })),
  fc.nat(20).map((count) => ({ header, data }: Parts) => ({ header: header + ' '.repeat(count), data })),
);

export const safetensorsEdit: fc.Arbitrary<Edit> = partsEdit.map((edit) => lenient((bytes) => fileOf(edit(partsOf(bytes)))));
