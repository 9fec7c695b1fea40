import type { Dataset } from '../data/Dataset.js';
import { checkRateOrZero } from '../learning/schedules/schedule.js';
import type { Measure } from '../measures/Measure.js';
import { numberWhere, wholeNumber } from '../support/checks.js';
import { readOptions } from '../support/options.js';
import { withFields } from '../support/views.js';
import {
  type IncrementalDecision,
  improvement,
  lastDecision,
  type Monitor,
  type MonitorSettings,
  monitorFor,
  monitorNumbers,
  otherOption,
  readMonitor,
  restoredNumbers,
} from './monitor.js';
import type { EpochRecord, History } from './records.js';

/** Options of {@link reduceOnPlateau}. */
export interface ReduceOnPlateauOptions {
  /**
   * Which number of the records decides: a loss, an accuracy, or a measure of the training, as `f1` or by its name, `'f1'`. The
   * validation loss if there is validation, and else the loss, if left out.
   */
  readonly monitor?: Monitor | undefined;
  /** The factor by which the learning rate falls; above 0 and below 1, and 0.1 if left out. */
  readonly factor?: number | undefined;
  /** After how many epochs in a row without improvement it falls; from 1, and 10 if left out. */
  readonly patience?: number | undefined;
  /** By how much an epoch must be better than the best one before to count as an improvement; from 0, and 0.0001 if left out. */
  readonly minDelta?: number | undefined;
  /** For how many epochs after a fall none are counted; from 0, and 0 if left out. */
  readonly cooldown?: number | undefined;
  /** The lowest learning rate; from 0, and 0 if left out. */
  readonly minLearningRate?: number | undefined;
}

/**
 * Decides after every epoch what the learning rate of the optimizer, or of its schedule, is multiplied with in the next one:
 * {@link reduceOnPlateau}, or any function from the records so far, at least one, to a number. 1 leaves the rate as it is. It must
 * depend on the records alone.
 */
export interface ReduceOnPlateau {
  (history: History): number;
  /** The lowest learning rate; where the optimizer's own is lower, that one counts. */
  readonly minLearningRate?: number | undefined;
  /**
   * Its options, which a checkpoint compares. For the library's own use.
   *
   * @internal
   */
  readonly settings?: Readonly<Record<string, unknown>> | undefined;
  /**
   * The same for a training on these data that shows these measures. Throws if none of its records has the monitored number. For the
   * library's own use.
   *
   * @internal
   */
  readonly forTraining?:
    | ((data: Dataset, validation: Dataset | undefined, measures: readonly Measure[] | undefined) => ReduceOnPlateau)
    | undefined;
  /**
   * Makes the same decision for one training from one record at a time, so that long trainings stay cheap. For the library's own use.
   *
   * @internal
   */
  readonly incremental?: ((state?: readonly number[]) => IncrementalDecision<number>) | undefined;
}

/**
 * Lowers the learning rate when training no longer gets better. It is a value without state, as {@link earlyStopping}.
 *
 * Source: as Keras's ReduceLROnPlateau.
 *
 * @param options - Monitor, factor, patience, minDelta, cooldown, minLearningRate.
 * @returns A value for the option `reduceOnPlateau` of a training.
 * @throws {@link OutOfRangeError} for a number outside of its range, {@link ArgumentError} for an unknown monitor.
 *
 * @example
 * ```ts
 * import { Network, reduceOnPlateau, sgd, train } from 'glassbox-nn';
 * import { xor } from 'glassbox-nn/data';
 *
 * const history = train(new Network([2, 4, 1]), xor(), {
 *   optimizer: sgd({ learningRate: 0.5 }),
 *   epochs: 5,
 *   reduceOnPlateau: reduceOnPlateau({ factor: 0.5, patience: 2, minDelta: 0.5 }),
 * });
 * history.map(({ learningRate }) => learningRate); // => [ 0.5, 0.5, 0.5, 0.25, 0.25 ]
 * ```
 */
export const reduceOnPlateau: (options?: ReduceOnPlateauOptions) => ReduceOnPlateau = /* @__PURE__ */ withFields(
  (options?: ReduceOnPlateauOptions) => makeReduceOnPlateau(options),
  { name: 'reduceOnPlateau', maker: 'reduceOnPlateau, not called' },
);

function makeReduceOnPlateau(options: ReduceOnPlateauOptions = {}): ReduceOnPlateau {
  const known = ['monitor', 'factor', 'patience', 'minDelta', 'cooldown', 'minLearningRate'] as const;
  const given = readOptions('reduceOnPlateau', options, known, otherOption);
  const { monitor, factor = 0.1, patience = 10, minDelta = 1e-4, cooldown = 0, minLearningRate = 0 } = given;
  numberWhere('reduceOnPlateau: factor', factor, 'a number above 0 and below 1', (value) => value > 0 && value < 1);
  wholeNumber('reduceOnPlateau: patience', patience, 1);
  wholeNumber('reduceOnPlateau: cooldown', cooldown, 0);
  checkRateOrZero('reduceOnPlateau: minLearningRate', minLearningRate);
  const numbers = { factor, patience, cooldown, minLearningRate };
  return plateauBy(readMonitor('reduceOnPlateau', monitor, minDelta), numbers);
}

type PlateauNumbers = Readonly<Record<'factor' | 'patience' | 'cooldown' | 'minLearningRate', number>>;

function plateauBy(monitoring: MonitorSettings, numbers: PlateauNumbers): ReduceOnPlateau {
  const { monitor, minDelta } = monitoring;
  const { factor, patience, cooldown, minLearningRate } = numbers;
  const settings = [...monitorNumbers(monitoring), factor, patience, cooldown, minLearningRate];
  const incremental = (state?: readonly number[]) => {
    let [share = 1, wait = 0, cooldownLeft = 0, bestNumber] = restoredNumbers('reduceOnPlateau', settings, state);
    const isBetter = improvement('reduceOnPlateau', monitoring, bestNumber);
    const decide = (record: EpochRecord) => {
      const better = isBetter(record);
      if (cooldownLeft > 0) cooldownLeft -= 1;
      if (better || cooldownLeft > 0) wait = 0;
      else wait += 1;
      if (wait >= patience) {
        share *= factor;
        cooldownLeft = cooldown;
        wait = 0;
      }
      return share;
    };
    return Object.assign(decide, { state: () => [...settings, share, wait, cooldownLeft, ...isBetter.state()] });
  };
  const factorOf = (history: History) => lastDecision(history, incremental()) ?? 1;
  return withFields(factorOf, {
    name: 'reduceOnPlateau',
    minLearningRate,
    forTraining: ((...training) =>
      plateauBy(monitorFor('reduceOnPlateau', monitoring, ...training), numbers)) satisfies ReduceOnPlateau['forTraining'],
    settings: { monitor, factor, patience, minDelta, cooldown, minLearningRate },
    incremental,
  });
}
