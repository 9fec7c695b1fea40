// A scaling as other formats have it: (input - offset) / size, column by column, in float64.
import type { Scaling } from '../data/Scaling.js';
import { standardScaling } from '../data/scalingValues.js';
import { NumericError, ShapeError } from '../support/errors.js';
import { numbersIn, wording } from '../support/wording.js';

/** The scaling of each input before the first layer: [inputs] each. A size of infinity makes every number 0. */
export interface LinearScaling {
  readonly offsets: Float64Array;
  readonly sizes: Float64Array;
}

/** A scaling of either kind in this form. */
export function linearForm(scaling: Scaling): LinearScaling {
  // Copies: arrays of a scaling that was made by hand may have methods of their own.
  const offsets = Float64Array.from(scaling.kind === 'standard' ? scaling.means : scaling.minimums);
  const sizes =
    scaling.kind === 'standard'
      ? Float64Array.from(scaling.deviations)
      : Float64Array.from(scaling.maximums, (maximum, column) => maximum - offsets[column]);
  // A column that never changes is 0 whatever comes, and so is anything divided by infinity.
  return { offsets, sizes: sizes.map((size) => (size === 0 ? Number.POSITIVE_INFINITY : size)) };
}

/** A scaling of so many inputs, where a single number may stand for all of them. */
export function spreadScaling(what: string, { offsets, sizes }: LinearScaling, inputs: number): LinearScaling {
  const spread = (numbers: Float64Array): Float64Array => {
    if (numbers.length === inputs) return numbers;
    if (numbers.length === 1) return new Float64Array(inputs).fill(numbers[0]);
    throw new ShapeError(wording(`${what}: scaling`, `${numbersIn(inputs)}, one for each input`, `${numbers.length}`));
  };
  return { offsets: spread(offsets), sizes: spread(sizes) };
}

/** A scaling that another program wrote, as an option of `classifier`. */
export function scalingOption(what: string, { offsets, sizes }: LinearScaling): { readonly scaling: Scaling } {
  const bad = [...offsets.keys()].find((column) => !Number.isFinite(offsets[column]) || !(sizes[column] > 0));
  if (bad !== undefined) {
    const got = `(input - ${offsets[bad]}) / ${sizes[bad]}`;
    throw new NumericError(wording(`${what}: scaling of input ${bad}`, 'a finite number, and a divisor above 0', got));
  }
  // A column that is always 0 is, in our own words, one without deviation.
  return {
    scaling: standardScaling(
      offsets,
      sizes.map((size) => (Number.isFinite(size) ? size : 0)),
    ),
  };
}
