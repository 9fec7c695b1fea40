// What looks like a mistake before training starts, but may be meant.
import type { Threads } from '../engine/threads/Threads.js';
import { allFrozen, symmetry } from './diagnosis/weights.js';
import { outputWarnings } from './outputWarnings.js';
import type { Plan } from './planTraining.js';
import { targetScale } from './targetScale.js';
import { validationWarnings } from './validation/validationWarnings.js';

/**
 * A sentence for everything about a plan that keeps the network from learning or makes its validation measure something else, and
 * for threads that there cannot be.
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
