// What an evaluation is asked for, and what it measures.
import type { Loss } from '../learning/losses/loss.js';
import type { Measure } from '../measures/Measure.js';
import type { ClassReport } from './classReports.js';
import type { TargetReport } from './targetReports.js';

/** Options of `evaluate`. */
export interface EvaluateOptions {
  /** The loss; the one that fits the network's last activation if left out. */
  readonly loss?: Loss | undefined;
  /** More measures, as `[rocAuc, topK(5)]`; none if left out. */
  readonly measures?: readonly Measure[] | undefined;
}

/**
 * The measures of a network on data. Those of classes are undefined where there are none, and those of targets where there are classes.
 * As text, `String(evaluation)`, it is a table.
 */
export interface Evaluation {
  /** Mean cost of the examples. Of a regressor it is that of the scaled targets, on which it was trained. */
  readonly loss: number;
  /** Share answered right, from 0 to 1. */
  readonly accuracy: number | undefined;
  /** The mean of the recalls of the classes, as {@link balancedAccuracy}. */
  readonly balancedAccuracy: number | undefined;
  /** The mean over the classes, as {@link precision}. */
  readonly precision: number | undefined;
  /** The mean over the classes, as {@link recall}. */
  readonly recall: number | undefined;
  /** The mean over the classes, as {@link f1}. */
  readonly f1: number | undefined;
  /** As {@link logLoss}; undefined too where the outputs are no probabilities, which those of softmax and sigmoid are. */
  readonly logLoss: number | undefined;
  /** confusion[actual][answered]: how many examples of a class got which answer, or the sum of their weights. */
  readonly confusion: readonly (readonly number[])[] | undefined;
  /** Precision, recall and F1 of each class. */
  readonly classes: readonly ClassReport[] | undefined;
  /** The class that the network answers for each example, in the order of the data: [examples]. */
  readonly answers: Int32Array | undefined;
  /** The mean of the mean absolute errors of the targets, in their unit. Of several units it says nothing: see `targets`. */
  readonly mae: number | undefined;
  /** The mean of the root mean squared errors of the targets, in their unit, as `mae`. */
  readonly rmse: number | undefined;
  /** R2, the share of the variance that is explained: the mean over the targets. */
  readonly r2: number | undefined;
  /** MAE, RMSE and R2 of each target: [targets]. */
  readonly targets: readonly TargetReport[] | undefined;
  /**
   * The predictions of targets for each example, in the order of the data: [examples, targets], row by row. Those of a regressor are in the
   * units of its targets, those of a network are its outputs.
   */
  readonly predictions: Float32Array | undefined;
  /**
   * The outputs of the network for each example, in the order of the data: [examples, outputs], row by row. Of classes `rocCurve` and
   * `calibration` take them; those of a regressor are scaled, as the targets of `preparation.apply(table)` are.
   */
  readonly outputs: Float32Array;
  /** The chosen measures, by name; of a regressor in the units of its targets. */
  readonly measures: Readonly<Record<string, number>>;
  /** A table for a terminal, with the names of classes or targets. */
  toString(): string;
}
