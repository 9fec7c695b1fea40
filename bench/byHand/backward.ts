// The backward pass by hand: adds an example's slopes to the gradients.
import type { HandLayer } from './layers.js';

/** The cost is quadratic behind sigmoid, and cross-entropy behind softmax. */
export function backward(layers: readonly HandLayer[], input: Float32Array, label: number): void {
  for (let index = layers.length - 1; index >= 0; index--) {
    const layer = layers[index];
    if (index === layers.length - 1) lastDeltas(layer, label);
    else hiddenDeltas(layer, layers[index + 1]);
    addGradient(layer, index === 0 ? input : layers[index - 1].activations);
  }
}

function lastDeltas({ activation, activations, deltas, outputs }: HandLayer, label: number): void {
  for (let neuron = 0; neuron < outputs; neuron++) {
    const y = activations[neuron];
    const miss = y - (neuron === label ? 1 : 0);
    deltas[neuron] = activation === 'softmax' ? miss : miss * y * (1 - y);
  }
}

function hiddenDeltas({ activation, activations, deltas, outputs }: HandLayer, next: HandLayer): void {
  for (let neuron = 0; neuron < outputs; neuron++) {
    const y = activations[neuron];
    const slope = activation === 'sigmoid' ? y * (1 - y) : y > 0 ? 1 : 0;
    deltas[neuron] = 0;
    if (slope === 0) continue;
    let sum = 0;
    const start = neuron * next.outputs;
    for (let i = 0; i < next.outputs; i++) sum += next.weights[start + i] * next.deltas[i];
    deltas[neuron] = sum * slope;
  }
}

function addGradient({ inputs, outputs, deltas, weightGradient, biasGradient }: HandLayer, before: Float32Array): void {
  for (let neuron = 0; neuron < outputs; neuron++) biasGradient[neuron] += deltas[neuron];
  for (let i = 0; i < inputs; i++) {
    const x = before[i];
    if (x === 0) continue;
    const start = i * outputs;
    for (let neuron = 0; neuron < outputs; neuron++) weightGradient[start + neuron] += deltas[neuron] * x;
  }
}
