// Weighted sums that are infinite.

/** The sum, or one so large that it makes no difference: Infinity times 0, and Infinity / Infinity, would be NaN. */
export function bounded(sum: number): number {
  return Math.max(-1e30, Math.min(1e30, sum));
}
