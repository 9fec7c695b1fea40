// Clips outputs, so that no logarithm of 0 is taken where a loss follows another activation than its partner.

/** 2^-23: the smallest output that is not clipped. */
const LEAST = 1.1920928955078125e-7;

/** An output from 0 to 1, clipped at both ends. */
export function clip(output: number): number {
  return output < LEAST ? LEAST : output > 1 - LEAST ? 1 - LEAST : output;
}

/** Whether an output is clipped, so that its gradient is 0. NaN is not. */
export function isClipped(output: number): boolean {
  return output < LEAST || output > 1 - LEAST;
}
