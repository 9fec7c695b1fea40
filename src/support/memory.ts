// The memory under an array, which its owner may have transferred to a worker.
import { ArgumentError } from './errors.js';
import { wording } from './wording.js';

/** The bytes of a memory, not copied. Throws if it was transferred to someone else, or cut short. */
export function bytesOf(what: string, memory: ArrayBufferLike, offset?: number, length?: number): Uint8Array {
  try {
    return new Uint8Array(memory, offset, length);
  } catch {
    throw new ArgumentError(
      wording(what, 'numbers', 'memory that was transferred away or cut short', 'Pass it before it is transferred, or a copy.'),
    );
  }
}
