// Findings about neurons: dead, saturated, or all of them answering the same to everything.
import { learns } from '../../learning/learners.js';
import type { Layer } from '../../model/Layer.js';
import { type Finding, placesIn } from './finding.js';
import type { NeuronCounts, Observed } from './observe.js';
import { placesWhere } from './rows.js';

/** Share of a layer's neurons that must be dead, or saturated, before it is told: a few of either are usual. */
const MANY_DEAD = 0.25;
const MANY_SATURATED = 0.5;

/** Share of the examples for which a saturated neuron has hardly a slope. */
const MOSTLY = 0.9;

/** Outputs whose standard deviation is below this do not depend on the input. */
const NO_SPREAD = 1e-4;

/** Share of one class from which a network may do well by answering nothing else. */
const LOPSIDED = 0.8;

/** ReLU neurons that answer 0 to everything. */
export function deadNeurons(layers: readonly Layer[], { counts, sample }: Observed): Finding[] {
  return eachHidden(layers, counts, ({ outputs, activation }, { silent }, layer) => {
    const neurons = placesWhere(silent, (count) => count === sample.count);
    if (neurons.length <= MANY_DEAD * outputs) return [];
    const message = `layers[${layer}]: ${neurons.length} of ${outputs} ${activation.name} neurons answer 0 to all of ${sample.count} examples, and so learn nothing: ${placesIn(neurons)}. Use a lower learning rate, start from heNormal weights, or take leakyRelu.`;
    return [{ kind: 'deadNeurons', layer, neurons, message }];
  });
}

/** Sigmoids and tanhs that are as good as on or off whatever comes. */
export function saturation(layers: readonly Layer[], { counts, sample }: Observed): Finding[] {
  return eachHidden(layers, counts, ({ outputs, activation }, { flat }, layer) => {
    const neurons = placesWhere(flat, (count) => count >= MOSTLY * sample.count);
    if (neurons.length <= MANY_SATURATED * outputs) return [];
    const message = `layers[${layer}]: ${neurons.length} of ${outputs} ${activation.name} neurons are saturated, with hardly a slope to learn by: ${placesIn(neurons)}. Scale the inputs to about 1, start from smaller weights (glorotUniform), or use a lower learning rate.`;
    return [{ kind: 'saturation', layer, neurons, message }];
  });
}

function eachHidden(
  layers: readonly Layer[],
  counts: readonly NeuronCounts[],
  look: (layer: Layer, counts: NeuronCounts, index: number) => Finding[],
): Finding[] {
  return layers.slice(0, -1).flatMap((layer, index) => look(layer, counts[index] as NeuronCounts, index));
}

/** The same answer to everything. An untrained network may have that too, so it is only told where nothing can come of it. */
export function oneClass(layers: readonly Layer[], { sample, spread, answers }: Observed): Finding[] {
  const { labels, count } = sample;
  const label = labels?.[0];
  if (count > 1 && labels?.every((one) => one === label)) {
    const message = `The data has a single class, ${label}: there is nothing to tell apart. Add examples of others.`;
    return [{ kind: 'oneClass', message }];
  }
  if (count > 1 && spread < NO_SPREAD && !startsAtZero(layers[layers.length - 1] as Layer)) {
    const message = `The network gives the same outputs whatever the input is (they differ by less than ${NO_SPREAD}). Look for dead or saturated layers, and for inputs that are all alike.`;
    return [{ kind: 'oneClass', message }];
  }
  const [answered] = answers;
  const share = (labels?.filter((one) => one === answered).length ?? 0) / count;
  if (share < LOPSIDED || answers.some((one) => one !== answered)) return [];
  const message = `The network answers class ${answered} to everything, which is right for ${Math.round(share * 100)}% of the examples. Bring the classes into balance: take fewer examples of it, or the others several times (dataset.select).`;
  return [{ kind: 'oneClass', message }];
}

/** Weights of 0 in the last layer are a fair start, from which the first step moves them. */
function startsAtZero(layer: Layer): boolean {
  return learns(layer) && layer.weights.every((weight) => weight === 0);
}
