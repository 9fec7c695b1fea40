// What makes validation measure something else than what is learned.
import type { Dataset } from '../../data/Dataset.js';
import { missingFault, splitFault } from './classShares.js';
import { overlapFault } from './targetOverlap.js';

/** What a training validates on, and whether it is the last part of what it was given. */
export interface Validated {
  readonly data: Dataset;
  readonly validation: Dataset | undefined;
  readonly isSplit: boolean;
}

/** A sentence if validation does not go together with what is learned from; with the way out. Data in random order give none. */
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
