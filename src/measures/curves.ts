// The curves of a class's outputs: what comes of every threshold.
import { ArgumentError } from '../support/errors.js';
import { readOptions } from '../support/options.js';
import { wording } from '../support/wording.js';
import { averageOf } from './averagePrecision.js';
import type { ExampleNumbers } from './Measure.js';
import { readClasses } from './readClasses.js';
import { areaOf } from './rocAuc.js';
import { readPositive, type ThresholdCounts, thresholdCounts } from './thresholds.js';

/** Options of {@link rocCurve} and {@link precisionRecallCurve}. */
export interface CurveOptions {
  /**
   * The index of the class that is measured beside all others, as `classNames.indexOf('left')` gives it. Of two classes it is 1
   * if left out, of more it must be given. A single output is that of class 1: class 0 has 1 - output, and thresholds are of
   * that.
   */
  readonly positive?: number | undefined;
  /** How much each example counts, [examples]; all the same if left out. */
  readonly weights?: ArrayLike<number> | undefined;
}

/** A point of a ROC curve. */
export interface RocPoint {
  /** Examples whose output is this or larger are taken for the class; the first is Infinity, which takes none. */
  readonly threshold: number;
  /** The share of the other classes' examples that are taken for the class. */
  readonly falsePositiveRate: number;
  /** The share of the class's examples that are taken for it: the recall. */
  readonly truePositiveRate: number;
}

/** A ROC curve. */
export interface RocCurve {
  /** From the highest threshold, where nothing is taken for the class, to the lowest, where everything is. */
  readonly points: readonly RocPoint[];
  /** The area under the curve, as {@link rocAuc}. */
  readonly area: number;
}

/** A point of a precision-recall curve. */
export interface PrecisionRecallPoint {
  /** Examples whose output is this or larger are taken for the class; the first is Infinity, which takes none. */
  readonly threshold: number;
  /** The share of those taken for the class that are of it; 1 where none are taken. */
  readonly precision: number;
  /** The share of the class's examples that are taken for it. */
  readonly recall: number;
}

/** A precision-recall curve. */
export interface PrecisionRecallCurve {
  /** From the highest threshold, where nothing is taken for the class, to the lowest, where everything is. */
  readonly points: readonly PrecisionRecallPoint[];
  /** The area under the curve, as {@link averagePrecision}. */
  readonly averagePrecision: number;
  /** The share of the class among all examples: the precision that chance gives. */
  readonly share: number;
}

/**
 * The ROC curve of a class: for every threshold, the share of its examples that are found, and the share of the others that are taken
 * for it. `rocDrawing` of `glassbox-nn/pictures` draws it.
 *
 * Of two classes it is that of class 1, the second of `classNames`, unless `positive` says another.
 *
 * Its points are those of scikit-learn's `roc_curve` with `drop_intermediate=False`.
 *
 * @param labels - The class of each example: [examples].
 * @param outputs - The outputs for each example: [examples] of a single output, rows of more, or what `evaluate` gives as `outputs`.
 * @param options - `positive`, `weights`.
 * @returns The points, and the area under the curve.
 * @throws {@link ArgumentError} where all examples are of the class, or none, and for more than two classes without `positive`;
 * {@link ShapeError} or {@link OutOfRangeError} for what does not fit.
 *
 * @example
 * ```ts
 * import { rocCurve } from 'glassbox-nn';
 *
 * const { points, area } = rocCurve([0, 0, 1, 1], [0.1, 0.4, 0.35, 0.8]);
 * area; // => 0.75
 * points[1]; // => { threshold: 0.8, falsePositiveRate: 0, truePositiveRate: 0.5 }
 * ```
 */
export function rocCurve(labels: ArrayLike<number>, outputs: ExampleNumbers, options?: CurveOptions): RocCurve {
  const counts = countsOf('rocCurve', labels, outputs, options);
  const last = counts[counts.length - 1];
  checkBoth('rocCurve', last);
  const points = counts.map(({ threshold, truePositives, falsePositives }) => ({
    threshold,
    falsePositiveRate: falsePositives / last.falsePositives,
    truePositiveRate: truePositives / last.truePositives,
  }));
  return { points, area: areaOf(counts) };
}

/**
 * The precision-recall curve of a class: for every threshold, how many of those taken for the class are of it, and how many of the class
 * are found. `precisionRecallDrawing` of `glassbox-nn/pictures` draws it.
 *
 * Its points are those of scikit-learn's `precision_recall_curve`, in the other order.
 *
 * @param labels - The class of each example: [examples].
 * @param outputs - The outputs for each example, as for {@link rocCurve}.
 * @param options - `positive`, `weights`.
 * @returns The points, the area under the curve, and the share of the class.
 * @throws As {@link rocCurve}.
 *
 * @example
 * ```ts
 * import { precisionRecallCurve } from 'glassbox-nn';
 *
 * const { points, averagePrecision } = precisionRecallCurve([0, 0, 1, 1], [0.1, 0.4, 0.35, 0.8]);
 * averagePrecision; // => 0.8333333333333333
 * points[1]; // => { threshold: 0.8, precision: 1, recall: 0.5 }
 * ```
 */
export function precisionRecallCurve(
  labels: ArrayLike<number>,
  outputs: ExampleNumbers,
  options?: CurveOptions,
): PrecisionRecallCurve {
  const counts = countsOf('precisionRecallCurve', labels, outputs, options);
  const last = counts[counts.length - 1];
  checkBoth('precisionRecallCurve', last);
  const points = counts.map(({ threshold, truePositives, falsePositives }) => {
    const taken = truePositives + falsePositives;
    return { threshold, precision: taken === 0 ? 1 : truePositives / taken, recall: truePositives / last.truePositives };
  });
  const share = last.truePositives / (last.truePositives + last.falsePositives);
  return { points, averagePrecision: averageOf(counts), share };
}

/** The counts at every threshold, from arguments that are checked here. */
export function countsOf(
  what: string,
  labels: ArrayLike<number>,
  outputs: ExampleNumbers,
  options: CurveOptions | undefined,
): ThresholdCounts[] {
  const { positive, weights } = readOptions(`${what} options`, options, ['positive', 'weights']);
  const given = readClasses(what, labels, outputs, weights);
  return thresholdCounts(given, readPositive(what, positive, given.classes));
}

/** Throws unless there are examples of the class, and others. */
export function checkBoth(what: string, { truePositives, falsePositives }: ThresholdCounts): void {
  if (truePositives > 0 && falsePositives > 0) return;
  const got = truePositives > 0 ? 'only examples of the class' : 'none of the class';
  throw new ArgumentError(wording(`${what}: labels`, 'examples of the class and others', got, 'Another class? Give positive.'));
}
