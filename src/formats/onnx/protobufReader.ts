// Reads Protocol Buffers: the fields of a message, each checked to lie within it.
import { powerOfTwo } from '../../linalg/powerOfTwo.js';
import { FormatError } from '../../support/errors.js';
import { decodeUtf8 } from '../../support/utf8.js';
import { wording } from '../../support/wording.js';

/** One field of a message. */
export interface Field {
  readonly number: number;
  /** Byte of the file where the field's value begins. */
  readonly offset: number;
  /** Of a varint its value, which is whole and from 0; of four or eight bytes, and of anything longer, undefined. */
  readonly integer: number | undefined;
  /** The same where half of all varints stand for numbers below 0, as in fields of type int64: exact near 0. */
  readonly signed: number | undefined;
  /** The bytes of the value, but for a varint; a view, not a copy. */
  readonly bytes: Uint8Array;
}

/** Varints have ten bytes at most. */
const LONGEST_VARINT = 10;

const VARINT = 0;
const EIGHT_BYTES = 1;
const MANY_BYTES = 2;
const FOUR_BYTES = 5;

/** Fields whose values are not looked at have no bytes. */
const NONE = /* @__PURE__ */ new Uint8Array(0);

/**
 * The fields of a message in their order. `start` is the byte of the file where the message begins. `single` are the numbers, at most
 * 31, of fields that have one value: one of them twice is a fault. Protocol Buffers let the last one count, other readers the first.
 */
export function* readFields(what: string, bytes: Uint8Array, start: number, single: readonly number[] = []): Generator<Field> {
  /** A bit for each of `single` that was there. */
  let seen = 0;
  for (let at = 0; at < bytes.length; ) {
    const tag = varintAt(what, bytes, at, start);
    at = tag.end;
    const number = Math.floor(tag.value / 8);
    const kind = tag.value % 8;
    if (number < 1 || number >= 2 ** 29) throw fault(what, 'a field numbered from 1 to 2^29 - 1', `${number}`, start + at);
    if (single.includes(number)) {
      const bit = 1 << number;
      if (seen & bit) throw new FormatError(wording(what, `field ${number} once`, 'it again'), { offset: start + at });
      seen |= bit;
    }
    if (kind === VARINT) {
      const { value, signed, end } = varintAt(what, bytes, at, start);
      yield { number, offset: start + at, integer: value, signed, bytes: NONE };
      at = end;
      continue;
    }
    if (kind !== EIGHT_BYTES && kind !== MANY_BYTES && kind !== FOUR_BYTES)
      throw fault(what, 'a kind of field that is in use', `kind ${kind}`, start + at);
    let length = kind === EIGHT_BYTES ? 8 : 4;
    if (kind === MANY_BYTES) {
      const size = varintAt(what, bytes, at, start);
      [length, at] = [size.value, size.end];
    }
    const left = bytes.length - at;
    if (length > left) throw fault(what, `${length} bytes`, `${left} to the end of its message`, start + at);
    yield { number, offset: start + at, integer: undefined, signed: undefined, bytes: bytes.subarray(at, at + length) };
    at += length;
  }
}

function fault(what: string, expected: string, got: string, offset: number): FormatError {
  return new FormatError(wording(what, expected, got, 'It is cut short, or no ONNX file.'), { offset });
}

/** The letters of most names: a decoder takes ten times as long for a short text. */
const SHORT = 64;

/** The text of a field. */
export function textOf(what: string, { bytes, offset }: Field): string {
  if (bytes.length <= SHORT && bytes.every((byte) => byte < 128)) return String.fromCharCode(...bytes);
  const text = decodeUtf8(bytes.slice());
  if (text === undefined) throw new FormatError(wording(what, 'UTF-8', 'bytes that are none'), { offset });
  return text;
}

/** The whole numbers of a repeated field, written one by one or packed. Those below 0 come as 2^64 more, and are not whole any longer. */
export function* integersOf(what: string, field: Field): Generator<number> {
  for (const { value } of varintsOf(what, field)) yield value;
}

/** The same of a field of type int32 or int64: those below 0 come as they are. */
export function* signedOf(what: string, field: Field): Generator<number> {
  for (const { signed } of varintsOf(what, field)) yield signed;
}

function* varintsOf(
  what: string,
  { integer, signed, bytes, offset }: Field,
): Generator<{ readonly value: number; readonly signed: number }> {
  if (integer !== undefined && signed !== undefined) {
    yield { value: integer, signed };
    return;
  }
  for (let at = 0; at < bytes.length; ) {
    const read = varintAt(what, bytes, at, offset);
    yield read;
    at = read.end;
  }
}

/** A varint: its value, the value if its highest bit is a sign, and the place behind it. */
interface Varint {
  readonly value: number;
  readonly signed: number;
  readonly end: number;
}

/** The varint at a place of a message, which begins at the byte `offset` of the file. */
function varintAt(what: string, bytes: Uint8Array, start: number, offset: number): Varint {
  let value = 0;
  // What is missing to 2^63 - 1: of numbers just below 2^64, which stand for those just below 0, a float64 would lose the last digits.
  let missing = 0;
  for (let index = 0; index < LONGEST_VARINT; index++) {
    const end = start + index + 1;
    const byte = bytes[end - 1];
    if (byte === undefined) throw fault(what, 'more bytes of a number', 'the end of its message', offset + end - 1);
    const digit = byte & 127;
    value += digit * powerOfTwo(7 * index);
    // Of the last byte there is room for one bit, which is the sign.
    const isNegative = index === LONGEST_VARINT - 1 && digit === 1;
    if (index === LONGEST_VARINT - 1 && digit > 1) throw fault(what, 'a number of 64 bits', 'more', offset + start);
    if (byte < 128) return { value, signed: isNegative ? -1 - missing : value, end };
    missing += (127 - digit) * powerOfTwo(7 * index);
  }
  throw fault(what, `a number of at most ${LONGEST_VARINT} bytes`, 'more', offset + start);
}
