// The order of class names where none is given.
import { decimalAt } from './csv/decimalAt.js';

/**
 * Each name once: numbers first, by their value, and then words, by code unit. So the classes '0' to '11' and 'other' stand as one
 * counts, and the order is the same on every machine, whatever its language.
 */
export function inClassOrder(names: Iterable<string>): string[] {
  const values = new Map<string, number>();
  for (const name of names) if (!values.has(name)) values.set(name, decimalAt(name, 0, name.length));
  return [...values]
    .sort(([name, value], [other, otherValue]) => compare(value, otherValue) || (name < other ? -1 : 1))
    .map(([name]) => name);
}

/** Below 0 if the first value comes first, 0 if the names decide. NaN stands for a word. */
function compare(value: number, other: number): number {
  if (Number.isNaN(value) || Number.isNaN(other)) return Number(Number.isNaN(value)) - Number(Number.isNaN(other));
  return Number(value > other) - Number(value < other);
}
