// A regressor.
import type { RowOf } from '../data/table/cells.js';
import type { Preparation } from '../data/table/Preparation.js';
import type { Sizes } from '../model/sizes.js';
import type { Network } from '../model/typedBySizes.js';

/** Options of {@link regressor}. */
export interface RegressorOptions<Target extends string = string> {
  /** The preparation of the training data, whose targets are numbers. */
  readonly preparation: Preparation<Target>;
}

/**
 * A network that answers numbers, with the preparation of its data, as {@link regressor} makes it.
 *
 * @typeParam S - The network's sizes.
 * @typeParam Target - The names of the targets.
 */
export interface Regressor<S extends Sizes = Sizes, Target extends string = string> {
  /** The network itself, not a copy: its changes change the readings. Its own `forward` takes prepared inputs, and its outputs are scaled. */
  readonly network: Network<S>;
  /** The preparation of every row, and of the targets. */
  readonly preparation: Preparation<Target>;
  /** The names of the inputs that the preparation makes: [inputs]. */
  readonly columnNames: readonly string[];
  /**
   * Prepares a row, runs the network, and gives its answers in the units of the targets. It needs no `this`: it can be passed on as a
   * function.
   *
   * @param row - A cell for each column, by name: null or undefined where it is missing. Targets and dropped columns may be there.
   * @returns The targets by name.
   * @throws {@link ArgumentError} for a column that lacks or is not known, for a cell of another kind, and for a word or a missing cell
   * that the preparation refuses; {@link NumericError} for a number that is too large, or if an output is not finite.
   */
  read<R extends object>(row: RowOf<R>): { readonly [Name in Target]: number };
}
