// Checks backpropagation by central differences: each parameter a little up, a little down, and the change of the cost.
import { checkInputs } from '../data/checkDataset.js';
import type { Dataset } from '../data/Dataset.js';
import { matchedData } from '../data/matchedData.js';
import type { Sizes } from '../model/sizes.js';
import type { Network } from '../model/typedBySizes.js';
import { readOptions } from '../support/options.js';
import { checkFit, lossFor } from './checkFit.js';
import { type DoubleGradients, doubleBackward } from './doubleBackward.js';
import { type DoubleLayer, doubleForward, doubleLayers } from './doubleForward.js';
import type { Loss } from './losses/loss.js';
import { type CheckedExample, type CheckedParameter, derivativeByNudging, roundedSize } from './nudging.js';

/** Options of {@link checkGradients}. */
export interface CheckGradientsOptions {
  /** The loss; the one that fits the network's last activation if left out. */
  readonly loss?: Loss | undefined;
}

/** The derivative of the cost by one parameter, from backpropagation and by nudging. */
export interface GradientComparison {
  /** Index of the layer in `network.layers`. */
  readonly layer: number;
  /** Index of the neuron in its layer. */
  readonly neuron: number;
  /** Index of the input whose weight it is, or `'bias'`. */
  readonly input: number | 'bias';
  /** The derivative from backpropagation. */
  readonly backpropagated: number;
  /** The derivative by nudging. */
  readonly nudged: number;
  /**
   * Their difference, relative to the larger of them; to a thousandth of the layer's largest derivative where both are smaller; and to
   * the rounding errors of nudging where those are larger still.
   */
  readonly difference: number;
}

/** The result of {@link checkGradients}. */
export interface GradientCheck {
  /** Whether no difference is over 0.001, and at least one derivative was large enough to be measured. */
  readonly passed: boolean;
  /** The parameter whose two derivatives differ most; undefined if all were passed over. */
  readonly worst: GradientComparison | undefined;
  /** The number of derivatives that were compared. */
  readonly compared: number;
  /** The number of them that were large enough to be measured: above the rounding errors of the nudged cost. */
  readonly measured: number;
  /** The number that were passed over because the nudge crossed the corner of a ReLU, where there is no single derivative. */
  readonly passedOver: number;
}

/** Derivatives below this share of their layer's largest are compared as if they were as large. */
const SMALLEST_SHARE = 1e-3;
const TOLERANCE = 1e-3;

/**
 * Checks backpropagation against central differences: (C(w + h) - C(w - h)) / 2h for every weight and bias, at every example. Both
 * are computed in double precision, so that a difference is a fault of a formula and not float32's rounding. For custom activations and
 * losses it shows whether the derivative belongs to the formula.
 *
 * It takes two passes for every parameter and example, so give it a small network or few examples. A check in which no derivative was
 * large enough to be measured, as where every output is saturated, does not pass.
 *
 * Source: the central difference of numerical analysis; its error is of the order h^2.
 *
 * @param network - The network; it is left as it was.
 * @param data - The examples; those with `sampleWeights` are checked with their weights, and those of weight 0 are left out.
 * @param options - The loss.
 * @returns Whether all agree, and the parameter that agrees least.
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
export function checkGradients<S extends Sizes>(
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
  const largest = largestDerivatives(layers, plain, matched, loss);
  let worst: GradientComparison | undefined;
  const counts = { compared: 0, measured: 0, passedOver: 0 };
  for (const example of examplesOf(plain, matched)) {
    const gradients = gradientsAt(layers, example, loss);
    const size = roundedSize(layers, doubleForward(layers, example.input), example, gradients);
    for (const parameter of parametersIn(layers)) {
      const nudged = derivativeByNudging(layers, parameter, example, loss, size);
      if (nudged === undefined) {
        counts.passedOver += 1;
        continue;
      }
      counts.compared += 1;
      const backpropagated = gradients.gradients[parameter.layer][parameter.kind][parameter.index];
      const larger = Math.max(Math.abs(nudged.derivative), Math.abs(backpropagated));
      const least = nudged.noise / TOLERANCE;
      if (larger > least) counts.measured += 1;
      const apart = Math.abs(nudged.derivative - backpropagated);
      const share = apart === 0 ? 0 : apart / Math.max(larger, SMALLEST_SHARE * largest[parameter.layer], least);
      // NaN is worse than any number, and would compare as no worse.
      const difference = Number.isNaN(share) ? Number.POSITIVE_INFINITY : share;
      if (worst === undefined || difference > worst.difference)
        worst = { ...placeOf(parameter, layers), backpropagated, nudged: nudged.derivative, difference };
    }
  }
  return { passed: worst !== undefined && worst.difference <= TOLERANCE && counts.measured > 0, worst, ...counts };
}

function gradientsAt(layers: readonly DoubleLayer[], example: CheckedExample, loss: Loss): DoubleGradients {
  return doubleBackward(layers, doubleForward(layers, example.input), example, loss);
}

/** For each layer, the largest derivative by its weights and biases at any example; NaN does not count. */
function largestDerivatives(layers: readonly DoubleLayer[], network: Network, data: Dataset, loss: Loss): number[] {
  const largest = layers.map(() => 0);
  for (const example of examplesOf(network, data)) {
    for (const [index, { weights, biases }] of gradientsAt(layers, example, loss).gradients.entries()) {
      for (const gradient of [weights, biases]) {
        for (const derivative of gradient) largest[index] = Math.max(largest[index], Math.abs(derivative) || 0);
      }
    }
  }
  return largest;
}

/** The examples that count. */
function* examplesOf(network: Network, data: Dataset): Generator<CheckedExample> {
  for (let index = 0; index < data.count; index++) {
    const weight = data.sampleWeights?.[index] ?? 1;
    if (weight === 0) continue;
    const input = new Float32Array(data.width);
    const target = new Float32Array(network.sizes[network.sizes.length - 1]);
    data.readInput(input, index);
    data.readTarget(target, index);
    yield { input, target, weight };
  }
}

function* parametersIn(layers: readonly DoubleLayer[]): Generator<CheckedParameter> {
  for (let layer = 0; layer < layers.length; layer++) {
    for (const kind of ['weights', 'biases'] as const) {
      for (let index = 0; index < layers[layer][kind].length; index++) yield { layer, kind, index };
    }
  }
}

function placeOf(
  { layer, kind, index }: CheckedParameter,
  layers: readonly DoubleLayer[],
): Pick<GradientComparison, 'layer' | 'neuron' | 'input'> {
  const { inputs } = layers[layer].layer;
  return kind === 'biases'
    ? { layer, neuron: index, input: 'bias' }
    : { layer, neuron: Math.floor(index / inputs), input: index % inputs };
}
