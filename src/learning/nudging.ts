// The derivative of a cost by one parameter as a central difference: a little up, a little down, and the change of the cost.
import type { DoubleGradients } from './doubleBackward.js';
import { type DoubleLayer, type DoubleTrace, doubleForward } from './doubleForward.js';
import type { Loss } from './losses/loss.js';
import { cost } from './TrainingStep.js';

/** One weight or bias. */
export interface CheckedParameter {
  readonly layer: number;
  readonly kind: 'weights' | 'biases';
  readonly index: number;
}

/** An input, its target, and how much the example counts. */
export interface CheckedExample {
  readonly input: Float32Array;
  readonly target: Float32Array;
  readonly weight: number;
}

/** The nudge of a parameter each way: small enough to be straight, large enough for double precision. */
const NUDGE = 1e-5;
/** The largest move of a weighted sum: where inputs or weights are large, the nudge is smaller. */
const FURTHEST = 1e-4;
/** Derivatives that differ by more than this on the two sides of a nudge have a corner between them. */
const CORNER = 0.005;
/** Rounding errors of double precision, in a cost and its terms: 2^-47, 32 times the distance from 1 to the next double. */
const ROUNDING = 7.105427357601002e-15;

/** The result of nudging. */
export interface NudgedDerivative {
  readonly derivative: number;
  /** The rounding errors of the two costs in it, at most. */
  readonly noise: number;
}

/**
 * The central difference (C(w + h) - C(w - h)) / 2h; undefined where the nudge crosses the corner of an activation.
 *
 * @param size - The size of the numbers that round the cost: see {@link roundedSize}.
 */
export function derivativeByNudging(
  layers: readonly DoubleLayer[],
  parameter: CheckedParameter,
  { input, target, weight }: CheckedExample,
  loss: Loss,
  size: number,
): NudgedDerivative | undefined {
  const values = layers[parameter.layer][parameter.kind];
  const before = values[parameter.index];
  const nudgedBy = (nudge: number): DoubleTrace[] => {
    values[parameter.index] = before + nudge;
    const traces = doubleForward(layers, input);
    values[parameter.index] = before;
    return traces;
  };
  let nudge = NUDGE;
  let [up, down] = [nudgedBy(nudge), nudgedBy(-nudge)];
  const moved = furthest(up, down);
  if (moved > FURTHEST) {
    nudge *= FURTHEST / moved;
    [up, down] = [nudgedBy(nudge), nudgedBy(-nudge)];
  }
  if (crossesCorner(layers, up, down)) return undefined;
  const last = layers.length - 1;
  const costs = [up, down].map((traces) => weight * cost(layers[last].layer, traces[last], target, loss));
  // The parameter itself is rounded when it is nudged.
  const width = before + nudge - (before - nudge);
  const largest = Math.max(Math.abs(costs[0]), Math.abs(costs[1]), size);
  return { derivative: (costs[0] - costs[1]) / width, noise: (ROUNDING * largest) / width };
}

/** The largest move of a weighted sum, half of it each way. */
function furthest(up: readonly DoubleTrace[], down: readonly DoubleTrace[]): number {
  let most = 0;
  for (let index = 0; index < up.length; index++) {
    const [left, right] = [down[index].weightedSums, up[index].weightedSums];
    for (let i = 0; i < left.length; i++) most = Math.max(most, Math.abs(right[i] - left[i]) / 2);
  }
  return most;
}

/** Whether a weighted sum moved to where the activation has another derivative, as across the corner of a ReLU. */
function crossesCorner(layers: readonly DoubleLayer[], up: readonly DoubleTrace[], down: readonly DoubleTrace[]): boolean {
  return layers.some(({ layer: { activation } }, index) => {
    if (activation.kind === 'vector') return false;
    const [left, right] = [down[index], up[index]];
    const derivativeIn = ({ weightedSums, activations }: DoubleTrace, i: number) =>
      activation.derivative(weightedSums[i], activations[i]);
    return left.weightedSums.some(
      (sum, i) => sum !== right.weightedSums[i] && Math.abs(derivativeIn(left, i) - derivativeIn(right, i)) > CORNER,
    );
  });
}

/**
 * The size of the numbers whose rounding changes the cost: the error of a weighted sum grows with its terms, that of an activation with its
 * size, and their derivatives carry both into the cost.
 */
export function roundedSize(
  layers: readonly DoubleLayer[],
  traces: readonly DoubleTrace[],
  { input }: CheckedExample,
  { deltas, byActivations }: DoubleGradients,
): number {
  let size = 0;
  for (const [index, { weights, biases }] of layers.entries()) {
    const column = index === 0 ? input : traces[index - 1].activations;
    for (let neuron = 0; neuron < biases.length; neuron++) {
      let parts = Math.abs(biases[neuron]);
      for (let i = 0; i < column.length; i++) parts += Math.abs(weights[neuron * column.length + i] * column[i]);
      const activation = traces[index].activations[neuron];
      const felt = Math.abs(deltas[index][neuron]) * parts + Math.abs(byActivations[index][neuron] * activation);
      // The comparison finds a derivative of NaN.
      if (Number.isFinite(felt)) size += felt;
    }
  }
  return size;
}
