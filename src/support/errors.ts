// The errors this library throws. Each carries a `code` that stays the same when its wording improves.

/**
 * An argument of the wrong kind: a string for a number, bytes for brightnesses, an option that does not exist.
 *
 * @example
 * ```ts
 * import { ArgumentError, Network } from 'glassbox-nn';
 *
 * try {
 *   new Network([2, 1]).forward('01' as never);
 * } catch (error) {
 *   (error as ArgumentError).code; // => 'ARGUMENT'
 *   error instanceof TypeError; // => true
 * }
 * ```
 */
export class ArgumentError extends TypeError {
  /** Its class, also where minifiers rename classes. */
  override readonly name = 'ArgumentError';
  /** Stays the same when the wording of the message improves. */
  readonly code = 'ARGUMENT';
}

/**
 * A number out of range: a layer of zero neurons, a negative learning rate, label 10 of ten digits.
 *
 * @example
 * ```ts
 * import { Network, OutOfRangeError } from 'glassbox-nn';
 *
 * try {
 *   new Network([2, 0]);
 * } catch (error) {
 *   (error as OutOfRangeError).code; // => 'OUT_OF_RANGE'
 *   error instanceof RangeError; // => true
 * }
 * ```
 */
export class OutOfRangeError extends RangeError {
  /** Its class, also where minifiers rename classes. */
  override readonly name = 'OutOfRangeError';
  /** Stays the same when the wording of the message improves. */
  readonly code = 'OUT_OF_RANGE';
}

/**
 * Sizes that do not fit each other: 783 inputs for a layer of 784.
 *
 * @example
 * ```ts
 * import { Network, type ShapeError } from 'glassbox-nn';
 *
 * const pixels: number[] = new Array(783).fill(0);
 * try {
 *   new Network([784, 10]).forward(pixels);
 * } catch (error) {
 *   (error as ShapeError).code; // => 'SHAPE'
 * }
 * ```
 */
export class ShapeError extends RangeError {
  /** Its class, also where minifiers rename classes. */
  override readonly name = 'ShapeError';
  /** Stays the same when the wording of the message improves. */
  readonly code = 'SHAPE';
}

/**
 * More than fits: thrown before anything of that size is allocated.
 *
 * @example
 * ```ts
 * import { type LimitError, Network } from 'glassbox-nn';
 *
 * try {
 *   new Network([2 ** 20, 2 ** 20]);
 * } catch (error) {
 *   (error as LimitError).code; // => 'LIMIT'
 * }
 * ```
 */
export class LimitError extends RangeError {
  /** Its class, also where minifiers rename classes. */
  override readonly name = 'LimitError';
  /** Stays the same when the wording of the message improves. */
  readonly code = 'LIMIT';
}

/** Where in a file a {@link FormatError} found its fault. */
export interface FormatPlace {
  /** Byte offset from the start of the file, for binary formats. */
  readonly offset?: number | undefined;
  /** Path inside the document, as `$.layers[1].biases`, for JSON; or the path of the file. */
  readonly path?: string | undefined;
}

/**
 * A file, or a saved text, with a fault in it.
 *
 * @example
 * ```ts
 * import type { FormatError } from 'glassbox-nn';
 * import { fromJson } from 'glassbox-nn/formats';
 *
 * try {
 *   fromJson('null');
 * } catch (error) {
 *   (error as FormatError).code; // => 'FORMAT'
 *   (error as FormatError).path; // => '$'
 * }
 * ```
 */
export class FormatError extends Error {
  /** Its class, also where minifiers rename classes. */
  override readonly name = 'FormatError';
  /** Stays the same when the wording of the message improves. */
  readonly code = 'FORMAT';
  /** Byte offset of the fault, where the format is binary. */
  readonly offset: number | undefined;
  /** Path of the fault inside the document, or of the file. */
  readonly path: string | undefined;

  /**
   * @param message - What was expected, what was found, what to do.
   * @param place - Where the fault was found.
   */
  constructor(message: string, place: FormatPlace = {}) {
    super(message);
    this.offset = place.offset;
    this.path = place.path;
  }
}

/**
 * A number that is not finite: an input of NaN, or a training that diverged. The network keeps its last finite weights.
 *
 * @example
 * ```ts
 * import { Network, type NumericError } from 'glassbox-nn';
 *
 * try {
 *   new Network([2, 1]).forward([0, Number.NaN]);
 * } catch (error) {
 *   (error as NumericError).code; // => 'NUMERIC'
 * }
 * ```
 */
export class NumericError extends Error {
  /** Its class, also where minifiers rename classes. */
  override readonly name = 'NumericError';
  /** Stays the same when the wording of the message improves. */
  readonly code = 'NUMERIC';
}

/**
 * A call at the wrong time: a second training of a network that is being trained.
 *
 * @example
 * ```ts
 * import { Network, type StateError, trainSteps } from 'glassbox-nn';
 * import { xor } from 'glassbox-nn/data';
 *
 * const network = new Network([2, 3, 1]);
 * const lesson = trainSteps(network, xor());
 * lesson.next();
 * try {
 *   trainSteps(network, xor()).next();
 * } catch (error) {
 *   (error as StateError).code; // => 'STATE'
 * }
 * ```
 */
export class StateError extends Error {
  /** Its class, also where minifiers rename classes. */
  override readonly name = 'StateError';
  /** Stays the same when the wording of the message improves. */
  readonly code = 'STATE';
}
