// What looks like a mistake before training starts, but may be meant.
import type { Threads } from '../engine/threads/Threads.js';
import { learns } from '../learning/learners.js';
import type { Network } from '../model/Network.js';

/** A sentence for everything about the network that keeps it from learning, and for threads that there cannot be. */
export function trainingWarnings(network: Network, threads?: Threads): string[] {
  const missing =
    threads?.missing === undefined ? [] : [`threads: ${threads.missing} It trains without them, to the same bits.`];
  return [...missing, ...warningsOfLayers(network)];
}

function warningsOfLayers(network: Network): string[] {
  if (!network.layers.some(learns))
    return ['layers: none is trainable, so nothing is learnt. unfreeze(layer) makes one that is.'];
  return network.layers.flatMap((layer, index) => {
    if (!learns(layer)) return [];
    const first = layer.weights[0];
    const alike =
      layer.outputs > 1 &&
      layer.biases.every((bias) => bias === layer.biases[0]) &&
      layer.weights.every((weight) => weight === first);
    if (!alike || index === network.layers.length - 1) return [];
    return `layers[${index}]: all its weights are ${first}, so its ${layer.outputs} neurons start alike and stay alike (symmetry). Start from drawn weights, as glorotUniform or heNormal.`;
  });
}
