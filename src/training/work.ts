// How much is done between two chances to give way.
import type { Network } from '../model/Network.js';

/** Multiplications and additions of a tenth of a millisecond, and of a few before the engine has compiled the loops. */
const PORTION = 100_000;

/** How many examples make a portion: a page or a server stays responsive if it gives way after each. */
export function examplesAtATime(network: Network): number {
  return Math.max(1, Math.floor(PORTION / network.parameterCount));
}
