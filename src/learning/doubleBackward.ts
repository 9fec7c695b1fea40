// Backward in double precision, by the activations' formulas: the rule of backward.ts without the rounding to float32.
import { isBuiltIn } from '../model/activations/activation.js';
import type { DoubleLayer, DoubleTrace } from './doubleForward.js';
import type { Loss } from './losses/loss.js';
import type { CheckedExample } from './nudging.js';

/** The gradients of one example's cost. */
export interface DoubleGradients {
  /** For each layer, [outputs]: by each weighted sum. */
  readonly deltas: readonly Float64Array[];
  /** For each layer, [outputs]: by each activation; 0 where the cost is worked out from the weighted sums. */
  readonly byActivations: readonly Float64Array[];
  /** For each layer, [outputs, inputs] and [outputs]: by each weight and bias. */
  readonly gradients: readonly { readonly weights: Float64Array; readonly biases: Float64Array }[];
}

/** The gradients of one example's cost x its weight, from the trace of {@link doubleForward}. */
export function doubleBackward(
  layers: readonly DoubleLayer[],
  traces: readonly DoubleTrace[],
  { input, target, weight }: CheckedExample,
  loss: Loss,
): DoubleGradients {
  const last = layers.length - 1;
  const deltas: Float64Array[] = [];
  const byActivations: Float64Array[] = [];
  for (let index = last; index >= 0; index--) {
    const { partner } = loss;
    const partnered = index === last && partner !== undefined && isBuiltIn(layers[last].layer.activation, partner.activation);
    // Both are made for float32, and what they work out of doubles is as fine as these.
    const outputs = traces[index].activations as unknown as Float32Array;
    if (partnered) {
      byActivations[index] = new Float64Array(outputs.length);
      deltas[index] = Float64Array.from(partner.delta(outputs, target), (derivative) => derivative * weight);
    } else {
      const from = index === last ? Float64Array.from(loss.gradient(outputs, target), (one) => one * weight) : undefined;
      byActivations[index] = from ?? gradientByInputs(layers[index + 1], deltas[index + 1]);
      deltas[index] = activationDerivative(layers[index], byActivations[index], traces[index]);
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
  return { deltas, byActivations, gradients };
}

/** The gradient by a layer's inputs from that by its weighted sums: the transposed weights times it. */
function gradientByInputs({ layer: { inputs }, weights }: DoubleLayer, delta: Float64Array): Float64Array {
  const gradient = new Float64Array(inputs);
  for (let neuron = 0; neuron < delta.length; neuron++) {
    for (let i = 0; i < inputs; i++) gradient[i] += weights[neuron * inputs + i] * delta[neuron];
  }
  return gradient;
}

/** The gradient by a layer's weighted sums from that by its activations. */
function activationDerivative(
  { layer: { activation } }: DoubleLayer,
  gradient: Float64Array,
  { weightedSums, activations }: DoubleTrace,
): Float64Array {
  if (activation.kind === 'vector') {
    const shared = gradient.reduce((sum, derivative, i) => sum + derivative * activations[i], 0);
    return gradient.map((derivative, i) => activations[i] * (derivative - shared));
  }
  return gradient.map((derivative, i) => derivative * activation.derivative(weightedSums[i], activations[i]));
}
