// Reads bytes of the caller's.
import { bytesOf } from '../support/checks.js';
import { ArgumentError, FormatError } from '../support/errors.js';
import { unread } from '../support/unread.js';
import { unreadBytes, unreadText } from '../support/unreadText.js';
import { kindOf, lengthOf, tagOf } from '../support/views.js';
import { describe, wording } from '../support/wording.js';

/** Whether a value is an array of bytes: Uint8Array, Uint8ClampedArray or a Buffer of Node's, of this frame or another. */
export function isBytes(value: unknown): value is Uint8Array | Uint8ClampedArray {
  return kindOf(value)?.startsWith('Uint8') === true;
}

/** The bytes as a Uint8Array over the caller's memory, not copied. */
export function viewBytes(what: string, given: unknown): Uint8Array {
  const kind = tagOf(given);
  if (isBytes(given)) return bytesOf(what, given.buffer, given.byteOffset, lengthOf(given));
  if (kind === 'ArrayBuffer' || kind === 'SharedArrayBuffer') return bytesOf(what, given as ArrayBuffer);
  const found = typeof given === 'string' ? unreadText(given, 'bytes') : unread(given, 'bytes');
  const { got, remedy } = found ?? { got: describe(given), remedy: remedyFor(given) };
  throw new ArgumentError(wording(what, 'the bytes of a file, as a Uint8Array or an ArrayBuffer', got, remedy));
}

function remedyFor(given: unknown): string {
  const isNothing = given === undefined || given === null;
  return isNothing
    ? 'Has the file been written, and was it read to its end?'
    : 'Give the contents of the file, not its name or text.';
}

/**
 * The same for a whole file. Throws for a web page, which a server sends where it has no such file, and for gzip, unless `anyBytes` says that
 * a file may well begin so.
 */
export function fileBytes(what: string, given: unknown, anyBytes = false): Uint8Array {
  const bytes = viewBytes(what, given);
  if (anyBytes && bytes[0] === 0x1f) return bytes;
  const found = unreadBytes(bytes);
  if (found === undefined) return bytes;
  throw new FormatError(wording(what, 'the bytes of a file', found.got, found.remedy), { offset: 0 });
}
