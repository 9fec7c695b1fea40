// Compares the targets of the training data with those of the validation data, where these are numbers and not classes.
import type { Dataset } from '../../data/Dataset.js';

/** If the same side has the larger target in this share of all pairs, the two sides hardly overlap. */
const APART = 0.95;
/** A distance from a half, in standard deviations, that is hardly chance, also in one of 16 columns. */
const CHANCE = 3.2;
/** Targets that rise, or fall, all the way are taken to be in order if the probability of that is below this. */
const IN_ORDER = 0.01;
/** The most columns, and examples of each side, that are looked at, evenly spaced: enough for the warning, in milliseconds. */
const MOST = { columns: 16, examples: 2000 };

/** A sentence about a column of targets of which nearly all are larger, or smaller, on one side than on the other. */
export function overlapFault(training: Dataset, validation: Dataset): string | undefined {
  if (training.labels !== undefined || training.targets === undefined || validation.targets === undefined) return undefined;
  for (const column of evenly(training.targetWidth, MOST.columns)) {
    const trained = targetsOf(training, column);
    const validated = targetsOf(validation, column);
    const larger = shareLarger(trained, validated);
    if (Math.max(larger, 1 - larger) < APART) continue;
    if (!isRare(larger, trained.length, validated.length) && chanceOfOrder([...trained, ...validated]) > IN_ORDER) continue;
    const which = training.targetWidth === 1 ? 'the targets' : `the targets of column ${column}`;
    return `${which} are nearly all ${larger > 0.5 ? 'larger' : 'smaller'} in the validation data than in the training data`;
  }
  return undefined;
}

/**
 * The share of all pairs in which the target of validation is the larger one, equal ones counting half: a half in random order. It
 * is U / (n m) of H. B. Mann and D. R. Whitney, "On a test of whether one of two random variables is stochastically larger than the
 * other" (1947).
 */
function shareLarger(trained: Float64Array, validated: Float64Array): number {
  const [low, high] = [trained.slice().sort(), validated.slice().sort()];
  let [below, upTo, sum] = [0, 0, 0];
  for (const target of high) {
    while (below < low.length && low[below] < target) below += 1;
    while (upTo < low.length && low[upTo] <= target) upTo += 1;
    sum += (below + upTo) / 2;
  }
  return sum / (low.length * high.length);
}

/** Whether the share is far from a half, by its variance in random order, (n + m + 1) / (12 n m). */
function isRare(larger: number, trained: number, validated: number): boolean {
  const deviation = Math.sqrt((trained + validated + 1) / (12 * trained * validated));
  return Math.abs(larger - 0.5) >= CHANCE * deviation;
}

/** The probability that random order rises, or falls, all the way: 2 / n!, and more where targets are equal; 1 if these do neither. */
function chanceOfOrder(targets: readonly number[]): number {
  const rises = targets.every((target, index) => index === 0 || target >= targets[index - 1]);
  const falls = targets.every((target, index) => index === 0 || target <= targets[index - 1]);
  if (!rises && !falls) return 1;
  let chance = 2;
  let equal = 0;
  targets.forEach((target, index) => {
    equal = target === targets[index - 1] ? equal + 1 : 1;
    chance *= equal / (index + 1);
  });
  return chance;
}

function targetsOf({ targets, targetWidth, count }: Dataset, column: number): Float64Array {
  return Float64Array.from(evenly(count, MOST.examples), (row) => (targets as Float32Array)[row * targetWidth + column]);
}

/** At most `most` of the numbers from 0 to `count` - 1, evenly spaced. */
function evenly(count: number, most: number): number[] {
  const length = Math.min(count, most);
  return Array.from({ length }, (_, index) => Math.floor((index * count) / length));
}
