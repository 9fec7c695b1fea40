// Bytes that come from outside.
import { ArgumentError } from '../support/errors.js';
import { bytesOf } from '../support/memory.js';
import { describe, viewName, wording } from '../support/wording.js';

/** Whether a value is an array of bytes: Uint8Array, Uint8ClampedArray or a Buffer of Node's, of this frame or another. */
export function isBytes(value: unknown): value is Uint8Array | Uint8ClampedArray {
  return ArrayBuffer.isView(value) && viewName(value).startsWith('Uint8');
}

/** The bytes as a Uint8Array over the caller's memory, not copied. */
export function viewBytes(what: string, given: unknown): Uint8Array {
  const kind = ArrayBuffer.isView(given) ? viewName(given) : Object.prototype.toString.call(given).slice(8, -1);
  if (isBytes(given)) return bytesOf(what, given.buffer, given.byteOffset, given.length);
  if (kind === 'ArrayBuffer' || kind === 'SharedArrayBuffer') return bytesOf(what, given as ArrayBuffer);
  const remedy = typeof given === 'string' ? 'Give the contents of the file, not its name or text.' : '';
  throw new ArgumentError(wording(what, 'the bytes of a file, as a Uint8Array or an ArrayBuffer', describe(given), remedy));
}
