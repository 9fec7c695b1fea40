// Cores whose memory nobody uses at the moment, kept for whoever needs one next: making one takes longer than small work.
import { type Core, makeCore } from './core.js';

/** A memory that grew beyond this is not kept. */
const LARGEST = 67_108_864;

/** How many of each kind are kept. */
const MOST = 2;

const idle: Readonly<Record<'plain' | 'shared', Core[]>> = { plain: [], shared: [] };

/** A core with a memory that is used for nothing else, and may hold anything; a shared one can be handed to threads. */
export function takeCore(shared: boolean): Core {
  return idle[shared ? 'shared' : 'plain'].pop() ?? makeCore(shared);
}

/** Keeps a core for the next who needs one, unless it is large or there are enough. */
export function keepCore(core: Core, shared: boolean): void {
  const cores = idle[shared ? 'shared' : 'plain'];
  if (core.memory.buffer.byteLength > LARGEST || cores.length >= MOST || cores.includes(core)) return;
  core.host = undefined;
  cores.push(core);
}
