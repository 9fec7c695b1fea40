// A classifier, and its reading of an input.
import type { Scaling } from '../data/Scaling.js';
import type { RowOf } from '../data/table/cells.js';
import type { Preparation } from '../data/table/Preparation.js';
import type { Below, First, Last, Sized, Sizes } from '../model/sizes.js';
import type { Network } from '../model/typedBySizes.js';
import type { Numbers } from '../support/numbers.js';

/** The reading of an input. */
export interface Reading<Index extends number = number> {
  /** The class: the brightest output; of a single output 1 if it is above 0.5, else 0. */
  readonly index: Index;
  /** The name of the class; its number as text if classes have no names. */
  readonly name: string;
  /**
   * The confidence of the network, from 0 to 1: the activation of the class's own output; of a single output y, it is y for class 1 and
   * 1 - y for class 0. After softmax a share of 1. How often it is right is another question, which `evaluate` answers.
   *
   * It is undefined where outputs may be any number, as the logits of a PyTorch model that has its softmax in the loss: read that
   * with `output: softmax`, as `fromSafetensors(bytes, { hidden: relu, output: softmax })`. A custom activation states its `range`.
   */
  readonly confidence: number | undefined;
  /** All outputs of the network: [outputs]. */
  readonly outputs: Float32Array;
}

/** The classes of a network of so many outputs: a single output has two. */
export type ClassOf<Outputs extends number> = Outputs extends 1 ? 0 | 1 : Below<Outputs>;

/** Options of {@link classifier}. */
export interface ClassifierOptions {
  /** The scaling of the training data, applied to every input before the network sees it. None if left out. */
  readonly scaling?: Scaling | undefined;
  /** The names of the classes, in the order of the outputs; the network's own names if left out, else their numbers. */
  readonly classNames?: readonly string[] | undefined;
  /** The names of the columns of the inputs: `dataset.columnNames`. Those of the scaling or the network if left out. */
  readonly columnNames?: readonly string[] | undefined;
  /** Pixels in a row, where an input is a picture: 28 for a digit. For drawings of inputs; reading does not use it. */
  readonly width?: number | undefined;
  /** A preparation has names and scaling of its own: it is given alone, and makes a {@link TableClassifier}. */
  readonly preparation?: undefined;
}

/** Options of {@link classifier} for rows of a table. */
export interface TableClassifierOptions {
  /** The preparation of the training data, whose target has classes. Its names and scaling are those of the classifier. */
  readonly preparation: Preparation;
}

/**
 * A network with the scaling of its inputs and the names of its classes, as {@link classifier} makes it.
 *
 * @typeParam S - The network's sizes.
 */
export interface Classifier<S extends Sizes = Sizes> {
  /** The network itself, not a copy: its changes change the readings. Its own `forward` never scales. */
  readonly network: Network<S>;
  /** The scaling of every input, if there is one. */
  readonly scaling: Scaling | undefined;
  /** The names of the classes: [classes], or fewer where the network has fewer names. */
  readonly classNames: readonly string[] | undefined;
  /** The names of the columns of the inputs: [inputs]. */
  readonly columnNames: readonly string[] | undefined;
  /** Pixels in a row, where an input is a picture. */
  readonly width: number | undefined;
  /** The preparation of every row, where it reads rows of a table: see {@link TableClassifier}. */
  readonly preparation?: Preparation | undefined;
  /**
   * Scales an input, runs the network, and names its answer. It needs no `this`: it can be passed on as a function.
   *
   * @param raw - [inputs], the numbers before any scaling of {@link Classifier.scaling}; not bytes.
   * @returns The class, its name, how bright it is, and all outputs.
   * @throws {@link ShapeError} for too few or too many numbers, {@link NumericError} if an input is not finite or an output is NaN,
   * and {@link ArgumentError} for bytes, and for anything but numbers.
   */
  read<const X extends Numbers>(raw: X & Sized<X, First<S>>): Reading<ClassOf<Last<S>>>;
}

/**
 * A network with the preparation of its data, as {@link classifier} makes it: it reads rows of a table as they are.
 *
 * @typeParam S - The network's sizes.
 */
export interface TableClassifier<S extends Sizes = Sizes> {
  /** The network itself, not a copy: its changes change the readings. Its own `forward` takes prepared inputs. */
  readonly network: Network<S>;
  /** The preparation of every row. */
  readonly preparation: Preparation;
  /** The names of the classes, in the order of the outputs. */
  readonly classNames: readonly string[];
  /** The names of the inputs that the preparation makes: [inputs]. */
  readonly columnNames: readonly string[];
  /** None: the preparation scales. */
  readonly scaling: undefined;
  /** None: a row is no picture. */
  readonly width: undefined;
  /**
   * Prepares a row, runs the network, and names its answer. It needs no `this`: it can be passed on as a function.
   *
   * @param row - A cell for each column, by name: null or undefined where it is missing. Targets and dropped columns may be there.
   * @returns The class, its name, how bright it is, and all outputs.
   * @throws {@link ArgumentError} for a column that lacks or is not known, for a cell of another kind, and for a word or a missing cell
   * that the preparation refuses; {@link NumericError} for a number that is too large, or if an output is NaN.
   */
  read<R extends object>(row: RowOf<R>): Reading<ClassOf<Last<S>>>;
}
