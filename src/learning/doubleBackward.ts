// Backward in double precision, by the activations' formulas: the rule of backward.ts without the rounding to float32.
import { isBuiltIn } from '../model/activations/activation.js';
import type { DoubleLayer, DoubleTrace } from './doubleForward.js';
import type { Loss } from './losses/loss.js';

/** The slopes of one example's cost. */
export interface DoubleSlopes {
  /** For each layer, [outputs]: by each weighted sum. */
  readonly deltas: readonly Float64Array[];
  /** For each layer, [outputs]: by each activation; 0 where the cost is worked out from the weighted sums. */
  readonly slopes: readonly Float64Array[];
  /** For each layer, [outputs, inputs] and [outputs]: by each weight and bias. */
  readonly gradients: readonly { readonly weights: Float64Array; readonly biases: Float64Array }[];
}

/** The slopes of the cost of one example, from what {@link doubleForward} left. */
export function doubleBackward(
  layers: readonly DoubleLayer[],
  traces: readonly DoubleTrace[],
  input: ArrayLike<number>,
  target: Float32Array,
  loss: Loss,
): DoubleSlopes {
  const last = layers.length - 1;
  const deltas: Float64Array[] = [];
  const slopes: Float64Array[] = [];
  for (let index = last; index >= 0; index--) {
    const { partner } = loss;
    const partnered = index === last && partner !== undefined && isBuiltIn(layers[last].layer.activation, partner.activation);
    // Both are made for float32, and what they work out of doubles is as fine as these.
    const outputs = traces[index].activations as unknown as Float32Array;
    if (partnered) {
      slopes[index] = new Float64Array(outputs.length);
      deltas[index] = Float64Array.from(partner.delta(outputs, target));
    } else {
      const from = index === last ? Float64Array.from(loss.gradient(outputs, target)) : undefined;
      slopes[index] = from ?? carriedBack(layers[index + 1], deltas[index + 1]);
      deltas[index] = throughActivation(layers[index], slopes[index], traces[index]);
    }
  }
  const gradients = layers.map((_, index) => {
    const column = index === 0 ? input : traces[index - 1].activations;
    const weights = Float64Array.from(
      { length: deltas[index].length * column.length },
      (_, place) => deltas[index][Math.floor(place / column.length)] * column[place % column.length],
    );
    return { weights, biases: deltas[index] };
  });
  return { deltas, slopes, gradients };
}

/** From the slopes by a layer's weighted sums to those by what it sees: the transposed weights times them. */
function carriedBack({ layer: { inputs }, weights }: DoubleLayer, delta: Float64Array): Float64Array {
  const slopes = new Float64Array(inputs);
  for (let neuron = 0; neuron < delta.length; neuron++) {
    for (let i = 0; i < inputs; i++) slopes[i] += weights[neuron * inputs + i] * delta[neuron];
  }
  return slopes;
}

/** From the slopes by a layer's activations to those by its weighted sums. */
function throughActivation(
  { layer: { activation } }: DoubleLayer,
  slopes: Float64Array,
  { weightedSums, activations }: DoubleTrace,
): Float64Array {
  if (activation.kind === 'vector') {
    const shared = slopes.reduce((sum, slope, i) => sum + slope * activations[i], 0);
    return slopes.map((slope, i) => activations[i] * (slope - shared));
  }
  return slopes.map((slope, i) => slope * activation.derivative(weightedSums[i], activations[i]));
}
