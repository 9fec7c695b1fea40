// Counts dead and saturated activations over some of the examples, for the findings about neurons.
import type { Dataset } from '../../data/Dataset.js';
import { isBuiltIn } from '../../model/activations/activation.js';
import { fillTrace, type LayerTrace, traceFor } from '../../model/forward.js';
import type { Layer } from '../../model/Layer.js';

/** Below this share of its largest derivative a neuron counts as saturated, and above this share softmax does. */
const FLAT = 0.04;
const SURE = 0.999;

/** The largest derivative of the activations that saturate, by their names. */
const STEEPEST: Readonly<Record<string, number>> = { sigmoid: 0.25, tanh: 1 };

/** For each neuron of a layer, how many examples: [outputs]. */
export interface NeuronCounts {
  /** Examples for which it had a derivative of 0 and an activation of 0. */
  readonly silent: Uint32Array;
  /** Examples for which a sigmoid, a tanh or a softmax had a derivative near 0. */
  readonly flat: Uint32Array;
}

/** The counts of every layer over all examples. */
export function observe(layers: readonly Layer[], sample: Dataset): NeuronCounts[] {
  const trace = traceFor(layers, new Float32Array(sample.width));
  const counts = layers.map(({ outputs }) => ({ silent: new Uint32Array(outputs), flat: new Uint32Array(outputs) }));
  for (let example = 0; example < sample.count; example++) {
    sample.readInput(trace.input, example);
    fillTrace(layers, trace);
    trace.layers.forEach((layerTrace, index) => {
      countNeurons(counts[index], layers[index], layerTrace);
    });
  }
  return counts;
}

function countNeurons({ silent, flat }: NeuronCounts, { activation }: Layer, { weightedSums, activations }: LayerTrace): void {
  if (activation.kind === 'vector') {
    const sure = activations.some((share) => share > SURE);
    if (sure) for (let neuron = 0; neuron < flat.length; neuron++) flat[neuron] += 1;
    return;
  }
  const steepest = isBuiltIn(activation) ? (STEEPEST[activation.name] ?? 0) : 0;
  activations.forEach((value, neuron) => {
    const derivative = Math.abs(activation.derivative(weightedSums[neuron], value));
    if (derivative === 0 && value === 0) silent[neuron] += 1;
    if (derivative < FLAT * steepest) flat[neuron] += 1;
  });
}
