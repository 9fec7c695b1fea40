// Whether outputs are confidences.
import { lastActivation } from '../learning/checkFit.js';
import type { Network } from '../model/Network.js';

/** Whether outputs are stated to be from 0 to 1, so that the largest of them is the confidence. */
export function hasConfidence(network: Pick<Network, 'layers'>): boolean {
  const { range } = lastActivation(network);
  return range === 'shares' || range === 'fractions';
}
