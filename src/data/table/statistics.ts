// Statistics of a column of numbers, in float64.
import type { NumberColumn } from './TableColumn.js';

/** The numbers of a column that are there, copied. */
export function presentIn({ numbers, missing }: NumberColumn): Float64Array {
  const present = new Float64Array(numbers.length - missing);
  let count = 0;
  // Much quicker than filter of a typed array.
  for (const number of numbers) if (!Number.isNaN(number)) present[count++] = number;
  return present;
}

/** The middle one, or the mean of the two in the middle. */
export function median(numbers: Float64Array): number {
  const sorted = numbers.slice().sort();
  const middle = sorted.length >> 1;
  if (sorted.length % 2 === 1) return sorted[middle];
  // Half of each, since the sum of both may be too large.
  return sorted[middle - 1] / 2 + sorted[middle] / 2;
}

/** The mean; of numbers that are all the same, that number itself. */
export function mean(numbers: Float64Array): number {
  let sum = 0;
  for (const number of numbers) sum += number;
  return isConstant(numbers) ? numbers[0] : sum / numbers.length;
}

/** The standard deviation of the population: the root of the mean of the squared distances from the mean. */
export function deviation(numbers: Float64Array, around: number): number {
  let squares = 0;
  for (const number of numbers) squares += (number - around) * (number - around);
  return Math.sqrt(squares / numbers.length);
}

/** The number that most have; the smallest of several. */
export function mostFrequent(numbers: Float64Array): number {
  const sorted = numbers.slice().sort();
  let best = sorted[0];
  let most = 0;
  let run = 0;
  for (let index = 0; index < sorted.length; index++) {
    run = sorted[index] === sorted[index - 1] ? run + 1 : 1;
    if (run > most) [best, most] = [sorted[index], run];
  }
  return best;
}

/** Whether all numbers are the same. */
export function isConstant(numbers: Float64Array): boolean {
  return numbers.every((number) => number === numbers[0]);
}
