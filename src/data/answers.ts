// What a data set's labels or targets become once they are read.

/** The answers of a data set, checked and copied. */
export interface Answers {
  readonly count: number;
  readonly labels: Int32Array | undefined;
  readonly targets: Float32Array | undefined;
  readonly targetWidth: number;
  readonly classes: number | undefined;
  readonly classNames: readonly string[] | undefined;
}
