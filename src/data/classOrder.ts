// The order of class names where the caller gives none.
import { decimalAt } from './csv/decimalAt.js';

/**
 * Each name once: numbers first, by their value, and then words, by code unit. So the classes '0' to '11' and 'other' stand in the order of
 * counting, and the order is the same on every machine, whatever its language.
 */
export function inClassOrder(names: Iterable<string>): string[] {
  const numbers: [value: number, name: string][] = [];
  const words: string[] = [];
  for (const name of new Set(names)) {
    const value = decimalAt(name, 0, name.length);
    if (Number.isNaN(value)) words.push(name);
    else numbers.push([value, name]);
  }
  // Equal values are ordered by name; infinities are equal, and their difference is NaN.
  numbers.sort(([value, name], [other, otherName]) => compare(value, other) || (name < otherName ? -1 : 1));
  return [...numbers.map(([, name]) => name), ...words.sort()];
}

/** Below 0 if the first value comes first, 0 if they are equal. */
function compare(value: number, other: number): number {
  return Number(value > other) - Number(value < other);
}
