// The warning of columns that never change.
import { describe } from '../support/wording.js';

/** The warning for a column of one number in every example. */
export function constantWarning(column: number, value: number, columnNames: readonly string[] | undefined): string {
  const name = columnNames?.[column];
  const called = name === undefined ? `inputs column ${column}` : `column ${describe(name)}`;
  return `${called} is ${value} in every example: it becomes 0 and tells the network nothing.`;
}
