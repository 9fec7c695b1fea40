// Whether the targets of what is learned from and of what is validated on overlap, where these are numbers and not classes.
import type { Dataset } from '../../data/Dataset.js';

/** Of so many pairs of a target of each side the same side has the larger one: they hardly overlap. */
const APART = 0.95;
/** Standard deviations from a half that are hardly reached by chance, also in one of 16 columns. */
const CHANCE = 3.2;
/** The chance that so many targets rise, or fall, all the way, below which they are taken to be in order. */
const IN_ORDER = 0.01;
/** Columns and examples of each side that are looked at, evenly spaced: enough to see what this is for, in milliseconds. */
const MOST = { columns: 16, examples: 2000 };

/** What is to be said of targets, column by column, of which hardly any on one side are as large as on the other. */
export function overlapFault(training: Dataset, validation: Dataset): string | undefined {
  if (training.labels !== undefined || training.targets === undefined || validation.targets === undefined) return undefined;
  for (const column of evenly(training.targetWidth, MOST.columns)) {
    const learned = targetsOf(training, column);
    const judged = targetsOf(validation, column);
    const larger = shareLarger(learned, judged);
    if (Math.max(larger, 1 - larger) < APART) continue;
    if (!isRare(larger, learned.length, judged.length) && chanceOfOrder([...learned, ...judged]) > IN_ORDER) continue;
    const which = training.targetWidth === 1 ? 'the targets' : `the targets of column ${column}`;
    return `${which} are nearly all ${larger > 0.5 ? 'larger' : 'smaller'} in what is validated on than in what is learned from`;
  }
  return undefined;
}

/**
 * The share of all pairs in which the target of validation is the larger one, equal ones counting half: a half in random order. It
 * is U / (n m) of H. B. Mann and D. R. Whitney, "On a test of whether one of two random variables is stochastically larger than the
 * other" (1947).
 */
function shareLarger(learned: Float64Array, judged: Float64Array): number {
  const [low, high] = [learned.slice().sort(), judged.slice().sort()];
  let [below, upTo, sum] = [0, 0, 0];
  for (const target of high) {
    while (below < low.length && low[below] < target) below += 1;
    while (upTo < low.length && low[upTo] <= target) upTo += 1;
    sum += (below + upTo) / 2;
  }
  return sum / (low.length * high.length);
}

/** By its variance in random order, (n + m + 1) / (12 n m). */
function isRare(larger: number, learned: number, judged: number): boolean {
  const deviation = Math.sqrt((learned + judged + 1) / (12 * learned * judged));
  return Math.abs(larger - 0.5) >= CHANCE * deviation;
}

/** The chance that random order rises, or falls, all the way: 2 / n!, and more where targets are equal; 1 if these do neither. */
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
