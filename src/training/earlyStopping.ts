import type { Dataset } from '../data/Dataset.js';
import type { Measure } from '../measures/Measure.js';
import { trueOrFalse, wholeNumber } from '../support/checks.js';
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
import type { EarlyStoppingRecord, EpochRecord, History } from './records.js';

/** Options of {@link earlyStopping}. */
export interface EarlyStoppingOptions {
  /**
   * Which number of the records decides: a loss, an accuracy, or a measure of the training, as `f1` or by its name, `'f1'`. The
   * validation loss if there is validation, and else the loss, if left out.
   */
  readonly monitor?: Monitor | undefined;
  /** How many epochs in a row without improvement end the training; from 1, and 1 if left out. */
  readonly patience?: number | undefined;
  /** By how much an epoch must be better than the best one before to count as an improvement; from 0, and 0 if left out. */
  readonly minDelta?: number | undefined;
  /** True restores the weights of the best epoch when training ends, early or not; false if left out. */
  readonly restoreBestWeights?: boolean | undefined;
}

/**
 * Decides after every epoch whether training stops: {@link earlyStopping}, or any function from the records so far to true or false.
 * It must depend on them alone.
 */
export interface EarlyStopping {
  (history: History): boolean;
  /** The number of the best epoch so far, from 1, whose weights the training keeps if it is to restore them. */
  readonly best?: ((history: History) => number) | undefined;
  /** Whether the training restores the weights of the best epoch when it ends. */
  readonly restoreBestWeights?: boolean | undefined;
  /**
   * The same for a training on these data that shows these measures. Throws if none of its records has the monitored number. For the
   * library's own use.
   *
   * @internal
   */
  readonly forTraining?:
    | ((data: Dataset, validation: Dataset | undefined, measures: readonly Measure[] | undefined) => EarlyStopping)
    | undefined;
  /**
   * Makes the same decision for one training from one record at a time, so that long trainings stay cheap. For the library's own use.
   *
   * @internal
   */
  readonly incremental?: ((state?: readonly number[]) => IncrementalDecision<EarlyStoppingRecord>) | undefined;
}

/**
 * Stops a training that no longer gets better, before it learns its examples by heart. It is a value without state: it
 * decides from the records, so one may serve several trainings at once.
 *
 * The best weights are kept in memory, and restored when the training ends by itself: not if it is aborted or throws.
 *
 * Source: L. Prechelt, "Early stopping - but when?" (1998); the options are those of Keras's EarlyStopping.
 *
 * @param options - Monitor, patience, minDelta, restoreBestWeights.
 * @returns A value for the option `earlyStopping` of a training. The records then say in `earlyStopping` which epoch was the best.
 * @throws {@link OutOfRangeError} for a patience below 1 or a minDelta below 0, {@link ArgumentError} for an unknown monitor.
 *
 * @example
 * ```ts
 * import { adam, earlyStopping, evaluate, Network, tanh, train } from 'glassbox-nn';
 * import { spirals } from 'glassbox-nn/data';
 *
 * const network = new Network([2, 16, 2], { hidden: tanh });
 * const points = spirals({ count: 60, noise: 0.2 });
 * const history = train(network, points, {
 *   optimizer: adam({ learningRate: 0.05 }),
 *   validationSplit: 0.3,
 *   epochs: 500,
 *   earlyStopping: earlyStopping({ patience: 10, restoreBestWeights: true }),
 * });
 * history.length; // => 15
 * history.at(-1)!.earlyStopping; // => { stopped: true, best: 5 }
 * evaluate(network, points.slice(42)).loss === history[4]!.validation!.loss; // => true
 * ```
 */
export const earlyStopping: (options?: EarlyStoppingOptions) => EarlyStopping = /* @__PURE__ */ withFields(
  (options?: EarlyStoppingOptions) => makeEarlyStopping(options),
  { name: 'earlyStopping', maker: 'earlyStopping, not called' },
);

function makeEarlyStopping(options: EarlyStoppingOptions = {}): EarlyStopping {
  const known = ['monitor', 'patience', 'minDelta', 'restoreBestWeights'] as const;
  const given = readOptions('earlyStopping', options, known, otherOption);
  const { monitor, patience = 1, minDelta = 0, restoreBestWeights = false } = given;
  wholeNumber('earlyStopping: patience', patience, 1);
  trueOrFalse('earlyStopping: restoreBestWeights', restoreBestWeights);
  return stoppingBy(readMonitor('earlyStopping', monitor, minDelta), patience, restoreBestWeights);
}

function stoppingBy(monitoring: MonitorSettings, patience: number, restoreBestWeights: boolean): EarlyStopping {
  const settings = [...monitorNumbers(monitoring), patience];
  const incremental = (state?: readonly number[]) => {
    let [epochs = 0, best = 0, bestNumber] = restoredNumbers('earlyStopping', settings, state);
    const isBetter = improvement('earlyStopping', monitoring, bestNumber);
    const decide = (record: EpochRecord) => {
      epochs += 1;
      if (isBetter(record)) best = epochs;
      return { stopped: epochs - best >= patience, best };
    };
    return Object.assign(decide, { state: () => [...settings, epochs, best, ...isBetter.state()] });
  };
  const stops = (history: History) => lastDecision(history, incremental())?.stopped ?? false;
  const best = (history: History) => lastDecision(history, incremental())?.best ?? 0;
  const forTraining: EarlyStopping['forTraining'] = (...training) =>
    stoppingBy(monitorFor('earlyStopping', monitoring, ...training), patience, restoreBestWeights);
  return withFields(stops, { name: 'earlyStopping', best, restoreBestWeights, forTraining, incremental });
}
