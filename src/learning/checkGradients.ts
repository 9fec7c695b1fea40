// Backpropagation checked by nudging: each knob a little up, a little down, and how much the cost moved.
import type { Dataset } from '../data/Dataset.js';
import type { Network } from '../model/Network.js';
import { readOptions } from '../support/options.js';
import { backpropagate } from './backpropagate.js';
import { costOf } from './backward.js';
import { checkFit } from './checkFit.js';
import { lossFor } from './defaultLoss.js';
import { type DoubleLayer, type DoubleTrace, doubleForward, doubleLayers } from './doubleForward.js';
import type { Loss } from './losses/loss.js';

/** What {@link checkGradients} may be told. */
export interface CheckGradientsOptions {
  /** The loss; the one that fits the network's last activation if left out. */
  readonly loss?: Loss;
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
  /** How far apart they are, relative to their size, or to 0.001 where both are smaller. */
  readonly difference: number;
}

/** What {@link checkGradients} found. */
export interface GradientCheck {
  /** True if no difference is over 0.001. */
  readonly passed: boolean;
  /** The knob whose two slopes lie farthest apart; none if all were passed over. */
  readonly worst: GradientComparison | undefined;
  /** How many slopes were compared. */
  readonly compared: number;
  /** How many were passed over because the nudge crossed the corner of a ReLU, where there is no one slope. */
  readonly passedOver: number;
}

/** How far a knob is nudged each way: small enough to be straight, large enough for double precision. */
const NUDGE = 1e-5;
const SMALLEST_SCALE = 1e-3;
const TOLERANCE = 1e-3;

/**
 * Checks backpropagation against central differences in double precision: (C(w + h) - C(w - h)) / 2h for every weight and
 * bias, at every example. For activations and losses of one's own, it tells whether the derivative belongs to the formula.
 *
 * It takes two passes for every knob and example, so give it a small network or few examples.
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
  checkFit('data', plain, data, loss);
  const layers = doubleLayers(plain.layers);
  let worst: GradientComparison | undefined;
  let compared = 0;
  let passedOver = 0;
  for (const example of examplesOf(plain, data)) {
    const { gradients } = backpropagate(plain, example.input, example.target, { loss });
    for (const knob of knobsOf(layers)) {
      const nudged = slopeByNudging(layers, knob, example, loss);
      if (nudged === undefined) {
        passedOver += 1;
        continue;
      }
      compared += 1;
      const backpropagated = gradients[knob.layer][knob.kind][knob.index];
      const size = Math.max(Math.abs(nudged), Math.abs(backpropagated), SMALLEST_SCALE);
      const apart = Math.abs(nudged - backpropagated) / size;
      // NaN is worse than any number, and would compare as no worse.
      const difference = Number.isNaN(apart) ? Number.POSITIVE_INFINITY : apart;
      if (worst === undefined || difference > worst.difference)
        worst = { ...placeOf(knob, layers), backpropagated, nudged, difference };
    }
  }
  return { passed: worst !== undefined && worst.difference <= TOLERANCE, worst, compared, passedOver };
}

interface CheckedExample {
  readonly input: Float32Array;
  readonly target: Float32Array;
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

interface Knob {
  readonly layer: number;
  readonly kind: 'weights' | 'biases';
  readonly index: number;
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

/** The slope of the cost by one knob; undefined where the nudge crosses a corner. */
function slopeByNudging(layers: readonly DoubleLayer[], knob: Knob, example: CheckedExample, loss: Loss): number | undefined {
  const values = layers[knob.layer][knob.kind];
  const before = values[knob.index];
  values[knob.index] = before + NUDGE;
  const up = doubleForward(layers, example.input);
  values[knob.index] = before - NUDGE;
  const down = doubleForward(layers, example.input);
  values[knob.index] = before;
  if (crossesCorner(layers, up, down)) return undefined;
  return (cost(layers, up, example.target, loss) - cost(layers, down, example.target, loss)) / (2 * NUDGE);
}

function cost(layers: readonly DoubleLayer[], traces: readonly DoubleTrace[], target: Float32Array, loss: Loss): number {
  return costOf(layers[layers.length - 1].layer, traces[traces.length - 1], target, loss);
}

/** True if a weighted sum changed its sign where the activation has a corner at 0: its slopes left and right of it differ. */
function crossesCorner(layers: readonly DoubleLayer[], up: readonly DoubleTrace[], down: readonly DoubleTrace[]): boolean {
  return layers.some(({ layer: { activation } }, index) => {
    if (activation.kind === 'vector') return false;
    const left = activation.derivative(-NUDGE, activation(-NUDGE));
    const right = activation.derivative(NUDGE, activation(NUDGE));
    if (Math.abs(left - right) < 0.005) return false;
    return up[index].weightedSums.some((sum, neuron) => sum > 0 !== down[index].weightedSums[neuron] > 0);
  });
}
