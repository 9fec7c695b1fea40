// How large a network may be.
import { LimitError } from '../support/errors.js';
import { wording } from '../support/wording.js';

/** Weights and biases a network may have: 2^28 of them take 1 GiB. */
const MOST_PARAMETERS = 0x10000000;

/** Columns a network may have: far more than have ever been trained, and few enough to copy at once. */
const MOST_COLUMNS = 10_000;

/** Sizes that an error lists. */
const MOST_LISTED = 20;

/** Throws, before anything is copied, if there are more sizes or layers than a network may have. */
export function checkColumnCount(count: number): void {
  if (count > MOST_COLUMNS) throw new LimitError(wording('Network', `at most ${MOST_COLUMNS} sizes or layers`, `${count}`));
}

/** How many weights and biases lie between columns of these sizes. */
function countParameters(sizes: readonly number[]): number {
  let count = 0;
  for (let i = 1; i < sizes.length; i++) count += sizes[i] * (sizes[i - 1] + 1);
  return count;
}

/** Throws, before anything is allocated, if columns of these sizes have more weights and biases than can be held. */
export function checkParameterCount(sizes: readonly number[]): void {
  const count = countParameters(sizes);
  if (count > MOST_PARAMETERS) {
    throw new LimitError(
      wording(
        `sizes ${sizes.length > MOST_LISTED ? `${sizes.slice(0, MOST_LISTED).join('-')}-...` : sizes.join('-')}`,
        `at most ${MOST_PARAMETERS} weights and biases`,
        `${count}`,
        'Choose smaller layers.',
      ),
    );
  }
}
