// The forward pass by hand.
import type { HandLayer } from './layers.js';

/** The activations of the last layer, in an array that the next call fills again. */
export function forward(layers: readonly HandLayer[], input: Float32Array): Float32Array {
  let before = input;
  for (const layer of layers) {
    const { inputs, outputs, weights, biases, sums } = layer;
    sums.set(biases);
    for (let i = 0; i < inputs; i++) {
      const x = before[i];
      if (x === 0) continue;
      const start = i * outputs;
      for (let neuron = 0; neuron < outputs; neuron++) sums[neuron] += weights[start + neuron] * x;
    }
    activate(layer);
    before = layer.activations;
  }
  return before;
}

function activate({ activation, sums, activations, outputs }: HandLayer): void {
  if (activation === 'sigmoid') {
    for (let neuron = 0; neuron < outputs; neuron++) activations[neuron] = 1 / (1 + Math.exp(-sums[neuron]));
  } else if (activation === 'relu') {
    for (let neuron = 0; neuron < outputs; neuron++) activations[neuron] = Math.max(0, sums[neuron]);
  } else {
    let greatest = -Infinity;
    for (let neuron = 0; neuron < outputs; neuron++) greatest = Math.max(greatest, sums[neuron]);
    let total = 0;
    for (let neuron = 0; neuron < outputs; neuron++) total += Math.exp(sums[neuron] - greatest);
    for (let neuron = 0; neuron < outputs; neuron++) activations[neuron] = Math.exp(sums[neuron] - greatest) / total;
  }
}
