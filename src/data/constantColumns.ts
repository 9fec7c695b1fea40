// Words about columns of a data set that never change.

/** The warning of a column that is one number in every example. */
export function constantWarning(column: number, value: number): string {
  return `inputs column ${column} is ${value} in every example: it becomes 0 and tells the network nothing.`;
}
