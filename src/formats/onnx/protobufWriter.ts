// Writes Protocol Buffers: a message is a row of fields, each a number, a kind, and a value.
import { encodeUtf8 } from '../../support/utf8.js';
//
// Source: "Encoding", the description of the wire format at protobuf.dev.

/** A message, or a part of one: its bytes in pieces, so that the numbers of a tensor are copied once. */
export type Message = readonly Uint8Array[];

/** A whole number, from 0 on, as field `number`. */
export function integerField(number: number, value: number): Message {
  return [varint(number * 8), varint(value)];
}

/** A float32 as field `number`. */
export function floatField(number: number, value: number): Message {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setFloat32(0, value, true);
  return [varint(number * 8 + 5), bytes];
}

/** A text as field `number`. */
export function textField(number: number, text: string): Message {
  return messageField(number, [encodeUtf8(text)]);
}

/** A message, or bytes, as field `number`. */
export function messageField(number: number, ...parts: readonly Message[]): Message {
  const pieces = parts.flat();
  return [varint(number * 8 + 2), varint(lengthOf(pieces)), ...pieces];
}

/** The number of bytes of a message. */
function lengthOf(message: Message): number {
  return message.reduce((sum, { length }) => sum + length, 0);
}

/** All pieces as one array. */
export function bytesOfMessage(message: Message): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(lengthOf(message));
  let at = 0;
  for (const piece of message) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
}

/** Seven bits a byte, the lowest first; all bytes but the last have their highest bit set. */
function varint(value: number): Uint8Array {
  const bytes: number[] = [];
  let rest = value;
  while (rest > 127) {
    bytes.push((rest % 128) + 128);
    rest = Math.floor(rest / 128);
  }
  return Uint8Array.of(...bytes, rest);
}
