// What looks like a mistake before training starts, but may be meant.
import type { Network } from '../model/Network.js';

/** A sentence for everything about the network that keeps it from learning. */
export function trainingWarnings(network: Network): string[] {
  return network.layers.flatMap((layer, index) => {
    const first = layer.weights[0];
    const alike =
      layer.outputs > 1 &&
      layer.biases.every((bias) => bias === layer.biases[0]) &&
      layer.weights.every((weight) => weight === first);
    if (!alike || index === network.layers.length - 1) return [];
    return `layers[${index}]: all its weights are ${first}, so its ${layer.outputs} neurons start alike and stay alike (symmetry). Start from drawn weights, as glorotUniform or heNormal.`;
  });
}
