// Findings where the weights are the cause, or where nothing that was tried helps.
import type { Network } from '../../model/Network.js';
import type { Finding } from './finding.js';
import { moved } from './luck.js';
import { weightFindings } from './neurons.js';
import type { Outcome, Trial } from './trial.js';

/** Findings about weights from which a training learns less than from others. */
export function ofWeights(network: Network, { learnt }: Trial, { network: after }: Outcome): Finding[] {
  const found = weightFindings(network.layers, learnt);
  if (found.length > 0) return found;
  const later = weightFindings(after.layers, learnt).filter(({ kind }) => kind === 'deadNeurons');
  if (later.length > 0) return later;
  const still = moved(network, after) ? 'comes to a standstill from' : 'hardly moves';
  const message = `The training ${still} these weights, and learns from others. Start from another seed, or take more neurons.`;
  return [{ kind: 'stalled', message }];
}

/** Findings about the weights before or after the training, or else the recipe that learns more. */
export function unknown(network: Network, { learnt }: Trial, { skill, network: after }: Outcome, most: number): Finding[] {
  const found = weightFindings(network.layers, learnt);
  const later = found.length > 0 ? found : weightFindings(after.layers, learnt);
  if (later.length > 0) return later;
  const message = `The training learns ${percent(skill)} of what there is to learn, and one by the book ${percent(most)}: inputs scaled by standardize, two hidden layers of 32 relu neurons, adam({ learningRate: 0.01 }).`;
  return [{ kind: 'stalled', message }];
}

/** How much is learnt, and how much at another rate, in words. */
export function inWords(skill: number, other: number): string {
  return `it learns ${percent(skill)} of what there is to learn, and ${percent(other)} at another`;
}

function percent(share: number): string {
  return `${Math.round(share * 100)}%`;
}
