// The names of outputs, and their brightness as bars.
import { argmax } from '../../linalg/argmax.js';
import { largestSize } from '../raster/sizes.js';
import { shortNumber } from '../shortNumber.js';
import type { Shape } from './Drawing.js';
import type { LaidColumn } from './layOut.js';

/** The length of a bar of 1. */
const BAR = 80;

/** The most letters of a name. */
const LONGEST_NAME = 12;

/** Activations as brightnesses from 0 to 1: as they are, or as shares of the largest where one is above 1. */
export function brightnesses(activations: Float32Array): Float32Array {
  const largest = Math.max(1, largestSize(activations));
  return activations.map((value) => value / largest);
}

/** A name beside each output that is drawn, and a bar if they are lit. The brightest is in full ink. */
export function outputLabels(
  column: LaidColumn,
  outputs: Float32Array | undefined,
  names: readonly string[] | undefined,
): Shape[] {
  const lights = outputs && brightnesses(outputs);
  const brightest = outputs && argmax(outputs);
  const left = column.x + column.radius + 10;
  const longest = column.neurons.reduce((length, { neuron }) => Math.max(length, nameOf(neuron, names).length), 1);
  const barLeft = left + longest * 9 + 8;
  return column.neurons.flatMap(({ neuron, y }): Shape[] => {
    const lit = brightest === undefined || neuron === brightest;
    const name: Shape = {
      kind: 'text',
      at: [left, y + 5],
      text: nameOf(neuron, names),
      size: 15,
      paint: lit ? 'ink' : 'soft',
    };
    if (outputs === undefined || lights === undefined) return [name];
    const length = Math.max(1, Math.min(1, Math.max(0, lights[neuron])) * BAR);
    const paint = lit ? 'positive' : 'soft';
    return [
      name,
      { kind: 'rectangle', at: [barLeft, y - 6], width: length, height: 12, paint },
      {
        kind: 'text',
        at: [barLeft + length + 6, y + 4],
        text: outputs[neuron].toFixed(2),
        size: 11,
        paint: lit ? 'ink' : 'soft',
      },
    ];
  });
}

function nameOf(neuron: number, names: readonly string[] | undefined): string {
  return [...(names?.[neuron] ?? shortNumber(neuron))].slice(0, LONGEST_NAME).join('');
}
