// Which examples are taken: how many a part of a data set has, in which order an epoch takes them, and how much they count.
import { Random } from '../random/Random.js';
import { numberValue, numberWhere } from '../support/checks.js';
import { OutOfRangeError } from '../support/errors.js';
import { isList } from '../support/views.js';
import { wording } from '../support/wording.js';
import type { Dataset } from './Dataset.js';

/**
 * The size of a part of `count` examples: a fraction between 0 and 1 is rounded to the nearest whole example, but leaves at least
 * one on each side; from 1 on it is the number of examples itself.
 */
function partSize(what: string, given: unknown, count: number): number {
  const expected = `a fraction between 0 and 1, or a whole number from 1 to ${count}`;
  const fits = (value: number) => (value < 1 ? value > 0 : Number.isInteger(value) && value <= count);
  const share = numberWhere(what, given, expected, fits);
  return share < 1 ? fractionOf(what, share, count) : share;
}

/** The sizes of all parts of `count` examples: by the share of the first of two, or by a list of the shares of all. */
export function partSizes(what: string, shares: unknown, count: number): number[] {
  if (isList(shares)) return sizesOfAll(`${what}: shares`, Array.from(shares), count);
  const first = partSize(`${what}: share`, shares, count);
  return [first, count - first];
}

/**
 * The sizes of parts of `count` examples, by fractions that add up to 1 (each boundary is rounded to the nearest example, and no part is
 * left empty), or by numbers of examples that add up to `count`.
 */
function sizesOfAll(what: string, given: readonly unknown[], count: number): number[] {
  const shares = given.map((share, part) => numberValue(`${what}[${part}]`, share));
  const expected = 'fractions that add up to 1, or numbers of examples that add up to all';
  const sum = shares.reduce((total, share) => total + share, 0);
  const areCounts = shares.every((share) => Number.isInteger(share) && share >= 1) && sum === count;
  const areFractions = shares.every((share) => share > 0 && share < 1) && Math.abs(sum - 1) < 1e-9;
  if (shares.length < 2 || !(areCounts || areFractions)) {
    throw new OutOfRangeError(wording(what, expected, `[${shares.join(', ')}] of ${count}`));
  }
  if (areCounts) return shares;
  if (count < shares.length) {
    throw new OutOfRangeError(wording(what, `${shares.length} examples or more, one for each part`, `${count}`));
  }
  let [reached, start] = [0, 0];
  return shares.map((share, part) => {
    reached += share;
    const end = Math.min(Math.max(Math.round(reached * count), start + 1), count - (shares.length - 1 - part));
    const size = end - start;
    start = end;
    return size;
  });
}

/** The number of examples in a fraction of `count`, which leaves at least one on each side. */
export function fractionOf(what: string, share: number, count: number): number {
  if (count < 2) {
    const remedy = 'A fraction needs two examples or more, so that no part is empty.';
    throw new OutOfRangeError(wording(what, 'a share that leaves examples on both sides', `${share} of ${count}`, remedy));
  }
  return Math.min(Math.max(Math.round(share * count), 1), count - 1);
}

/**
 * The numbers of the examples in the order of an epoch: [count]. It is drawn from a stream of its own, so that it does not depend on
 * what was drawn before.
 *
 * @param shuffle - Whether the order is random; from 0 to count - 1 where it is not.
 */
export function exampleOrder(count: number, shuffle: boolean, seed: number, epoch: number): Uint32Array {
  const order = new Uint32Array(count);
  for (let index = 0; index < count; index++) order[index] = index;
  return shuffle ? Random.stream(seed, 'shuffle', epoch).shuffle(order) : order;
}

/** The sum of the weights of some examples, or of all; where all count alike, how many they are. */
export function weightOf({ count, sampleWeights }: Dataset, examples?: Uint32Array): number {
  if (sampleWeights === undefined) return examples?.length ?? count;
  let sum = 0;
  for (const example of examples ?? sampleWeights.keys()) sum += sampleWeights[example];
  return sum;
}

/**
 * The accuracy on some examples, or on all: the weight of those that were answered right over that of all.
 *
 * @param right - The sum of the weights of those that were answered right.
 * @returns Undefined where there are no classes, and where no example counts.
 */
export function accuracyOf(data: Dataset, right: number, examples?: Uint32Array): number | undefined {
  const weight = weightOf(data, examples);
  return data.labels === undefined || weight === 0 ? undefined : right / weight;
}
