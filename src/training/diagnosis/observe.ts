// What a network does with some of the examples: the measures that findings are made of.
import type { Dataset } from '../../data/Dataset.js';
import { answer } from '../../learning/answer.js';
import { fillTrace, type LayerTrace, traceFor } from '../../model/forward.js';
import type { Layer } from '../../model/Layer.js';
import { largestOf } from './rows.js';

/** Multiplications that a diagnosis may take to look at examples, and how many examples it looks at. */
const WORK = 100_000_000;
const MOST_EXAMPLES = 1000;
const FEWEST_EXAMPLES = 50;

/** The largest slope of the activations that saturate, by their kernel. */
const STEEPEST: Readonly<Record<string, number>> = { sigmoid: 0.25, tanh: 1 };

/** Below this share of the largest slope a neuron counts as saturated. */
const FLAT = 0.04;

/** How often a neuron did what. */
export interface NeuronCounts {
  /** Examples for which it had a slope of 0 and an activation of 0. */
  readonly silent: Uint32Array;
  /** Examples for which a sigmoid or tanh had hardly a slope. */
  readonly flat: Uint32Array;
}

/** What was seen. */
export interface Observed {
  /** The examples that were looked at. */
  readonly sample: Dataset;
  /** One for each layer. */
  readonly counts: readonly NeuronCounts[];
  /** The largest standard deviation of an output over the examples. */
  readonly spread: number;
  /** The class that was answered to each example. */
  readonly answers: readonly number[];
}

/** Examples from the whole of the data, as many as there is time for. */
export function sampleOf(data: Dataset, parameterCount: number): Dataset {
  const most = Math.min(MOST_EXAMPLES, Math.max(FEWEST_EXAMPLES, Math.floor(WORK / parameterCount)));
  if (data.count <= most) return data;
  return data.select(Array.from({ length: most }, (_, index) => Math.floor((index * data.count) / most)));
}

/** Looks at what the layers make of every example of a sample. */
export function observe(layers: readonly Layer[], sample: Dataset): Observed {
  const trace = traceFor(layers, new Float32Array(sample.width));
  const counts = layers.map(({ outputs }) => ({ silent: new Uint32Array(outputs), flat: new Uint32Array(outputs) }));
  const outputs = Array.from({ length: sample.count }, (_, example) => {
    sample.readInput(trace.input, example);
    const output = fillTrace(layers, trace).slice();
    trace.layers.forEach((layerTrace, index) => {
      countNeurons(counts[index] as NeuronCounts, layers[index] as Layer, layerTrace);
    });
    return output;
  });
  return { sample, counts, spread: spreadOf(outputs), answers: outputs.map(answer) };
}

function countNeurons({ silent, flat }: NeuronCounts, { activation }: Layer, { weightedSums, activations }: LayerTrace): void {
  if (activation.kind === 'vector') return;
  const steepest = STEEPEST[activation.kernel ?? ''] ?? 0;
  activations.forEach((value, neuron) => {
    const slope = Math.abs(activation.derivative(weightedSums[neuron] as number, value));
    if (slope === 0 && value === 0) silent[neuron] = (silent[neuron] as number) + 1;
    if (slope < FLAT * steepest) flat[neuron] = (flat[neuron] as number) + 1;
  });
}

function spreadOf(outputs: readonly Float32Array[]): number {
  const count = outputs.length;
  const deviations = Float64Array.from(outputs[0] as Float32Array, (_, place) => {
    const values = outputs.map((output) => output[place] as number);
    const mean = values.reduce((sum, value) => sum + value, 0) / count;
    return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) * (value - mean), 0) / count);
  });
  return largestOf(deviations);
}
