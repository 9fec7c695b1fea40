// Knobs turned by hand. Everything that changes a weight or a bias on this page, and is no training, goes through `turn`.
import type { Layer } from 'glassbox-nn';
import { shown, touched } from './network';

/** Changes the arrays of a layer in place, then tells the views. */
export function turn(layer: number, change: (layer: Layer) => void): void {
  const turned = shown.peek().network.layers[layer];
  if (turned === undefined) return;
  change(turned);
  touched();
}

/** The largest weight or bias that the page sets: beyond it every squish is flat. */
export const LARGEST = 20;

/** A number from a field as a knob takes it: finite, and not beyond the largest. */
export function knobValue(asked: number): number {
  return Number.isFinite(asked) ? Math.min(LARGEST, Math.max(-LARGEST, asked)) : 0;
}

/** Sets one weight of a neuron. */
export function setWeight(layer: number, neuron: number, input: number, value: number): void {
  turn(layer, ({ weights, inputs }) => {
    weights[neuron * inputs + input] = knobValue(value);
  });
}

/** Sets the bias of a neuron. */
export function setBias(layer: number, neuron: number, value: number): void {
  turn(layer, ({ biases }) => {
    biases[neuron] = knobValue(value);
  });
}
