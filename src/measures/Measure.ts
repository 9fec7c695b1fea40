// What a measure is: a value that says how good the outputs of a network are.

/** Numbers of each example: [examples], one of each, or rows of them, [examples][numbers]. */
export type ExampleNumbers = ArrayLike<number> | readonly ArrayLike<number>[];

/**
 * A measure: how good the outputs of a network are, beside the truth. `evaluate` and `train` take measures as values, so that a program
 * holds those that it imports and no others. Those of the library are `accuracy`, `f1`, `rocAuc`, `mae`, `r2` and their like; any object
 * with these fields is one.
 *
 * @example
 * ```ts
 * import { evaluate, type Measure, Network } from 'glassbox-nn';
 * import { xor } from 'glassbox-nn/data';
 *
 * const missed: Measure = {
 *   name: 'missed',
 *   better: 'lower',
 *   truth: 'labels',
 *   of: (labels: ArrayLike<number>, outputs: readonly ArrayLike<number>[]) =>
 *     outputs.filter((row, example) => labels[example] === 1 && row[0] <= 0.5).length,
 * };
 * const network = new Network([2, 1]);
 * network.layers[0].weights.fill(0); // every output is 0.5
 * evaluate(network, xor(), { measures: [missed] }).measures; // => { missed: 2 }
 * ```
 */
export interface Measure {
  /** The name by which results and records show it. */
  readonly name: string;
  /** Whether a higher number is a better one, or a lower. */
  readonly better: 'higher' | 'lower';
  /** Whether it compares the outputs with `labels` or with `targets`; with labels where the data has them, if left out. */
  readonly truth?: 'labels' | 'targets' | undefined;
  /**
   * Measures.
   *
   * @param truth - The label of each example, [examples], or its targets. `evaluate` and `train` give targets as rows,
   * [examples][targets].
   * @param outputs - The outputs for each example. `evaluate` and `train` give rows, [examples][outputs].
   * @param weights - How much each example counts, [examples]; all the same if left out.
   * @returns A number; NaN where there is nothing to measure.
   */
  of(truth: ExampleNumbers, outputs: ExampleNumbers, weights?: ArrayLike<number>): number;
}

/** A measure of classes: the mean over classes, or of one class. */
export interface ClassMeasure extends Measure {
  /**
   * The same measure of one class, all others taken together.
   *
   * @param label - The index of the class.
   * @returns A measure whose name ends in the class, as `f1 of class 1`.
   * @throws {@link OutOfRangeError} for anything but a whole number from 0.
   */
  ofClass(label: number): Measure;
}

/** A measure of targets that are numbers: the mean over the targets, or each target's. */
export interface TargetMeasure extends Measure {
  /**
   * The measure of each target.
   *
   * @param targets - [examples], or rows [examples][targets].
   * @param outputs - Of the same shape.
   * @param weights - How much each example counts, [examples]; all the same if left out.
   * @returns [targets]
   */
  perTarget(targets: ExampleNumbers, outputs: ExampleNumbers, weights?: ArrayLike<number>): number[];
}
