// Scalings from their numbers, fitted or read from a file.
import { fixed } from '../support/fields.js';
import { withJsonNote } from '../support/jsonNote.js';
import type { MinMaxScaling, StandardScaling } from './Scaling.js';
import { type ScalingWords, scalingActions } from './scalingActions.js';

/** The words of a scaling without names and warnings. */
const NO_WORDS: ScalingWords = { columnNames: undefined, warnings: [] };

/** The scaling (x - mean) / deviation; 0 where the deviation is 0. */
export function standardScaling(means: Float64Array, deviations: Float64Array, words = NO_WORDS): StandardScaling {
  const [ownMeans, ownDeviations] = [means.slice(), deviations.slice()];
  return scalingOf({
    kind: 'standard',
    // Copies, so that files have the numbers that are used.
    get means() {
      return ownMeans.slice();
    },
    get deviations() {
      return ownDeviations.slice();
    },
    ...scalingActions(ownMeans, ownDeviations, words),
  });
}

/** The scaling (x - minimum) / (maximum - minimum); 0 where the two are one. The ranges between them are finite. */
export function minMaxScaling(minimums: Float64Array, maximums: Float64Array, words = NO_WORDS): MinMaxScaling {
  const [ownMinimums, ownMaximums] = [minimums.slice(), maximums.slice()];
  const ranges = ownMaximums.map((maximum, column) => maximum - ownMinimums[column]);
  return scalingOf({
    kind: 'minMax',
    get minimums() {
      return ownMinimums.slice();
    },
    get maximums() {
      return ownMaximums.slice();
    },
    ...scalingActions(ownMinimums, ranges, words),
  });
}

function scalingOf<S extends MinMaxScaling | StandardScaling>(scaling: S): S {
  const noted = withJsonNote(scaling, 'scaling', 'Save it with toJson(scaling) of glassbox-nn/formats.');
  return fixed('scaling', 'Learn a new one, as standardize(data).', noted);
}
