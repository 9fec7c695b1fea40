// Tells what a training has learnt from the luck of its initial weights.
import type { Network } from '../../model/Network.js';
import { drawnScale } from './neurons.js';
import { skillOf } from './skill.js';
import type { Trial } from './trial.js';

/** Untrained weights are lucky from this share of the most skill on; and the share of the rest that training must add. */
const LUCKY = 0.8;
const ADDED = 0.6;

/** How far the weights of a layer must move, in lengths of initial weights, to count as moved. */
const MOVED = 0.1;

/** The skill of the network before the first step: random weights may separate two classes nearly completely. */
export function untrained({ network, measured }: Trial): number {
  return skillOf(network(), measured);
}

/** Whether the training, and not luck, led from the one skill to the other, where `most` can be learnt. */
export function byTraining(before: number, after: number, most: number): boolean {
  return before < LUCKY * most && after - before >= ADDED * (most - before);
}

/** Whether a training moved the weights of any layer. */
export function moved(before: Network, after: Network): boolean {
  return before.layers.some((layer, index) => {
    const later = after.layers[index].weights;
    const square = layer.weights.reduce((sum, weight, place) => {
      const way = later[place] - weight;
      return sum + way * way;
    }, 0);
    // A change that is not finite is a move too.
    return !(Math.sqrt(square / later.length) < MOVED * drawnScale(layer));
  });
}
