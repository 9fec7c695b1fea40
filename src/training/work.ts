// How many examples a portion has: between two of them the loops of training and evaluation give way.
import { backend } from '../engine/backend.js';
import type { Network } from '../model/Network.js';

/**
 * Multiplications and additions of a portion. They take about 3 milliseconds in the core, which is quickest with many examples at a
 * time; in JavaScript a tenth of one, and a few before the engine has compiled the loops.
 */
const PORTION = { webassembly: 50_000_000, javascript: 100_000 };

/** Examples of a portion: a page or a server stays responsive if it gives way after each. */
export function examplesAtATime(network: Network): number {
  return Math.max(1, Math.floor(PORTION[backend().name] / network.parameterCount));
}
