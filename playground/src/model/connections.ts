// The lines of a network's picture: a weight each, gathered by how they are to be drawn so that few strokes are needed.
import type { Network } from 'glassbox-nn';
import { largest } from './gridImage';
import { NEURON, type NetworkLayout, type Placed } from './networkLayout';

/** Lines that look the same: [x, y, x, y] for each. */
export interface Strand {
  readonly negative: boolean;
  /** From 0 (hardly seen) to 1. */
  readonly strength: number;
  readonly lines: number[];
}

/** So many strengths are told apart. */
const STRENGTHS = 5;
/** Weights with less than this share of the largest are left out. */
const LEAST = 0.06;
/** Rows of the input's image, each of which is joined to every neuron of the first layer. */
const ROWS = 28;

/**
 * The lines from each column to the next. A weight's line is as strong as the weight, and stronger where its input is bright; the image is
 * joined by a line for each row, as strong as what the pixels of that row add.
 */
export function connections(
  network: Network,
  activations: readonly Float32Array[],
  layout: NetworkLayout,
  open: { readonly layer: number; readonly neuron: number },
): Strand[] {
  const strands = new Map<number, Strand>();
  const add = (from: readonly [number, number], to: Placed, strength: number) => {
    const size = Math.min(1, Math.abs(strength));
    if (!(size >= LEAST)) return;
    const step = Math.ceil(size * STRENGTHS);
    const key = strength < 0 ? -step : step;
    let strand = strands.get(key);
    if (strand === undefined) {
      strand = { negative: strength < 0, strength: step / STRENGTHS, lines: [] };
      strands.set(key, strand);
    }
    strand.lines.push(...from, to.x - NEURON / 2, to.y);
  };
  network.layers.forEach(({ weights, inputs }, layer) => {
    const before = activations[layer] as Float32Array;
    const column = (layout.columns[layer] as readonly Placed[]).filter(({ kind }) => kind === 'neuron');
    if (layer === 0 && layout.image > 0) {
      const sums = column.map((slot) => rowSums(weights, before, neuronOf(slot)));
      const scale = Math.max(...sums.map(largest));
      column.forEach((to, index) => {
        const near = nearness(open, layer, neuronOf(to), undefined);
        (sums[index] as Float32Array).forEach((sum, row) => {
          add([layout.image, layout.height / 2 + ((row + 0.5) / ROWS - 0.5) * layout.image], to, (sum / scale) * near);
        });
      });
      return;
    }
    const scale = largest(weights);
    const brightest = largest(before);
    const sources = layer === 0 ? layout.inputs : (layout.columns[layer - 1] as readonly Placed[]);
    for (const from of sources) {
      if (from.kind !== 'neuron') continue;
      const light = 0.35 + 0.65 * (Math.abs(before[from.neuron] as number) / brightest);
      for (const to of column) {
        const weight = weights[neuronOf(to) * inputs + from.neuron] as number;
        const near = nearness(open, layer, neuronOf(to), from.neuron);
        add([from.x + NEURON / 2, from.y], to, (weight / scale) * light * near);
      }
    }
  });
  return [...strands.values()].sort((one, other) => one.strength - other.strength);
}

/** Lines of the open neuron stand out. */
function nearness(open: { readonly layer: number; readonly neuron: number }, layer: number, to: number, from?: number): number {
  const into = open.layer === layer && open.neuron === to;
  const outOf = open.layer === layer - 1 && open.neuron === from;
  return into || outOf ? 1.3 : 0.7;
}

function neuronOf(slot: Placed): number {
  return slot.kind === 'neuron' ? slot.neuron : -1;
}

/** [28], what the pixels of each row add to a neuron's weighted sum. */
function rowSums(weights: Float32Array, pixels: Float32Array, neuron: number): Float32Array {
  const sums = new Float32Array(ROWS);
  for (let at = 0; at < pixels.length; at++) {
    const row = Math.floor((at * ROWS) / pixels.length);
    sums[row] = (sums[row] as number) + (weights[neuron * pixels.length + at] as number) * (pixels[at] as number);
  }
  return sums;
}
