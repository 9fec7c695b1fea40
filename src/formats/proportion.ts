// Limits the size of a network by that of its file: layers that share their numbers take memory and time each, and bytes once.
import { checkColumnCount, checkParameterCount } from '../model/limits.js';
import { LimitError } from '../support/errors.js';
import { wording } from '../support/wording.js';

/** The most weights and biases of a network for each byte of its file: 16 layers may share numbers of float32. */
const MOST_A_BYTE = 4;

/** A network may always have this many: they take 4 MiB. */
const ANYWAY = 2 ** 20;

/** Throws, before anything is copied, if a network of these sizes has too many numbers: for any network, or for its file. */
export function checkProportion(what: string, sizes: readonly number[], bytes: number): void {
  checkColumnCount(sizes.length - 1);
  checkParameterCount(sizes);
  let count = 0;
  for (let index = 1; index < sizes.length; index++) count += sizes[index] * (sizes[index - 1] + 1);
  const most = Math.max(ANYWAY, MOST_A_BYTE * bytes);
  if (count <= most) return;
  const remedy = 'Its layers share numbers: write each with numbers of its own.';
  throw new LimitError(wording(what, `at most ${most} weights and biases in a file of ${bytes} bytes`, `${count}`, remedy));
}
