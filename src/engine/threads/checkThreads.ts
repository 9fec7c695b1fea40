// Threads that are passed in, told by their form.

import { ArgumentError } from '../../support/errors.js';
import { describe, wording } from '../../support/wording.js';
import type { Threads } from './Threads.js';

/** Threads, or none. */
export function checkThreads(threads: Threads | undefined): Threads | undefined {
  if (threads === undefined || (typeof threads?.count === 'number' && typeof threads.stepFor === 'function')) return threads;
  const remedy = 'Pass nodeThreads(2) of glassbox-nn/node, or webThreads(2) of glassbox-nn/browser.';
  throw new ArgumentError(wording('threads', 'threads', describe(threads), remedy));
}
