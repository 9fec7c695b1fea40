// Dropout: neurons that are left out at random while an example is learnt from, so that none relies on another.
import { forwardLayer, type Trace } from '../model/forward.js';
import type { Layer } from '../model/Layer.js';
import { Random } from '../random/Random.js';
import { stateFrom, stir, streamHash } from '../random/seeding.js';
import { layerInputs } from './gradients.js';

const f = Math.fround;

/** A column of which some neurons are dropped. */
export interface DroppedActivations {
  /** A neuron whose 32 random bits are a number below this is dropped. */
  readonly threshold: number;
  /** Makes up for the dropped ones, so that sums are as large as without: 1 / (1 - rate). */
  readonly scale: number;
  /** [neurons]: 1 where a neuron stays, and 0 where it is dropped. */
  readonly mask: Uint8Array;
}

/** Dropout in a network, and what it left of the example at hand. */
export interface Dropout {
  /** One for each column but the last; undefined where all are kept. */
  readonly dropped: readonly (DroppedActivations | undefined)[];
  /** What each layer sees: a whole column, or what is left of it. */
  readonly columns: readonly Float32Array[];
  /** Draws who is dropped: for each example of each epoch from a stream of its own. */
  readonly random: Random;
  /** The seed, the purpose and the epoch, to which an example's index is stirred. */
  epochHash: bigint;
}

/**
 * Dropout at these rates, one for each column but the last; undefined where all of them are 0.
 *
 * Source: N. Srivastava and others, "Dropout: a simple way to prevent neural networks from overfitting" (2014); inverted, as Keras
 * has it: what is kept is scaled up in training, so that nothing need be scaled down afterwards.
 */
export function dropoutFor(rates: readonly number[], trace: Trace): Dropout | undefined {
  if (rates.every((rate) => rate === 0)) return undefined;
  const whole = layerInputs(trace);
  const dropped = whole.map(({ length }, column) => {
    const rate = rates[column];
    if (rate === 0) return undefined;
    return { threshold: dropThreshold(rate), scale: f(1 / (1 - rate)), mask: new Uint8Array(length) };
  });
  const columns = whole.map((column, index) => (dropped[index] === undefined ? column : new Float32Array(column.length)));
  return { dropped, columns, random: new Random(), epochHash: BigInt(0) };
}

/** A neuron whose 32 random bits are a number below this is dropped; a rate next to 1 leaves it one chance in 2^32. */
export function dropThreshold(rate: number): number {
  return Math.min(Math.round(rate * 2 ** 32), 2 ** 32 - 1);
}

/** Starts an epoch: its examples drop others than in the epoch before. */
export function beginDropout(dropout: Dropout, seed: number, epoch: number): void {
  dropout.epochHash = streamHash(seed, ['dropout', epoch]);
}

/** Draws who is dropped for an example, column by column from the input, from `Random.stream(seed, 'dropout', epoch, example)`. */
function drawMasks({ dropped, random, epochHash }: Dropout, example: number): void {
  random.state.set(stateFrom(stir(epochHash, example)));
  for (const column of dropped) {
    if (column === undefined) continue;
    const { mask, threshold } = column;
    for (let i = 0; i < mask.length; i++) mask[i] = random.next() >= threshold ? 1 : 0;
  }
}

/**
 * The forward pass from `trace.input` in which each layer sees what is left of the column before it. `trace` keeps the activations
 * as they were before, since slopes are taken from those. Returns the output.
 */
export function forwardDropping(layers: readonly Layer[], trace: Trace, dropout: Dropout, example: number): Float32Array {
  const { dropped, columns } = dropout;
  drawMasks(dropout, example);
  let activations = trace.input;
  layers.forEach((layer, index) => {
    const column = dropped[index];
    if (column !== undefined) applyMask(columns[index], activations, column);
    const { weightedSums, activations: outputs } = trace.layers[index];
    forwardLayer(layer, weightedSums, outputs, columns[index]);
    activations = outputs;
  });
  return activations;
}

/** out[i] = values[i] x scale where neuron i is kept, and 0 where it is dropped; `out` may be `values`. */
export function applyMask(out: Float32Array, values: Float32Array, { mask, scale }: DroppedActivations): void {
  for (let i = 0; i < out.length; i++) out[i] = mask[i] === 1 ? values[i] * scale : 0;
}
