// Scalings from their numbers, learned or read from a file.
import type { MinMaxScaling, StandardScaling } from './Scaling.js';
import { scalingActions } from './scalingActions.js';

/** The scaling (x - mean) / deviation; 0 where the deviation is 0. */
export function standardScaling(
  means: Float64Array,
  deviations: Float64Array,
  warnings: readonly string[] = [],
): StandardScaling {
  return Object.freeze({ kind: 'standard', means, deviations, ...scalingActions(means, deviations, warnings) });
}

/** The scaling (x - minimum) / (maximum - minimum); 0 where the two are one. */
export function minMaxScaling(minimums: Float64Array, maximums: Float64Array, warnings: readonly string[] = []): MinMaxScaling {
  const ranges = maximums.map((maximum, column) => maximum - minimums[column]);
  return Object.freeze({ kind: 'minMax', minimums, maximums, ...scalingActions(minimums, ranges, warnings) });
}
