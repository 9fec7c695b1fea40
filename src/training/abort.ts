// Stopping from outside, by the platform's AbortSignal.
import { ArgumentError } from '../support/errors.js';
import { describe, wording } from '../support/wording.js';

/** The part of the platform's `AbortSignal` that training reads. */
export interface AbortSignalLike {
  /** True once it should stop. */
  readonly aborted: boolean;
  /** What to throw then; an `AbortError` unless whoever aborted gave another. */
  readonly reason?: unknown;
}

/** A signal, told by its form. */
export function checkSignal(signal: AbortSignalLike | undefined): AbortSignalLike | undefined {
  if (signal !== undefined && typeof signal?.aborted !== 'boolean') {
    throw new ArgumentError(wording('signal', 'an AbortSignal', describe(signal), 'Pass controller.signal.'));
  }
  return signal;
}

/** Throws the signal's reason if it has been aborted. */
export function throwIfAborted(signal: AbortSignalLike | undefined): void {
  if (!signal?.aborted) return;
  throw signal.reason === undefined ? new DOMException('The training was aborted.', 'AbortError') : signal.reason;
}
