// Backpropagation checked by nudging: each knob a little up, a little down, and how much the cost moved.
import type { Dataset } from '../data/Dataset.js';
import { checkInputs } from '../data/plainInputs.js';
import type { Network } from '../model/typedBySizes.js';
import { readOptions } from '../support/options.js';
import { checkFit } from './checkFit.js';
import { lossFor } from './defaultLoss.js';
import { type DoubleSlopes, doubleBackward } from './doubleBackward.js';
import { type DoubleLayer, doubleForward, doubleLayers } from './doubleForward.js';
import { checkedLoss } from './losses/customLoss.js';
import type { Loss } from './losses/loss.js';
import { matchedData } from './matchedData.js';
import { type CheckedExample, type Knob, roundedSize, slopeByNudging } from './nudging.js';

/** What {@link checkGradients} may be told. */
export interface CheckGradientsOptions {
  /** The loss; the one that fits the network's last activation if left out. */
  readonly loss?: Loss | undefined;
}

/** One knob's two slopes. */
export interface GradientComparison {
  /** Index of the layer in `network.layers`. */
  readonly layer: number;
  /** Index of the neuron in its layer. */
  readonly neuron: number;
  /** Index of the input whose weight it is, or `'bias'`. */
  readonly input: number | 'bias';
  /** The slope that backpropagation gave. */
  readonly backpropagated: number;
  /** The slope that nudging gave. */
  readonly nudged: number;
  /**
   * How far apart they are, relative to the larger of them; to a thousandth of the layer's largest slope where both are smaller; and
   * to what nudging can tell from its own rounding errors where that is larger still.
   */
  readonly difference: number;
}

/** What {@link checkGradients} found. */
export interface GradientCheck {
  /** True if no difference is over 0.001, and at least one slope was large enough to be measured. */
  readonly passed: boolean;
  /** The knob whose two slopes lie farthest apart; none if all were passed over. */
  readonly worst: GradientComparison | undefined;
  /** How many slopes were compared. */
  readonly compared: number;
  /** How many of them were large enough to be measured: above the rounding errors of the nudged cost. */
  readonly measured: number;
  /** How many were passed over because the nudge crossed the corner of a ReLU, where there is no one slope. */
  readonly passedOver: number;
}

/** Slopes below this share of their layer's largest are compared as if they were as large. */
const SMALLEST_SHARE = 1e-3;
const TOLERANCE = 1e-3;

/**
 * Checks backpropagation against central differences: (C(w + h) - C(w - h)) / 2h for every weight and bias, at every example. Both
 * are worked out in double precision by the formulas, so that what is found is a fault of a formula and not float32's rounding. For
 * activations and losses of one's own, it tells whether the derivative belongs to the formula.
 *
 * It takes two passes for every knob and example, so give it a small network or few examples. A check in which no slope was large
 * enough to be measured, as where every output is saturated, is not passed: it says nothing.
 *
 * Source: the central difference of numerical analysis; its error is of the order h^2.
 *
 * @param network - The network; it is left as it was.
 * @param data - The examples.
 * @param options - The loss.
 * @returns Whether all agree, and which knob agrees least.
 * @throws {@link ArgumentError} or {@link ShapeError} if data, network and loss do not fit.
 *
 * @example
 * ```ts
 * import { checkGradients, Network, tanh } from 'glassbox-nn';
 * import { xor } from 'glassbox-nn/data';
 *
 * checkGradients(new Network([2, 3, 1], { hidden: tanh }), xor()).passed; // => true
 * ```
 */
export function checkGradients<S extends readonly number[]>(
  network: Network<S>,
  data: Dataset,
  options: CheckGradientsOptions = {},
): GradientCheck {
  const plain: Network = network;
  const loss = lossFor(plain, readOptions('checkGradients options', options, ['loss']).loss);
  const matched = matchedData('data', data, plain);
  checkFit('data', plain, matched, loss);
  checkInputs(matched);
  const layers = doubleLayers(plain.layers);
  const largest = largestSlopes(layers, plain, matched, loss);
  let worst: GradientComparison | undefined;
  const counts = { compared: 0, measured: 0, passedOver: 0 };
  for (const example of examplesOf(plain, matched)) {
    const slopes = slopesAt(layers, example, loss);
    const size = roundedSize(layers, doubleForward(layers, example.input), example, slopes);
    for (const knob of knobsOf(layers)) {
      const nudged = slopeByNudging(layers, knob, example, checkedLoss(loss), size);
      if (nudged === undefined) {
        counts.passedOver += 1;
        continue;
      }
      counts.compared += 1;
      const backpropagated = slopes.gradients[knob.layer][knob.kind][knob.index];
      const larger = Math.max(Math.abs(nudged.slope), Math.abs(backpropagated));
      const least = nudged.noise / TOLERANCE;
      if (larger > least) counts.measured += 1;
      const apart = Math.abs(nudged.slope - backpropagated);
      const share = apart === 0 ? 0 : apart / Math.max(larger, SMALLEST_SHARE * largest[knob.layer], least);
      // NaN is worse than any number, and would compare as no worse.
      const difference = Number.isNaN(share) ? Number.POSITIVE_INFINITY : share;
      if (worst === undefined || difference > worst.difference)
        worst = { ...placeOf(knob, layers), backpropagated, nudged: nudged.slope, difference };
    }
  }
  return { passed: worst !== undefined && worst.difference <= TOLERANCE && counts.measured > 0, worst, ...counts };
}

function slopesAt(layers: readonly DoubleLayer[], { input, target }: CheckedExample, loss: Loss): DoubleSlopes {
  return doubleBackward(layers, doubleForward(layers, input), input, target, loss);
}

/** For each layer, the largest slope of its weights and biases at any example; NaN counts for nothing. */
function largestSlopes(layers: readonly DoubleLayer[], network: Network, data: Dataset, loss: Loss): number[] {
  const largest = layers.map(() => 0);
  for (const example of examplesOf(network, data)) {
    for (const [index, { weights, biases }] of slopesAt(layers, example, loss).gradients.entries()) {
      for (const slopes of [weights, biases]) {
        for (const slope of slopes) if (Math.abs(slope) > largest[index]) largest[index] = Math.abs(slope);
      }
    }
  }
  return largest;
}

function* examplesOf(network: Network, data: Dataset): Generator<CheckedExample> {
  for (let index = 0; index < data.count; index++) {
    const input = new Float32Array(data.width);
    const target = new Float32Array(network.sizes[network.sizes.length - 1]);
    data.readInput(input, index);
    data.readTarget(target, index);
    yield { input, target };
  }
}

function* knobsOf(layers: readonly DoubleLayer[]): Generator<Knob> {
  for (let layer = 0; layer < layers.length; layer++) {
    for (const kind of ['weights', 'biases'] as const) {
      for (let index = 0; index < layers[layer][kind].length; index++) yield { layer, kind, index };
    }
  }
}

function placeOf(
  { layer, kind, index }: Knob,
  layers: readonly DoubleLayer[],
): Pick<GradientComparison, 'layer' | 'neuron' | 'input'> {
  const { inputs } = layers[layer].layer;
  return kind === 'biases'
    ? { layer, neuron: index, input: 'bias' }
    : { layer, neuron: Math.floor(index / inputs), input: index % inputs };
}
