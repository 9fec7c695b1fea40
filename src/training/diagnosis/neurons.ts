// Findings about the weights of a network that learns with other weights: dead and saturated neurons, and the scale of the weights.
import type { Dataset } from '../../data/Dataset.js';
import { isTrainable } from '../../learning/parameters.js';
import type { Layer } from '../../model/Layer.js';
import { placesIn } from '../../support/wording.js';
import type { Finding } from './finding.js';
import { observe } from './observe.js';
import { placesWhere } from './rows.js';

/** Shares of a layer's neurons that are dead, or saturated, from which on there is a finding. */
const MANY_DEAD = 0.1;
const MANY_SATURATED = 0.5;

/** Share of the examples for which a saturated neuron has a derivative near 0. */
const MOSTLY = 0.75;

/** The largest and the smallest norm of weights, as a multiple of that of initial weights. */
const LONG = 5;
const SHORT = 0.1;

/** Dead and saturated neurons, and weights that are too large or too small. */
export function weightFindings(layers: readonly Layer[], sample: Dataset): Finding[] {
  const counts = observe(layers, sample);
  return layers.flatMap((layer, index) => {
    const { silent, flat } = counts[index];
    const rectifies = index < layers.length - 1 && layer.activation.kind === 'elementwise' && layer.activation.rectifier;
    const found = [
      ...(rectifies
        ? dead(
            layer,
            index,
            placesWhere(silent, (count) => count === sample.count),
            sample.count,
          )
        : []),
      ...saturated(
        layer,
        index,
        placesWhere(flat, (count) => count >= MOSTLY * sample.count),
      ),
    ];
    return found.length > 0 ? found : weightScale(layer, index);
  });
}

/** ReLU neurons that answer 0 to everything. */
function dead({ outputs, activation }: Layer, layer: number, neurons: readonly number[], count: number): Finding[] {
  if (neurons.length <= MANY_DEAD * outputs) return [];
  const message = `layers[${layer}]: ${neurons.length} of ${outputs} ${activation.name} neurons answer 0 to all of ${count} examples, and so learn nothing: ${placesIn(neurons)}. Start from another seed, take more neurons, or take leakyRelu; if they were alive at the start, use a lower learning rate.`;
  return [{ kind: 'deadNeurons', layer, neurons, message }];
}

/** Sigmoid and tanh neurons with a derivative near 0 for nearly all inputs, and softmax outputs near 0 or 1. */
function saturated({ outputs, activation, ...layer }: Layer, index: number, neurons: readonly number[]): Finding[] {
  if (neurons.length <= MANY_SATURATED * outputs) return [];
  const remedy =
    scaleOf({ outputs, activation, ...layer } as Layer) > LONG
      ? 'Start from smaller weights: those that are drawn if no initializer is named.'
      : 'Scale the inputs to about 1, or use a lower learning rate.';
  const message = `layers[${index}]: ${neurons.length} of ${outputs} ${activation.name} neurons are saturated, with derivatives near 0, so that they hardly learn: ${placesIn(neurons)}. ${remedy}`;
  return [{ kind: 'saturation', layer: index, neurons, message }];
}

function weightScale(layer: Layer, index: number): Finding[] {
  const scale = scaleOf(layer);
  if (!isTrainable(layer) || (scale < LONG && scale > SHORT)) return [];
  const [size, remedy] = scale < LONG ? ['small', 'larger'] : ['large', 'smaller'];
  const message = `layers[${index}]: weights are ${size}, ${scale.toPrecision(2)} times as long as drawn ones. Start from ${remedy} ones: those that are drawn if no initializer is named.`;
  return [{ kind: 'weightScale', layer: index, message }];
}

/** The norm of the weights over that of initial weights. */
function scaleOf(layer: Layer): number {
  const { weights } = layer;
  return Math.sqrt(weights.reduce((sum, weight) => sum + weight * weight, 0) / weights.length) / drawnScale(layer);
}

/** The root of the mean square of Glorot's weights, or of He's for the ReLU family. */
export function drawnScale({ inputs, outputs, activation }: Layer): number {
  const rectifier = activation.kind === 'elementwise' && activation.rectifier;
  return Math.sqrt(rectifier ? 2 / inputs : 2 / (inputs + outputs));
}
