// Ink: what a digit is drawn with.

/** How much ink there is in each pixel of a picture. */
export interface Ink {
  /** [height x width], from 0 (paper) to 1. */
  readonly ink: Float32Array;
  readonly width: number;
  readonly height: number;
}
