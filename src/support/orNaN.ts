// What functions of one number make of anything else. It is no error: that would be more code than the functions are.

/** The number, or NaN in place of anything else. */
export function orNaN(value: unknown): number {
  return typeof value === 'number' ? value : 0 / 0;
}
