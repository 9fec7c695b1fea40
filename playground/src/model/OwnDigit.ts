// A digit drawn on this page, to learn from.

/** One drawing, with the answer it stands for. */
export interface OwnDigit {
  /** [784], as the network reads it. */
  readonly pixels: Float32Array;
  /** 0 to 9. */
  readonly label: number;
}
