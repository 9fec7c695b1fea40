// Protocol Buffers, taken apart without a schema and put together to the same bytes.
import { join } from '../edits.js';

/** A field: a whole number, some bytes, or a message in it. */
export interface Field {
  readonly number: bigint;
  readonly kind: bigint;
  readonly value: bigint | Uint8Array | readonly Field[];
}

/** A varint and where it ends. */
function varintAt(bytes: Uint8Array, from: number): readonly [value: bigint, end: number] {
  let value = 0n;
  for (let at = from; at < from + 10 && at < bytes.length; at++) {
    value |= BigInt((bytes[at] as number) & 127) << BigInt(7 * (at - from));
    if ((bytes[at] as number) < 128) return [value, at + 1];
  }
  throw new Error('no varint');
}

/** A whole number in seven bits a byte, the last ones first. */
export function varint(value: bigint): Uint8Array {
  const bytes: number[] = [];
  for (let left = value; bytes.length === 0 || left > 0n; left >>= 7n)
    bytes.push(Number(left & 127n) | (left > 127n ? 128 : 0));
  return Uint8Array.from(bytes);
}

/** The fields of a message. Throws where it is none. */
export function readFields(bytes: Uint8Array): Field[] {
  const fields: Field[] = [];
  for (let at = 0; at < bytes.length; ) {
    const [tag, start] = varintAt(bytes, at);
    const [number, kind] = [tag >> 3n, tag & 7n];
    if (number === 0n || ![0n, 1n, 2n, 5n].includes(kind)) throw new Error('no message');
    const [value, end] = kind === 0n || kind === 2n ? varintAt(bytes, start) : [kind === 1n ? 8n : 4n, start];
    at = kind === 0n ? end : end + Number(value);
    if (at > bytes.length) throw new Error('no message');
    fields.push({
      number,
      kind,
      value: kind === 0n ? value : kind === 2n ? inside(bytes.slice(end, at)) : bytes.slice(end, at),
    });
  }
  return fields;
}

/** Bytes that may be a message are taken for one: what is written of it again is the same. */
function inside(bytes: Uint8Array): Uint8Array | readonly Field[] {
  try {
    return bytes.length === 0 ? bytes : readFields(bytes);
  } catch {
    return bytes;
  }
}

/** The bytes of a message. */
export function writeFields(fields: readonly Field[]): Uint8Array {
  return join(
    ...fields.flatMap(({ number, kind, value }) => {
      const tag = varint((number << 3n) | kind);
      if (typeof value === 'bigint') return [tag, varint(value)];
      const bytes = value instanceof Uint8Array ? value : writeFields(value);
      return kind === 2n ? [tag, varint(BigInt(bytes.length)), bytes] : [tag, bytes];
    }),
  );
}
