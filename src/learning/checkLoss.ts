// The loss of a network: the one that fits its last activation if none is given, and checks that a given one fits its outputs.
import { isBuiltIn, type LayerActivation, type OutputRange } from '../model/activations/activation.js';
import { checkNetwork } from '../model/checkNetwork.js';
import type { Network } from '../model/Network.js';
import { ArgumentError, ShapeError } from '../support/errors.js';
import { readable } from '../support/views.js';
import { describe, wording } from '../support/wording.js';
import { crossEntropy } from './losses/crossEntropy.js';
import type { Loss } from './losses/loss.js';
import { meanSquaredError } from './losses/meanSquaredError.js';
import { quadratic } from './losses/quadratic.js';

/** The activation of the last layer. */
export function lastActivation({ layers }: Pick<Network, 'layers'>): LayerActivation {
  return layers[layers.length - 1].activation;
}

/** Throws for softmax on one output: a share of nothing else is always 1, so that it neither learns nor tells. */
export function checkShares(network: Network): void {
  if (network.sizes[network.sizes.length - 1] !== 1 || lastActivation(network).range !== 'shares') return;
  const remedy = 'Two classes take two outputs, or one output of sigmoid; a quantity takes output: identity.';
  throw new ShapeError(wording('output: softmax', 'two outputs or more', '1, whose share is always 1', remedy));
}

/** Whether outputs of a range are what is needed; undefined where one of the two is not stated. */
export function rangeFits(range: OutputRange | undefined, needed: OutputRange | undefined): boolean | undefined {
  if (needed === 'any') return true;
  if (range === undefined || needed === undefined) return undefined;
  return range === needed || (range === 'shares' && needed === 'fractions');
}

/**
 * Throws if the network cannot be trained by the loss: the gradient would lead away from right answers, or be 0 where it is wrong.
 * A pair of which one side does not state what it is, is let through.
 */
export function checkLoss(network: Network, loss: Loss): void {
  checkShares(network);
  const { name, range } = lastActivation(network);
  if (rangeFits(range, loss.outputs) !== false) return;
  const needed = `outputs that are ${inWords(loss.outputs)}`;
  const got = `${name}, whose outputs are ${inWords(range)}`;
  throw new ArgumentError(wording(`loss: ${loss.name}`, needed, got, wayOut(network, loss)));
}

/** A range, as errors and warnings call it. */
export function inWords(range: OutputRange | undefined): string {
  if (range === 'shares') return 'shares adding up to 1';
  return range === 'fractions' ? 'numbers from 0 to 1' : 'numbers of any size';
}

/** What to do about outputs that the loss does not fit. */
function wayOut(network: Network, { outputs }: Loss): string {
  const single = network.sizes[network.sizes.length - 1] === 1;
  const { range } = lastActivation(network);
  const quantities = 'for quantities use meanSquaredError';
  if (outputs === 'fractions') return `End the network with output: sigmoid, or ${quantities}.`;
  if (range === 'fractions') {
    const binary = 'use binaryCrossEntropy, which asks every output a question of its own';
    return single
      ? `For a single output ${binary}.`
      : `For classes that exclude each other end the network with output: softmax, or ${binary}.`;
  }
  return single
    ? `For two classes end the network with output: sigmoid and use binaryCrossEntropy, or ${quantities}.`
    : `End the network with output: softmax, or ${quantities}.`;
}

/** The given loss, duck-typed; or else cross-entropy for softmax, the mean squared error for identity, and the quadratic cost for all else. */
export function lossFor(network: Network, loss: Loss | undefined): Loss {
  checkNetwork(network);
  const last = network.layers[network.layers.length - 1].activation;
  if (loss === undefined) {
    return isBuiltIn(last, 'softmax') ? crossEntropy : isBuiltIn(last, 'identity') ? meanSquaredError : quadratic;
  }
  const { value, gradient } = readable<Loss>(loss);
  if (typeof loss !== 'function' || typeof value !== 'function' || typeof gradient !== 'function') {
    throw new ArgumentError(wording('loss', 'a loss, as crossEntropy', describe(loss), 'Make your own with defineLoss.'));
  }
  return loss;
}
