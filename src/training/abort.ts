// Aborts a training or an evaluation by the platform's AbortSignal.
import { ArgumentError } from '../support/errors.js';
import { readable } from '../support/views.js';
import { describe, wording } from '../support/wording.js';

/** The part of the platform's `AbortSignal` that training reads. */
export interface AbortSignalLike {
  /** True once it should stop. */
  readonly aborted: boolean;
  /** The error to throw then: the reason given to `abort`, or else an `AbortError`. */
  readonly reason?: unknown;
  /** Calls a listener as soon as the signal is aborted. Without this method an abort is seen at the next check. */
  addEventListener?(type: 'abort', listener: () => void): void;
  /** Removes a listener. */
  removeEventListener?(type: 'abort', listener: () => void): void;
}

/** Checks the option `signal`, duck-typed. */
export function checkSignal(signal: AbortSignalLike | undefined): AbortSignalLike | undefined {
  if (signal !== undefined && typeof readable<AbortSignalLike>(signal).aborted !== 'boolean') {
    throw new ArgumentError(wording('signal', 'an AbortSignal', describe(signal), 'Pass controller.signal.'));
  }
  return signal;
}

/** Throws the reason of a signal that is aborted. */
export function throwIfAborted(signal: AbortSignalLike | undefined): void {
  if (signal?.aborted) throw reasonOf(signal);
}

/**
 * Waits for a promise, or rejects with the signal's reason as soon as it is aborted. A promise that has settled by then counts; what
 * becomes of it later is ignored.
 */
export async function orAborted<Value>(
  promise: Value | PromiseLike<Value>,
  signal: AbortSignalLike | undefined,
): Promise<Value> {
  let stop = () => {};
  const aborted = new Promise<never>((_, reject) => {
    stop = () => reject(reasonOf(signal as AbortSignalLike));
  });
  if (signal?.aborted) stop();
  else signal?.addEventListener?.('abort', stop);
  try {
    return await Promise.race([promise, aborted]);
  } finally {
    signal?.removeEventListener?.('abort', stop);
  }
}

/** The error of an aborted signal. */
export function reasonOf({ reason }: AbortSignalLike): unknown {
  if (reason !== undefined) return reason;
  const message = 'The training was aborted.';
  // React Native has no DOMException.
  if (typeof DOMException === 'undefined') return Object.assign(new Error(message), { name: 'AbortError' });
  return new DOMException(message, 'AbortError');
}
