// Bytes that come from outside.
import { ArgumentError } from '../support/errors.js';
import { describe, viewName, wording } from '../support/wording.js';

/** Whether a value is an array of bytes: Uint8Array, Uint8ClampedArray or a Buffer of Node's, of this frame or another. */
export function isBytes(value: unknown): value is Uint8Array | Uint8ClampedArray {
  return ArrayBuffer.isView(value) && viewName(value).startsWith('Uint8');
}

/** The bytes as a Uint8Array over the caller's memory, not copied. */
export function viewBytes(what: string, given: unknown): Uint8Array {
  const kind = ArrayBuffer.isView(given) ? viewName(given) : Object.prototype.toString.call(given).slice(8, -1);
  if (isBytes(given)) return viewOf(what, given.buffer, given.byteOffset, given.length);
  if (kind === 'ArrayBuffer' || kind === 'SharedArrayBuffer') return viewOf(what, given as ArrayBuffer);
  const remedy = typeof given === 'string' ? 'Give the contents of the file, not its name or text.' : '';
  throw new ArgumentError(wording(what, 'the bytes of a file, as a Uint8Array or an ArrayBuffer', describe(given), remedy));
}

/** Throws if the memory under an array was transferred to someone else. */
export function refuseDetached(what: string, view: ArrayBufferView): void {
  viewOf(what, view.buffer);
}

function viewOf(what: string, memory: ArrayBufferLike, offset?: number, length?: number): Uint8Array {
  try {
    return new Uint8Array(memory, offset, length);
  } catch {
    throw new ArgumentError(
      wording(what, 'numbers', 'memory that was transferred away or cut short', 'Pass it before it is transferred, or a copy.'),
    );
  }
}
