// Neurons that are broken on purpose: the next layer's weights for them are 0. The weights are kept, so that a neuron can be mended.
import { effect } from '@preact/signals';
import type { Network } from 'glassbox-nn';
import { turn } from './knobs';
import { shown } from './network';

/** What was cut, by layer and neuron: [outputs of the next layer]. */
const cut = new WeakMap<Network, Map<string, Float32Array>>();

/** Whether a neuron can be broken: outputs cannot, since nothing after them listens; they are the answer. */
export function isBreakable(layer: number): boolean {
  return layer < shown.value.network.layers.length - 1;
}

/** Whole, broken, or broken and since then heard again: training can heal it. */
export function health(layer: number, neuron: number): 'whole' | 'broken' | 'healing' {
  const { network } = shown.value;
  const next = network.layers[layer + 1];
  if (next === undefined || cut.get(network)?.get(`${layer} ${neuron}`) === undefined) return 'whole';
  for (let row = 0; row < next.outputs; row++) if (next.weights[row * next.inputs + neuron] !== 0) return 'healing';
  return 'broken';
}

// Weights that are back as they were, as a reset or a rewind puts them, are no wound: what was cut is forgotten.
effect(() => {
  const { network } = shown.value;
  const kept = cut.get(network);
  kept?.forEach((weights, name) => {
    const [layer, neuron] = name.split(' ').map(Number) as [number, number];
    const next = network.layers[layer + 1];
    const isBack = weights.every((weight, row) => weight === next?.weights[row * next.inputs + neuron]);
    if (isBack && weights.some((weight) => weight !== 0)) kept.delete(name);
  });
});

/** Sets the weights that lead out of these neurons to 0. */
export function breakNeurons(layer: number, neurons: readonly number[]): void {
  const { network } = shown.peek();
  const kept = cut.get(network) ?? new Map<string, Float32Array>();
  cut.set(network, kept);
  turn(layer + 1, ({ weights, inputs, outputs }) => {
    for (const neuron of neurons) {
      const name = `${layer} ${neuron}`;
      if (!kept.has(name))
        kept.set(
          name,
          Float32Array.from({ length: outputs }, (_, row) => weights[row * inputs + neuron] as number),
        );
      for (let row = 0; row < outputs; row++) weights[row * inputs + neuron] = 0;
    }
  });
}

/** Puts the remembered weights back. */
export function mendNeurons(layer: number, neurons: readonly number[]): void {
  const kept = cut.get(shown.peek().network);
  turn(layer + 1, ({ weights, inputs }) => {
    for (const neuron of neurons) {
      kept?.get(`${layer} ${neuron}`)?.forEach((weight, row) => {
        weights[row * inputs + neuron] = weight;
      });
      kept?.delete(`${layer} ${neuron}`);
    }
  });
}
