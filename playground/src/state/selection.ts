// The neuron that is open.
import { computed, signal } from '@preact/signals';
import { shown } from './network';

/** A neuron by its layer in `network.layers` and its place in it. */
export interface Selected {
  readonly layer: number;
  readonly neuron: number;
}

const asked = signal<Selected>({ layer: 0, neuron: 0 });

/** The open neuron; always one that the network has. */
export const selected = computed<Selected>(() => {
  const { layers } = shown.value.network;
  const layer = Math.min(asked.value.layer, layers.length - 1);
  return { layer, neuron: Math.min(asked.value.neuron, (layers[layer]?.outputs ?? 1) - 1) };
});

/** Opens a neuron. */
export function open(layer: number, neuron: number): void {
  asked.value = { layer, neuron };
}
