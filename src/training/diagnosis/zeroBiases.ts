// Biases that start at 0, where it would help if they were drawn.
import { isTrainable } from '../../learning/parameters.js';
import { uniform } from '../../model/initializers/simple.js';
import type { Network } from '../../model/typedBySizes.js';
import type { Found } from './chosen.js';
import { bends, redrawn, SAME } from './redraw.js';
import { type Trial, tried } from './trial.js';

/** The most inputs of a curve or a surface. */
const FEW = 3;

/** Drawn biases must help from each of these seeds: one draw may be lucky. */
const SEEDS = [1, 2];

/**
 * Biases of hidden layers, where a network that follows a curve of few inputs learns `enough` with drawn ones. From 0 all neurons bend
 * at the same place, where the inputs are 0, and training has to move them apart.
 */
export function zeroBiases({ layers }: Network, own: Trial, enough: number): Found | undefined {
  const hidden = layers.slice(0, -1).filter((layer) => isTrainable(layer) && bends(layer));
  const isCurve = own.learnt.labels === undefined && own.learnt.width <= FEW;
  if (!isCurve || hidden.length === 0 || hidden.some(({ biasInitializer }) => biasInitializer)) return undefined;
  const change = { ...SAME, biasInitializer: uniform(-3, 3) };
  const drawn = (seed: number) => (trial: Trial) => ({ ...trial, network: () => redrawn(trial.network(), seed, change) });
  const skill = Math.min(...SEEDS.map((seed) => tried(drawn(seed)(own)).skill));
  if (!(skill >= enough)) return undefined;
  const message =
    'All neurons bend at the same place where biases start at 0, and this training learns from drawn ones: biasInitializer: uniform(-3, 3).';
  return { skill, findings: [{ kind: 'zeroBiases', message }], without: drawn(SEEDS[0] as number) };
}
