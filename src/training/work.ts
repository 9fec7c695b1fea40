// How much is done between two chances to give way.
import { backend } from '../engine/backend.js';
import type { Network } from '../model/Network.js';

/** Multiplications and additions of a tenth of a millisecond, and of a few before the engine has compiled the loops. */
const PORTION = 100_000;

/** How many times as much the core does in that time. */
const CORE = 20;

/** How many examples make a portion: a page or a server stays responsive if it gives way after each. */
export function examplesAtATime(network: Network): number {
  const work = backend().name === 'webassembly' ? PORTION * CORE : PORTION;
  return Math.max(1, Math.floor(work / network.parameterCount));
}
