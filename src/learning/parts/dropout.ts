// Dropout in a training step: some neurons are left out at random while an example is learnt from, so that none relies on another.
import type { Network } from '../../model/Network.js';
import { Random } from '../../random/Random.js';
import { stateFrom, stir, streamHash } from '../../random/seeding.js';
import { numberWhere } from '../../support/checks.js';
import { ArgumentError, ShapeError } from '../../support/errors.js';
import { isList } from '../../support/views.js';
import { describe, wording } from '../../support/wording.js';
import type { JoinedStep, StepPart } from '../StepPart.js';

const f = Math.fround;

/** Which inputs of a layer are dropped. */
export interface DropoutMask {
  /** A neuron whose 32 random bits are a number below this is dropped. */
  readonly threshold: number;
  /** 1 / (1 - rate): with it the sums of what remains are as large as without dropout. */
  readonly scale: number;
  /** [inputs]: 1 where a neuron remains, and 0 where it is dropped. */
  readonly mask: Uint8Array;
}

/** Dropout of a step, and the masks of the example at hand. */
export interface DropoutPart extends StepPart {
  /** One for each layer; undefined where its inputs remain whole. */
  readonly masks: readonly (DropoutMask | undefined)[];
}

/**
 * Drops inputs of each layer at the plan's rates; undefined where all rates are 0.
 *
 * Source: N. Srivastava and others, "Dropout: a simple way to prevent neural networks from overfitting" (2014); inverted, as in
 * Keras: what remains is scaled up in training, so that nothing is scaled in use.
 */
export function dropoutPart({ plan, pass: { layers } }: JoinedStep): DropoutPart | undefined {
  if (plan.dropout.every((rate) => rate === 0)) return undefined;
  const masks = layers.map(({ inputs }, index) => maskFor(inputs.length, plan.dropout[index]));
  const random = new Random();
  let epochHash = BigInt(0);
  masks.forEach((mask, index) => {
    // The derivative of an activation needs the activations as they were, so what remains of them has an array of its own.
    if (mask !== undefined && index > 0) layers[index].inputs = new Float32Array(layers[index].inputs.length);
  });
  return {
    masks,
    beginEpoch(epoch) {
      epochHash = streamHash(plan.seed, ['dropout', epoch]);
    },
    changeInputs(index, example) {
      if (index === 0) drawMasks(masks, random, stateFrom(stir(epochHash, example)));
      const { inputs } = layers[index];
      if (masks[index] !== undefined) applyMask(inputs, index === 0 ? inputs : layers[index - 1].activations, masks[index]);
    },
    changeInputGradient(index, gradient) {
      if (masks[index] !== undefined) applyMask(gradient, gradient, masks[index]);
    },
  };
}

function maskFor(inputs: number, rate: number): DropoutMask | undefined {
  if (rate === 0) return undefined;
  return { threshold: dropThreshold(rate), scale: f(1 / (1 - rate)), mask: new Uint8Array(inputs) };
}

/** A neuron whose 32 random bits are a number below this is dropped; a rate next to 1 leaves it one chance in 2^32. */
export function dropThreshold(rate: number): number {
  return Math.min(Math.round(rate * 2 ** 32), 2 ** 32 - 1);
}

/** Draws the masks of an example, layer by layer, from `Random.stream(seed, 'dropout', epoch, example)`. */
function drawMasks(masks: DropoutPart['masks'], random: Random, state: Uint32Array): void {
  random.state.set(state);
  for (const dropped of masks) {
    if (dropped === undefined) continue;
    const { mask, threshold } = dropped;
    for (let i = 0; i < mask.length; i++) mask[i] = random.next() >= threshold ? 1 : 0;
  }
}

/** out[i] = values[i] x scale where the mask is 1, and else 0; `out` may be `values`. */
function applyMask(out: Float32Array, values: Float32Array, { mask, scale }: DropoutMask): void {
  for (let i = 0; i < out.length; i++) out[i] = mask[i] === 1 ? values[i] * scale : 0;
}

/** One rate for each layer but the last, the input first. A single number is the rate of every hidden layer; no input is dropped. */
export function readDropout(network: Network, dropout: number | readonly number[] = 0): number[] {
  const count = network.layers.length;
  if (typeof dropout === 'number') {
    checkRate('dropout', dropout);
    return Array.from({ length: count }, (_, layer) => (layer === 0 ? 0 : dropout));
  }
  if (!isList(dropout)) {
    throw new ArgumentError(wording('dropout', 'a rate from 0 to below 1, or an array of them', describe(dropout)));
  }
  if (dropout.length !== count) {
    const expected = `${count} rates, one for each layer but the last`;
    throw new ShapeError(wording('dropout', expected, `${dropout.length}`, 'Give 0 where nothing is dropped.'));
  }
  return Array.from(dropout, (rate, layer) => checkRate(`dropout[${layer}]`, rate));
}

/** Checks a rate; at 1 nothing would be left to learn from. */
function checkRate(what: string, rate: unknown): number {
  return numberWhere(what, rate, 'a number from 0 to below 1', (share) => share >= 0 && share < 1);
}
