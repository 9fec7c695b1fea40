// The slope of a cost by one knob, read off the cost itself: a little up, a little down, and how much it moved.
import type { DoubleSlopes } from './doubleBackward.js';
import { type DoubleLayer, type DoubleTrace, doubleForward } from './doubleForward.js';
import type { Loss } from './losses/loss.js';
import { cost } from './TrainingStep.js';

/** One weight or bias. */
export interface Knob {
  readonly layer: number;
  readonly kind: 'weights' | 'biases';
  readonly index: number;
}

/** An input, and what should come of it. */
export interface CheckedExample {
  readonly input: Float32Array;
  readonly target: Float32Array;
}

/** How far a knob is nudged each way: small enough to be straight, large enough for double precision. */
const NUDGE = 1e-5;
/** By how much a weighted sum may move: where inputs or weights are large, the nudge is smaller. */
const FURTHEST = 1e-4;
/** Slopes that differ by more than this on the two sides of a nudge have a corner between them. */
const CORNER = 0.005;
/** Rounding errors of double precision, in a cost and in all that it is made of: 2^-47, 32 times the distance from 1 to the next double. */
const ROUNDING = 7.105427357601002e-15;

/** What nudging found. */
export interface NudgedSlope {
  readonly slope: number;
  /** How much of it may be the rounding errors of the two costs. */
  readonly noise: number;
}

/**
 * The central difference (C(w + h) - C(w - h)) / 2h; undefined where the nudge crosses the corner of an activation.
 *
 * @param size - How large the numbers are that round the cost: see {@link roundedSize}.
 */
export function slopeByNudging(
  layers: readonly DoubleLayer[],
  knob: Knob,
  { input, target }: CheckedExample,
  loss: Loss,
  size: number,
): NudgedSlope | undefined {
  const values = layers[knob.layer][knob.kind];
  const before = values[knob.index];
  const nudgedBy = (nudge: number): DoubleTrace[] => {
    values[knob.index] = before + nudge;
    const traces = doubleForward(layers, input);
    values[knob.index] = before;
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
  const costs = [up, down].map((traces) => cost(layers[last].layer, traces[last], target, loss));
  // The knob itself is rounded when it is nudged.
  const width = before + nudge - (before - nudge);
  const largest = Math.max(Math.abs(costs[0]), Math.abs(costs[1]), size);
  return { slope: (costs[0] - costs[1]) / width, noise: (ROUNDING * largest) / width };
}

/** By how much the weighted sum that moved most has moved, half of it each way. */
function furthest(up: readonly DoubleTrace[], down: readonly DoubleTrace[]): number {
  let most = 0;
  for (let index = 0; index < up.length; index++) {
    const [left, right] = [down[index].weightedSums, up[index].weightedSums];
    for (let i = 0; i < left.length; i++) most = Math.max(most, Math.abs(right[i] - left[i]) / 2);
  }
  return most;
}

/** True if a weighted sum moved to where the activation has another slope: across the corner of a ReLU, for one. */
function crossesCorner(layers: readonly DoubleLayer[], up: readonly DoubleTrace[], down: readonly DoubleTrace[]): boolean {
  return layers.some(({ layer: { activation } }, index) => {
    if (activation.kind === 'vector') return false;
    const [left, right] = [down[index], up[index]];
    const slopeIn = ({ weightedSums, activations }: DoubleTrace, i: number) =>
      activation.derivative(weightedSums[i], activations[i]);
    return left.weightedSums.some(
      (sum, i) => sum !== right.weightedSums[i] && Math.abs(slopeIn(left, i) - slopeIn(right, i)) > CORNER,
    );
  });
}

/**
 * How large the numbers are whose rounding the cost feels: every weighted sum is as uncertain as its parts are large, every activation
 * as it is large itself, and their slopes carry that into the cost.
 */
export function roundedSize(
  layers: readonly DoubleLayer[],
  traces: readonly DoubleTrace[],
  { input }: CheckedExample,
  { deltas, slopes }: DoubleSlopes,
): number {
  let size = 0;
  for (const [index, { weights, biases }] of layers.entries()) {
    const column = index === 0 ? input : traces[index - 1].activations;
    for (let neuron = 0; neuron < biases.length; neuron++) {
      let parts = Math.abs(biases[neuron]);
      for (let i = 0; i < column.length; i++) parts += Math.abs(weights[neuron * column.length + i] * column[i]);
      const activation = traces[index].activations[neuron];
      const felt = Math.abs(deltas[index][neuron]) * parts + Math.abs(slopes[index][neuron] * activation);
      // A slope of NaN is found in the comparison, and says nothing here.
      if (Number.isFinite(felt)) size += felt;
    }
  }
  return size;
}
