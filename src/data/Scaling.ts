// A scaling of inputs, fitted to one data set and applied to any other.
import type { Numbers } from '../support/numbers.js';
import type { Dataset } from './Dataset.js';

/** The fields and functions of every scaling. */
export interface ScalingActions {
  /** Numbers of an input. */
  readonly width: number;
  /** The names of the columns that it was fitted to: [width]; undefined if they had none. */
  readonly columnNames?: readonly string[] | undefined;
  /** Warnings of the fit, as which columns never change. Files do not have them. */
  readonly warnings: readonly string[];
  /**
   * A new data set of scaled floats, with the same labels and targets.
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

/** The scaling of `standardize`: it subtracts the mean and divides by the standard deviation. */
export interface StandardScaling extends ScalingActions {
  /** The kind of scaling. */
  readonly kind: 'standard';
  /** Mean of each column, in a new array: [width]. */
  readonly means: Float64Array;
  /** Standard deviation of each column, 0 for one that never changes, in a new array: [width]. */
  readonly deviations: Float64Array;
}

/** The scaling of `minMax`: it subtracts the minimum and divides by the range. */
export interface MinMaxScaling extends ScalingActions {
  /** The kind of scaling. */
  readonly kind: 'minMax';
  /** Least number of each column, in a new array: [width]. */
  readonly minimums: Float64Array;
  /** Largest number of each column, the least one again for one that never changes, in a new array: [width]. */
  readonly maximums: Float64Array;
}

/**
 * A scaling that brings inputs to a common size. Fit it to the training data and apply the same one to all other data. It never changes:
 * each reading of its arrays gives copies.
 */
export type Scaling = StandardScaling | MinMaxScaling;
