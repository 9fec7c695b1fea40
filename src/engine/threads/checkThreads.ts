// Threads that are passed in, duck-typed.

import { ArgumentError } from '../../support/errors.js';
import { readable } from '../../support/views.js';
import { describe, wording } from '../../support/wording.js';
import type { Threads } from './Threads.js';

/** Threads, or none. */
export function checkThreads(threads: Threads | undefined): Threads | undefined {
  const { count, stepFor } = readable<Threads>(threads);
  if (threads === undefined || (typeof count === 'number' && typeof stepFor === 'function')) return threads;
  const remedy = 'Pass nodeThreads(2) of glassbox-nn/node, or webThreads(2) of glassbox-nn/browser.';
  throw new ArgumentError(wording('threads', 'threads', describe(threads), remedy));
}
