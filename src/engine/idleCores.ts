// Cores whose memory is unused at the moment, kept for the next use: making one takes longer than small work.
import { awaitCore, type Core, makeCore } from './core.js';

/** A memory that grew beyond this is not kept. */
const LARGEST = 67_108_864;

/** How many of each kind are kept. */
const MOST = 2;

const idle: Readonly<Record<'plain' | 'shared', Core[]>> = { plain: [], shared: [] };

/** A core whose memory nothing else uses; it may hold anything. Threads can open a shared one. */
export function takeCore(shared: boolean): Core {
  return idle[shared ? 'shared' : 'plain'].pop() ?? makeCore(shared);
}

/** A core for a store that is kept: a new one where it can be made, so that small data still share the idle ones. */
export function takeOwnCore(shared: boolean): Core {
  try {
    return makeCore(shared);
  } catch (error) {
    const core = idle[shared ? 'shared' : 'plain'].pop();
    if (core === undefined) throw error;
    return core;
  }
}

/** Whether there is one that need not be made. */
export function hasIdleCore(): boolean {
  return idle.plain.length > 0;
}

/**
 * Makes as many as are kept, for a call that waits for them: of a training with validation, each takes one.
 *
 * @param shared - Which kind.
 */
export async function awaitCores(shared: boolean): Promise<void> {
  const cores = idle[shared ? 'shared' : 'plain'];
  while (cores.length < MOST) cores.push(await awaitCore(shared));
}

let sharing: boolean | undefined;

/** Whether a memory of the core can be shared between threads here. */
export function canShareMemory(): boolean {
  if (idle.shared.length > 0) return true;
  if (sharing === undefined) {
    try {
      keepCore(makeCore(true), true);
      sharing = true;
    } catch {
      sharing = false;
    }
  }
  return sharing;
}

/** Keeps a core for the next use, unless it is large or there are enough. */
export function keepCore(core: Core, shared: boolean): void {
  const cores = idle[shared ? 'shared' : 'plain'];
  if (core.memory.buffer.byteLength > LARGEST || cores.length >= MOST || cores.includes(core)) return;
  core.host = undefined;
  cores.push(core);
}
