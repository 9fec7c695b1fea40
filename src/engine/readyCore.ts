// Makes the core ready for a call that can wait, where a page's main thread cannot have it at once: Chrome before version 115.
import { mayWorkLater } from './backend.js';
import { awaitCores } from './idleCores.js';
import type { Threads } from './threads/Threads.js';

/** Where a call that waited was refused too, JavaScript does the work from then on. */
let inVain = false;

/** Resolves when the core is ready, or cannot be; undefined where there is nothing to wait for. */
export function readyCore(threads?: Threads): Promise<void> | undefined {
  return !inVain && mayWorkLater() ? tryCores(threads) : undefined;
}

async function tryCores(threads: Threads | undefined): Promise<void> {
  try {
    await awaitCores(false);
    if (threads !== undefined) await awaitCores(true);
  } catch {
    inVain = true;
  }
}
