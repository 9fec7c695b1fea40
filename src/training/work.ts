// How much is done between two chances to give way.
import type { Network } from '../model/Network.js';

/** Multiplications and additions of about a millisecond in plain JavaScript. */
const PORTION = 1_000_000;

/** How many examples make a portion: a page or a server stays responsive if it gives way after each. */
export function examplesAtATime(network: Network): number {
  return Math.max(1, Math.floor(PORTION / network.parameterCount));
}
