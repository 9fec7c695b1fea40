// Evaluates what a side has trained by one measure for all, in float64: the mean cost of its weights on test images.
import { PIXELS, readImages, readLabels } from './given.js';
import { layersOf } from './parameters.js';
import type { Model, Training } from './works.js';

/** How many test images the cost is the mean of. */
const EXAMPLES = 2_000;

/** The mean cost on the first test images. */
export function meanLoss({ model, loss }: Training, flat: Float32Array): number {
  const images = readImages('test');
  const labels = readLabels('test');
  let total = 0;
  for (let example = 0; example < EXAMPLES; example++) {
    const outputs = outputsOf(model, flat, images.subarray(example * PIXELS, (example + 1) * PIXELS));
    const label = labels[example];
    if (loss === 'crossEntropy') total -= Math.log(outputs[label]);
    else total += outputs.reduce((sum, output, place) => sum + 0.5 * (output - (place === label ? 1 : 0)) ** 2, 0);
  }
  return total / EXAMPLES;
}

function outputsOf(model: Model, flat: Float32Array, input: Float32Array): Float64Array {
  const layers = layersOf(flat, model.sizes);
  let before = Float64Array.from(input);
  layers.forEach(({ inputs, outputs, weights, biases }, index) => {
    const sums = Float64Array.from(biases);
    for (let neuron = 0; neuron < outputs; neuron++) {
      for (let i = 0; i < inputs; i++) sums[neuron] += weights[neuron * inputs + i] * before[i];
    }
    before = activated(sums, index === layers.length - 1 ? model.output : model.hidden);
  });
  return before;
}

function activated(sums: Float64Array<ArrayBuffer>, activation: Model['hidden'] | Model['output']): Float64Array<ArrayBuffer> {
  if (activation === 'relu') return sums.map((sum) => Math.max(0, sum));
  if (activation === 'sigmoid') return sums.map((sum) => 1 / (1 + Math.exp(-sum)));
  const greatest = Math.max(...sums);
  const powers = sums.map((sum) => Math.exp(sum - greatest));
  const total = powers.reduce((sum, power) => sum + power, 0);
  return powers.map((power) => power / total);
}

/** The largest difference between two sides' outputs, over the images that both have. */
export function apart(one: Float32Array, other: Float32Array): number {
  let most = 0;
  for (let i = 0; i < Math.min(one.length, other.length); i++) most = Math.max(most, Math.abs(one[i] - other[i]));
  return most;
}
