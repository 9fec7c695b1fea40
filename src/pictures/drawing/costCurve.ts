import type { Dataset } from '../../data/Dataset.js';
import { backpropagate } from '../../learning/backpropagate.js';
import { lossFor } from '../../learning/checkFit.js';
import type { Loss } from '../../learning/losses/loss.js';
import { copyOf } from '../../model/copyOf.js';
import { layerAt } from '../../model/layerAt.js';
import type { Sizes } from '../../model/sizes.js';
import type { Network } from '../../model/typedBySizes.js';
import { numberWhere, wholeNumber } from '../../support/checks.js';
import { readOptions } from '../../support/options.js';
import { evaluate } from '../../training/evaluate.js';
import { checkNeuron } from '../checkLayer.js';
import { shortNumber } from '../shortNumber.js';
import { chart, tangent } from './chart.js';
import type { Drawing, Place, Shape } from './Drawing.js';
import { rangeOf } from './ticks.js';

/** Options of {@link costCurve}. */
export interface CostCurveOptions {
  /** Index in `network.layers`; 0 if left out. */
  readonly layer?: number | undefined;
  /** Index of the neuron in its layer; 0 if left out. */
  readonly neuron?: number | undefined;
  /** The index of the neuron's weight that is turned; its bias if left out. */
  readonly input?: number | undefined;
  /** The change of the knob to either side, above 0; 2 if left out. */
  readonly reach?: number | undefined;
  /** The cost; the one that fits the network's last activation if left out. */
  readonly loss?: Loss | undefined;
}

/** Places of the knob that are tried: an odd number, so that its own is among them. */
const POINTS = 41;

/** Lengths of the drawing. */
const FRAME = { left: 70, top: 46, width: 380, height: 220 };

/**
 * The cost of a network as one of its knobs is turned and all others stay: the hill that a training step goes down. The knob's own place is
 * marked, with the slope that backpropagation finds there.
 *
 * The network is evaluated 41 times, on a copy; a few hundred examples are enough to see the hill.
 *
 * @param network - The network.
 * @param data - The examples of the cost.
 * @param options - `layer`, `neuron`, `input`, `reach`, `loss`.
 * @returns A drawing.
 * @throws As `evaluate`; {@link OutOfRangeError} if there is no such knob.
 *
 * @example
 * ```ts
 * import { Network } from 'glassbox-nn';
 * import { xor } from 'glassbox-nn/data';
 * import { costCurve } from 'glassbox-nn/pictures';
 *
 * const network = new Network([2, 1]);
 * network.layers[0].weights.fill(0); // so every output is 0.5, and the cost is at its lowest
 * costCurve(network, xor()).description; // => 'At 0 the cost is 0.125, and its slope 0.'
 * ```
 */
export function costCurve<S extends Sizes>(network: Network<S>, data: Dataset, options?: CostCurveOptions): Drawing {
  const known = ['layer', 'neuron', 'input', 'reach', 'loss'] as const;
  const { layer = 0, neuron = 0, input, reach = 2, loss: given } = readOptions('costCurve options', options, known);
  const loss = lossFor(network, given);
  const cost = evaluate(network, data, { loss }).loss;
  const chosen = layerAt(network, layer);
  checkNeuron(chosen, neuron);
  if (input !== undefined) wholeNumber('costCurve: input', input, 0, chosen.inputs - 1);
  numberWhere('costCurve: reach', reach, 'a number above 0', (value) => value > 0);
  const copy = copyOf(network);
  const { weights, biases } = layerAt(copy, layer);
  const [knobs, place] = input === undefined ? [biases, neuron] : [weights, neuron * chosen.inputs + input];
  const now = knobs[place];
  const points = Array.from({ length: POINTS }, (_, index): Place => {
    const value = now + reach * ((2 * index) / (POINTS - 1) - 1);
    knobs[place] = value;
    return [value, evaluate(copy, data, { loss }).loss];
  });
  const slope = slopeOf(network, data, loss, layer, input === undefined ? 'biases' : 'weights', place);
  const name = input === undefined ? `the bias of neuron ${neuron}` : `weight ${input} of neuron ${neuron}`;
  const plan = {
    ...FRAME,
    across: [now - reach, now + reach],
    up: rangeOf(points.map(([, value]) => value)),
    heading: 'Cost',
    label: `${name} of layers[${layer}]`,
    write: shortNumber,
    whole: false,
  } as const;
  const drawn = chart(plan);
  const [first, second] = tangent(plan, [now, cost], slope);
  const mark: Shape[] = [
    { kind: 'line', from: drawn.at(...first), to: drawn.at(...second), paint: 'negative', width: 2 },
    { kind: 'circle', at: drawn.at(now, cost), radius: 5, paint: 'paper', edge: 'ink' },
    {
      kind: 'text',
      at: [FRAME.left + FRAME.width, FRAME.top - 12],
      text: `${shortNumber(cost)} at ${shortNumber(now)}, slope ${shortNumber(slope)}`,
      anchor: 'end',
    },
  ];
  return Object.freeze({
    width: FRAME.left + FRAME.width + 24,
    height: FRAME.top + FRAME.height + 50,
    title: `The cost by ${name}`,
    description: `At ${shortNumber(now)} the cost is ${shortNumber(cost)}, and its slope ${shortNumber(slope)}.`,
    shapes: [...drawn.shapes, ...drawn.line(points, 'positive'), ...mark],
  });
}

/** The slope of the mean cost by one knob. */
function slopeOf(
  network: Network,
  data: Dataset,
  loss: Loss,
  layer: number,
  kind: 'weights' | 'biases',
  place: number,
): number {
  const input = new Float32Array(data.width);
  const target = new Float32Array(network.sizes[network.sizes.length - 1]);
  let sum = 0;
  for (let index = 0; index < data.count; index++) {
    data.readInput(input, index);
    data.readTarget(target, index);
    sum += backpropagate(network, input, target, { loss }).gradients[layer][kind][place];
  }
  return sum / data.count;
}
