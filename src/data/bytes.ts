// Bytes that come from outside.
import { ArgumentError, FormatError } from '../support/errors.js';
import { bytesOf } from '../support/memory.js';
import { unread } from '../support/unread.js';
import { unreadText } from '../support/unreadText.js';
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
  const usual = typeof given === 'string' ? 'Give the contents of the file, not its name or text.' : '';
  const found = typeof given === 'string' ? unreadText(given, 'bytes') : unread(given, 'bytes');
  const { got, remedy } = found ?? { got: describe(given), remedy: usual };
  throw new ArgumentError(wording(what, 'the bytes of a file, as a Uint8Array or an ArrayBuffer', got, remedy));
}

/** The same of a whole file, which is no web page: a server sends one where it has no such file. */
export function fileBytes(what: string, given: unknown): Uint8Array {
  const bytes = viewBytes(what, given);
  const beginning = String.fromCharCode(...bytes.subarray(0, 40)).replace(/\s+/g, ' ');
  if (!/^(\xef\xbb\xbf)? ?<(!doctype html|html)\b/i.test(beginning)) return bytes;
  const remedy = 'Look at the address that it came from, and at response.ok.';
  throw new FormatError(wording(what, 'the bytes of a file', `a web page, ${describe(beginning)}`, remedy), { offset: 0 });
}
