// Keeping away from the logarithm of 0 where a loss stands on an activation it was not made for.

/** 2^-23: the smallest share that such a loss believes in. */
const LEAST = 1.1920928955078125e-7;

/** A share from 0 to 1, kept off both ends. */
export function clip(share: number): number {
  return share < LEAST ? LEAST : share > 1 - LEAST ? 1 - LEAST : share;
}

/** Whether a share lies beyond the ends, where the cost is flat. What is not a number does not. */
export function isClipped(share: number): boolean {
  return share < LEAST || share > 1 - LEAST;
}
