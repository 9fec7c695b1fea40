// Which costs fit a network: the page offers no other, and trains by no other.
import type { Network } from 'glassbox-nn';
import { losses, type TrainingSpec } from './TrainingSpec';

type LossName = TrainingSpec['loss'];

/** The names of the costs that fit what the network's last layer gives; the usual one always does. */
export function fittingLosses({ layers }: Network): LossName[] {
  const range = layers.at(-1)?.activation.range;
  return (Object.keys(losses) as LossName[]).filter((name) => {
    const needed = losses[name]?.outputs ?? 'any';
    return needed === 'any' || needed === range || (needed === 'fractions' && range === 'shares');
  });
}

/** The cost that is wanted, or the usual one where it does not fit: an address may ask for it, or another network may have come. */
export function fittingLoss(network: Network, wanted: LossName): LossName {
  return fittingLosses(network).includes(wanted) ? wanted : 'usual';
}
