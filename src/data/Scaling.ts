// A scaling: what was learned from one data set's inputs and can be done to any other's.
import type { Numbers } from '../support/numbers.js';
import type { Dataset } from './Dataset.js';

/** What every scaling can do. */
export interface ScalingActions {
  /** Numbers of one input. */
  readonly width: number;
  /** What the columns of the data it was learned from are called: [width]; undefined if they had no names. */
  readonly columnNames?: readonly string[] | undefined;
  /** What a person should know: which columns never change. They are told when the scaling is learned, and not saved. */
  readonly warnings: readonly string[];
  /**
   * A new data set of scaled floats, with the same answers.
   *
   * @throws {@link ShapeError} for inputs of another width, {@link ArgumentError} for columns of other names or in another order,
   * where both the scaling and the data have names, and for data, or a slice of it, that the same scaling has scaled already.
   */
  apply(data: Dataset): Dataset;
  /**
   * One input scaled, in a new array: [width]. Takes the numbers as the network saw them before the scaling.
   *
   * @throws {@link ShapeError} for an input of another width, {@link ArgumentError} for bytes.
   */
  applyInput(input: Numbers): Float32Array;
}

/** What `standardize` learns: takes the mean away and divides by the deviation. */
export interface StandardScaling extends ScalingActions {
  /** Which of the scalings it is. */
  readonly kind: 'standard';
  /** Mean of each column, in a new array: [width]. */
  readonly means: Float64Array;
  /** Standard deviation of each column, 0 for one that never changes, in a new array: [width]. */
  readonly deviations: Float64Array;
}

/** What `minMax` learns: takes the least number away and divides by the range. */
export interface MinMaxScaling extends ScalingActions {
  /** Which of the scalings it is. */
  readonly kind: 'minMax';
  /** Least number of each column, in a new array: [width]. */
  readonly minimums: Float64Array;
  /** Largest number of each column, the least one again for one that never changes, in a new array: [width]. */
  readonly maximums: Float64Array;
}

/**
 * A way to bring inputs to a common size. Learn it from the training data and apply the same one to all other data. It never changes:
 * the arrays are copies, each time they are read.
 */
export type Scaling = StandardScaling | MinMaxScaling;
