// The core made ready for a call that can wait, where a page's own thread cannot have it at once: Chrome and Edge before version 115.
import { mayWorkLater } from './backend.js';
import { awaitCores } from './idleCores.js';
import type { Threads } from './threads/Threads.js';

/** Where it was refused to calls that wait as well, JavaScript does the work from then on. */
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
