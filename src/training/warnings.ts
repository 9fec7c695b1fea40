// Warnings before training starts: of what looks like a mistake but may be meant. Custom activations and losses are judged by the outputs
// of a first batch: whether they are in the ranges that are stated.
import type { Dataset } from '../data/Dataset.js';
import type { Threads } from '../engine/threads/Threads.js';
import { inWords, lastActivation, rangeFits } from '../learning/checkFit.js';
import { type Loss, targetRow } from '../learning/losses/loss.js';
import { isBuiltIn, type OutputRange } from '../model/activations/activation.js';
import { forwardThrough } from '../model/forward.js';
import type { Network } from '../model/Network.js';
import { allFrozen, symmetry } from './diagnosis/weights.js';
import type { Plan } from './planTraining.js';
import { targetScale } from './targetScale.js';
import { missingFault, splitFault } from './validation/classShares.js';
import { overlapFault } from './validation/targetOverlap.js';

/**
 * A sentence for everything about a plan that keeps the network from learning or makes its validation measure something else, and
 * for threads that are not available.
 */
function trainingWarnings(plan: Plan, threads?: Threads): string[] {
  const { network, data, loss, batchSize } = plan;
  const { layers } = network;
  const missing =
    threads?.missing === undefined ? [] : [`threads: ${threads.missing} It trains without them, to the same bits.`];
  const findings = [...allFrozen(layers), ...symmetry(layers)].map(({ message }) => message);
  return [
    ...missing,
    ...findings,
    ...outputWarnings(network, data, loss, batchSize),
    ...targetScale(network, data, plan),
    ...validationWarnings(plan),
  ];
}

/** Names the network's classes and columns as the data does, and warns of what looks like a mistake. */
export function beginTraining(plan: Plan, threads?: Threads): void {
  const { network, names } = plan;
  network.classNames ??= names.classNames;
  network.columnNames ??= names.columnNames;
  for (const warning of trainingWarnings(plan, threads)) plan.onWarning(warning);
}

/** The data of a training, its validation data, and whether these are the last part of the given data. */
export interface Validated {
  readonly data: Dataset;
  readonly validation: Dataset | undefined;
  readonly isSplit: boolean;
}

/** A sentence if the validation data do not go together with the training data, with the way out. Data in random order give none. */
export function validationWarnings({ data, validation, isSplit }: Validated): string[] {
  if (validation === undefined) return [];
  if (!isSplit) {
    const missing = missingFault(data, validation);
    return missing === undefined
      ? []
      : [`validationData: ${missing}. A class that the network never sees is never learned: are both files the right ones?`];
  }
  const fault = splitFault(data, validation) ?? overlapFault(data, validation);
  if (fault === undefined) return [];
  const share = Math.round((data.count / (data.count + validation.count)) * 100) / 100;
  const way = `const [training, validationData] = stratifiedSplit(data, ${share}, { seed: 1 }) of glassbox-nn/data`;
  return [
    `validationSplit takes the last ${validation.count} of ${data.count + validation.count} examples, and ${fault}. Unless this order is meant, split by seed: ${way}.`,
  ];
}

/** The most examples that are evaluated. */
const LOOKS = 32;

/** How far the sum of float32 shares may be from 1. */
const NEAR = 1e-3;

/** A sentence for outputs outside of the range that the activation states, and one for outputs that the loss does not take. */
export function outputWarnings(network: Network, data: Dataset, loss: Loss, batchSize: number): string[] {
  const activation = lastActivation(network);
  const { name, range } = activation;
  const stated = isBuiltIn(activation) ? undefined : range;
  // As a rule a custom loss takes the same range for outputs as for targets.
  const needed = rangeFits(range, loss.outputs) === undefined ? (loss.outputs ?? loss.targets) : undefined;
  const valued = loss.kernel === undefined;
  if (stated === undefined && needed === undefined && !valued) return [];
  const rows = firstOutputs(network, data, Math.min(batchSize, LOOKS));
  const warnings: string[] = [];
  const unstated = rows.findIndex((row) => outside(row, stated));
  if (unstated >= 0) {
    const got = `of example ${unstated} its outputs are ${shown(rows[unstated])}`;
    warnings.push(`activation ${name}: it states that its outputs are ${inWords(stated)}, but ${got}. State range: 'any'.`);
  }
  const unfit = rows.findIndex((row) => outside(row, needed));
  if (unfit >= 0) {
    const why = loss.outputs === undefined ? 'has targets' : 'needs outputs';
    const got = `of example ${unfit} the outputs of ${name} are ${shown(rows[unfit])}`;
    const wayOut =
      loss.outputs === undefined
        ? "If it takes such outputs, say so: defineLoss({ outputs: 'any' })."
        : 'End the network with an activation that has such outputs, or use meanSquaredError.';
    warnings.push(`loss: ${loss.name} ${why} that are ${inWords(needed)}, but ${got}. ${wayOut}`);
  }
  const infinite = valued ? rows.findIndex((row, example) => !Number.isFinite(costOf(row, data, example, loss))) : -1;
  if (infinite >= 0) {
    warnings.push(
      `loss: ${loss.name} gives a cost that is not finite for example ${infinite}, whose outputs are ${shown(rows[infinite])}. End the network with an activation that has outputs it takes.`,
    );
  }
  return warnings;
}

function firstOutputs(network: Network, data: Dataset, count: number): Float32Array[] {
  const input = new Float32Array(data.width);
  return Array.from({ length: Math.min(count, data.count) }, (_, example) => {
    data.readInput(input, example);
    return forwardThrough(network.layers, input);
  });
}

/** Whether a row of outputs is outside of a range. NaN is an error that is thrown elsewhere. */
function outside(row: Float32Array, range: OutputRange | undefined): boolean {
  if (range === undefined || range === 'any') return false;
  if (row.some((output) => output < 0 || output > 1)) return true;
  return range === 'shares' && Math.abs(row.reduce((sum, output) => sum + output, 0) - 1) > NEAR;
}

function costOf(outputs: Float32Array, data: Dataset, example: number, loss: Loss): number {
  const target = new Float32Array(outputs.length);
  data.readTarget(target, example);
  return outputs.some(Number.isNaN) ? 0 : loss.value(outputs, targetRow(target, outputs.length));
}

/** A row in a few words. */
function shown(row: Float32Array): string {
  const first = Array.from(row.subarray(0, 4), (output) => Number(output.toPrecision(3)));
  return `[${first.join(', ')}${row.length > 4 ? ', ...' : ''}]`;
}
