// Findings about a loss that does not fit the outputs: training refuses it where the ranges say so, and warns where the outputs do.
import type { Dataset } from '../../data/Dataset.js';
import { checkLoss } from '../../learning/checkFit.js';
import type { Loss } from '../../learning/losses/loss.js';
import type { Network } from '../../model/Network.js';
import { outputWarnings } from '../warnings.js';
import type { Finding } from './finding.js';

/** A finding if training refuses the loss, in its words. */
export function lossFit(network: Network, loss: Loss): Finding[] {
  try {
    checkLoss(network, loss);
    return [];
  } catch (error) {
    return [{ kind: 'lossFit', message: (error as Error).message }];
  }
}

/** Findings of which training warns, since there are outputs that the loss does not take. */
export function lossWarned(network: Network, data: Dataset, loss: Loss): Finding[] {
  return outputWarnings(network, data, loss, data.count).map((message) => ({ kind: 'lossFit', message }));
}
