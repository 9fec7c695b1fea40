// A preparation: how the cells of a table become the inputs and the answers of a network.
import type { Numbers } from '../../support/numbers.js';
import type { Dataset } from '../Dataset.js';
import type { RowOf } from './cells.js';
import type { Table } from './Table.js';

/**
 * How numbers are scaled: `'standardize'` to mean 0 and standard deviation 1, `'minMax'` to 0 to 1, `'none'` not at all. A column that
 * never changes becomes 0.
 */
export type Scale = 'standardize' | 'minMax' | 'none';

/** What fills a missing cell: a number learnt from the column, or nothing, so that it is refused. */
export type Missing = 'median' | 'mean' | 'mostFrequent' | 'refuse';

/**
 * What becomes of a word that was not seen in the training rows: it is refused, gets a 0 in every column of the known words, or a column
 * of its own, which has a 1 for every such word.
 */
export type Unseen = 'refuse' | 'zeros' | 'column';

/** A number that is scaled, (x - offset) / divisor in float64: of a column, or of a target. */
export interface ScaledNumber {
  /** How it is scaled. */
  readonly scale: Scale;
  /** The mean, or the minimum; 0 where it is not scaled. */
  readonly offset: number;
  /** The standard deviation, or the range, 0 for a column that never changes; 1 where it is not scaled. */
  readonly divisor: number;
}

/** A column of numbers, which becomes one input. */
export interface PreparedNumber extends ScaledNumber {
  /** The name of the column. */
  readonly name: string;
  /** The kind of its cells. */
  readonly kind: 'number';
  /** What fills a missing cell. */
  readonly missing: Missing;
  /** The number that does; undefined where a missing cell is refused. */
  readonly fill: number | undefined;
  /** Whether an input more says, by 1, that the cell was missing. */
  readonly indicator: boolean;
}

/** A column of words, which becomes an input for each word: 1 for the cell's own, 0 for the others. */
export interface PreparedWord {
  /** The name of the column. */
  readonly name: string;
  /** The kind of its cells. */
  readonly kind: 'word';
  /** What fills a missing cell. */
  readonly missing: 'mostFrequent' | 'refuse';
  /** The word that does; undefined where a missing cell is refused. */
  readonly fill: string | undefined;
  /** Whether an input more says, by 1, that the cell was missing. */
  readonly indicator: boolean;
  /** The words, in the order of their inputs. */
  readonly categories: readonly string[];
  /** What becomes of any other word. */
  readonly unseen: Unseen;
}

/** A column of yes and no, which becomes one input: 1 for yes, 0 for no. */
export interface PreparedYesNo {
  /** The name of the column. */
  readonly name: string;
  /** The kind of its cells. */
  readonly kind: 'yes/no';
  /** What fills a missing cell. */
  readonly missing: 'mostFrequent' | 'refuse';
  /** The answer that does; undefined where a missing cell is refused. */
  readonly fill: boolean | undefined;
  /** Whether an input more says, by 1, that the cell was missing. */
  readonly indicator: boolean;
}

/** A column that is left out. */
export interface DroppedColumn {
  /** The name of the column. */
  readonly name: string;
  /** That it is left out. */
  readonly kind: 'drop';
}

/** What becomes of a column. */
export type PreparedColumn = PreparedNumber | PreparedWord | PreparedYesNo | DroppedColumn;

/** A target of numbers, which an output of the network answers, scaled. */
export interface NumberTarget extends ScaledNumber {
  /** The name of the column. */
  readonly name: string;
  /** The kind of its cells. */
  readonly kind: 'number';
}

/** A target of words, or of yes and no, whose words are the classes. */
export interface ClassTarget {
  /** The name of the column. */
  readonly name: string;
  /** The kind of its cells. */
  readonly kind: 'word' | 'yes/no';
  /** The classes, in the order of the outputs; no and yes for a column of these. */
  readonly categories: readonly string[];
}

/** What becomes of a target. */
export type PreparedTarget = NumberTarget | ClassTarget;

/** All that a preparation has learnt, as plain values. */
export interface PreparationData {
  /** What becomes of each column, in the order of the table that it was learnt from. */
  readonly columns: readonly PreparedColumn[];
  /** The targets: one of classes, or one or more of numbers. */
  readonly targets: readonly PreparedTarget[];
}

/**
 * How the cells of a table become the inputs and answers of a network, as {@link prepare} learns it. It never changes; `String(preparation)`
 * says in a table what it does with each column.
 *
 * @typeParam Target - The names of the targets.
 */
export interface Preparation<Target extends string = string> extends PreparationData {
  /** The names of the inputs: `age`, `ship_class=third` for a word, `age missing` for an indicator: [width]. */
  readonly columnNames: readonly string[];
  /** Numbers of an input: the first size of a network. */
  readonly width: number;
  /** The names of the classes, where the target has classes; undefined where targets are numbers. */
  readonly classNames: readonly string[] | undefined;
  /** What looked odd in the training rows, in sentences. Files do not have them. */
  readonly warnings: readonly string[];
  /**
   * A data set of the rows of a table: `labels` and `classNames` where the target has classes, else `targets`, scaled, and
   * `targetNames`. Columns are found by name, in any order.
   *
   * @param table - The training rows, or others with the same columns; a column that is dropped may lack.
   * @throws {@link ArgumentError} for a column that lacks or is not known, for a cell of another kind, and for a word or a missing cell
   * that is refused; {@link NumericError} for a number that is too large once it is scaled. Errors name row and column.
   */
  apply(table: Table): Dataset;
  /**
   * The input of one row, in a new array: [width]. Its fields are found by name; targets and dropped columns may be there or not.
   *
   * @param row - A cell for each column; null or undefined for a missing one. A text counts as what it says: '31' is a number.
   * @throws As {@link Preparation.apply}.
   */
  applyRow<R extends object>(row: RowOf<R>): Float32Array;
  /**
   * The targets in their units, from the outputs of a network: output * divisor + offset, by name.
   *
   * @param outputs - [targets]
   * @throws {@link ArgumentError} where the target has classes, {@link ShapeError} for another number of outputs.
   */
  inverse(outputs: Numbers): { readonly [Name in Target]: number };
}
