// Whether threads can share a training, an evaluation or a prediction, and gain by it.
import type { Dataset } from '../../data/Dataset.js';
import type { Loss } from '../../learning/losses/loss.js';
import type { Optimizer } from '../../learning/optimizers/optimizer.js';
import type { Network } from '../../model/Network.js';
import { canShareMemory } from '../idleCores.js';
import { isCustom, isCustomLoss } from '../kernels.js';
import type { Resident } from '../resident.js';
import type { Threads } from './Threads.js';

/** The fewest batches of predictions for which threads pay, since all inputs and outputs are copied. */
const LEAST_BATCHES = 25;

/** The part of a training or evaluation that decides. */
interface Work {
  readonly network: Network;
  readonly data: Dataset;
  readonly loss: Loss;
  /** Undefined where nothing is learnt. */
  readonly optimizer?: Optimizer | undefined;
}

/**
 * True if there can be threads, all functions are built in, since a thread cannot call the custom ones of its caller, and
 * a batch is large enough.
 */
export function canShare(threads: Threads, work: Work, batch: number): boolean {
  if (threads.missing !== undefined) return false;
  const { network, data, loss, optimizer } = work;
  const own = isCustomLoss(loss) || network.layers.some(({ activation }) => isCustom(activation));
  if (own || (optimizer !== undefined && optimizer.update.rule === undefined)) return false;
  return network.parameterCount * Math.min(batch, data.count) >= threads.leastWork && canShareMemory();
}

/** The same for a predictor's network, whose functions are all built in. */
export function canShareRows({ missing, leastWork }: Threads, { places }: Resident, count: number): boolean {
  if (missing !== undefined || count === 0) return false;
  return (places.parameterBytes / 4) * count >= leastWork * LEAST_BATCHES && canShareMemory();
}
