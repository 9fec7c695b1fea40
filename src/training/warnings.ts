// What looks like a mistake before training starts, but may be meant.
import type { Threads } from '../engine/threads/Threads.js';
import type { Network } from '../model/Network.js';
import { allFrozen, symmetry } from './diagnosis/weights.js';

/** A sentence for everything about the network that keeps it from learning, and for threads that there cannot be. */
export function trainingWarnings({ layers }: Network, threads?: Threads): string[] {
  const missing =
    threads?.missing === undefined ? [] : [`threads: ${threads.missing} It trains without them, to the same bits.`];
  return [...missing, ...[...allFrozen(layers), ...symmetry(layers)].map(({ message }) => message)];
}
