// Warnings before training starts: of what looks like a mistake but may be meant.
import type { Dataset } from '../data/Dataset.js';
import type { Threads } from '../engine/threads/Threads.js';
import { allFrozen, symmetry } from './diagnosis/weights.js';
import { outputWarnings } from './outputWarnings.js';
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
