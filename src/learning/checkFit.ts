// Whether a network, its loss and data fit each other. Checked before anything is trained or evaluated.
import { checkDataset } from '../data/checkDataset.js';
import type { Dataset } from '../data/Dataset.js';
import { gapsIn } from '../data/doubtfulLabels.js';
import { weightOf } from '../data/examples.js';
import { isBuiltIn, type LayerActivation, type OutputRange } from '../model/activations/activation.js';
import { checkNetwork } from '../model/checkNetwork.js';
import type { Network } from '../model/Network.js';
import { ArgumentError, NumericError, OutOfRangeError, ShapeError } from '../support/errors.js';
import { readable } from '../support/views.js';
import { describe, listed, numbersIn, wording } from '../support/wording.js';
import { crossEntropy } from './losses/crossEntropy.js';
import type { Loss, TargetKind } from './losses/loss.js';
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

/** The remedy for outputs that the loss does not fit. */
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
    throw new ArgumentError(
      wording(
        'loss',
        'a loss, as crossEntropy or binaryCrossEntropy',
        describe(loss),
        'Import one, as meanSquaredError, or make your own with defineLoss.',
      ),
    );
  }
  return loss;
}

/** Throws unless the network can learn from the data by the loss. `what` names the data in errors. */
export function checkFit(what: string, network: Network, data: Dataset, loss: Loss): void {
  checkNetwork(network);
  checkExamples(what, data);
  const { sizes } = network;
  const inputs = sizes[0];
  const outputs = sizes[sizes.length - 1];
  if (data.width !== inputs) {
    const expected = `${numbersIn(inputs)} an example (the network's first size)`;
    throw new ShapeError(
      wording(`${what} inputs`, expected, `${data.width}`, `Make the network new Network([${data.width}, ...]).`),
    );
  }
  checkOutputs(what, data, outputs);
  checkTargets(what, data, outputs, strictest(network, loss));
}

/** A Dataset with at least one example that counts. */
export function checkExamples(what: string, data: Dataset): void {
  checkDataset(what, data);
  if (weightOf(data) > 0) return;
  const [weighted, remedy] = data.count > 0 ? [' of a weight above 0', ''] : ['', 'Does a split or a filter leave none?'];
  throw new ArgumentError(wording(what, `at least one example${weighted}`, 'none', remedy));
}

function checkOutputs(what: string, data: Dataset, outputs: number): void {
  if (data.targets === undefined) {
    const needed = outputs === 1 ? 2 : outputs;
    if (data.classes !== undefined && data.classes > needed) {
      throw new ShapeError(
        wording(
          `${what} labels`,
          `at most ${needed} classes (the network has ${outputs} outputs)`,
          `${data.classes}`,
          oddClasses(data),
        ),
      );
    }
  } else if (data.targetWidth !== outputs) {
    const remedy = areClasses(data, outputs)
      ? 'Are they the numbers of classes? Give them as labels: dataset({ inputs, labels: [0, 1, 2] }).'
      : `End the network with ${data.targetWidth} outputs: new Network([..., ${data.targetWidth}]).`;
    throw new ShapeError(
      wording(`${what} targets`, `${numbersIn(outputs)} an example (the network's outputs)`, `${data.targetWidth}`, remedy),
    );
  }
}

/** The likely fault of data with more classes than the network has outputs, and its remedy. */
function oddClasses({ labels, classes, classNames }: Dataset): string {
  const remedy = 'Give the network an output for each class; labels count from 0.';
  if (classNames !== undefined) return `They are ${listed(classNames.map(describe))}. ${remedy}`;
  const gaps = labels && gapsIn(labels);
  // Classes that were counted by the caller may be empty.
  return gaps === undefined || gaps.classes !== classes ? remedy : `The labels are ${gaps.odd}. ${gaps.remedy}`;
}

/** Whether the one target of each example looks like the number of one of the network's classes. */
function areClasses(data: Dataset, outputs: number): boolean {
  if (data.targetWidth !== 1) return false;
  const row = new Float32Array(1);
  for (let example = 0; example < data.count; example++) {
    data.readTarget(row, example);
    const [target] = row;
    if (!Number.isInteger(target) || target < 0 || target > outputs) return false;
  }
  return true;
}

/** The kind of targets that the loss and the range of the last activation allow. */
function strictest(network: Network, loss: Loss): TargetKind {
  if (loss.targets !== 'any') return loss.targets;
  const { range } = lastActivation(network);
  return range === 'fractions' || range === 'shares' ? 'fractions' : 'any';
}

function checkTargets(what: string, data: Dataset, outputs: number, kind: TargetKind): void {
  // Labels make rows that are shares, except on a single output, where the row is the label itself.
  if (data.targets === undefined && (kind === 'any' || outputs > 1)) return;
  const row = new Float32Array(outputs);
  for (let example = 0; example < data.count; example++) {
    data.readTarget(row, example);
    checkRow(`${what} targets[${example}]`, row, kind);
  }
}

/** Throws unless a row of targets is what the network and the loss need. `what` names the row in errors. */
export function checkTargetRow(what: string, row: Float32Array, network: Network, loss: Loss): void {
  checkRow(what, row, strictest(network, loss));
}

function checkRow(what: string, row: Float32Array, kind: TargetKind): void {
  let total = 0;
  for (const share of row) {
    total += share;
    if (!Number.isFinite(share)) throw new NumericError(wording(what, 'finite numbers', `${share}`, 'Give other targets.'));
    if (kind === 'any') continue;
    if (share < 0 || share > 1) {
      const remedy = 'Scale the targets, or end the network with identity and use meanSquaredError.';
      throw new OutOfRangeError(wording(what, 'numbers from 0 to 1', `${share}`, remedy));
    }
  }
  if (kind === 'shares' && Math.abs(total - 1) > 1e-3) {
    const remedy = 'For questions with answers of their own, end with sigmoid and use binaryCrossEntropy.';
    throw new OutOfRangeError(wording(what, 'shares that add up to 1', `${total}`, remedy));
  }
}
