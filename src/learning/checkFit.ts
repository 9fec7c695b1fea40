// Whether data, a network and a loss fit each other. Checked before anything is trained or evaluated.
import { checkDataset } from '../data/checkDataset.js';
import type { Dataset } from '../data/Dataset.js';
import { gapsIn } from '../data/labelGaps.js';
import { checkNetwork } from '../model/checkNetwork.js';
import type { Network } from '../model/Network.js';
import { ArgumentError, NumericError, OutOfRangeError, ShapeError } from '../support/errors.js';
import { describe, listed, wording } from '../support/wording.js';
import { lastActivation } from './checkLoss.js';
import type { Loss, TargetKind } from './losses/loss.js';

/** Throws unless the network can learn from the data by the loss. `what` names the data in errors. */
export function checkFit(what: string, network: Network, data: Dataset, loss: Loss): void {
  checkNetwork(network);
  checkExamples(what, data);
  const { sizes } = network;
  const inputs = sizes[0];
  const outputs = sizes[sizes.length - 1];
  if (data.width !== inputs) {
    const expected = `${inputs} numbers an example (the network's first size)`;
    throw new ShapeError(
      wording(`${what} inputs`, expected, `${data.width}`, `Make the network new Network([${data.width}, ...]).`),
    );
  }
  checkOutputs(what, data, outputs);
  checkTargets(what, data, outputs, strictest(network, loss));
}

/** A Dataset with at least one example. */
export function checkExamples(what: string, data: Dataset): void {
  checkDataset(what, data);
  if (data.count === 0) throw new ArgumentError(wording(what, 'at least one example', 'none'));
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
      wording(`${what} targets`, `${outputs} numbers an example (the network's outputs)`, `${data.targetWidth}`, remedy),
    );
  }
}

/** What may be wrong with the classes of data that have more of them than was expected, and what to do about it. */
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

/** What the targets must be, by the loss and by what the last activation can reach. */
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
