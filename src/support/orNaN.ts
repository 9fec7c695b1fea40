// Functions of one number return NaN for anything else. An error would take more code than the functions.

/** The number, or NaN in place of anything else. */
export function orNaN(value: unknown): number {
  return typeof value === 'number' ? value : 0 / 0;
}
