import { checkRateOrZero } from '../learning/schedules/schedule.js';
import { numberWhere, wholeNumber } from '../support/checks.js';
import { readOptions } from '../support/options.js';
import { withFields } from '../support/withFields.js';
import {
  type Follower,
  improving,
  lastOf,
  type Monitor,
  readWatch,
  rememberedBy,
  settingsOf,
  WATCHES_ELSEWHERE,
} from './monitor.js';
import type { EpochRecord, History } from './records.js';

/** What {@link reduceOnPlateau} may be told. */
export interface ReduceOnPlateauOptions {
  /** What to watch; the validation loss if there is validation, and else the loss, if left out. */
  readonly monitor?: Monitor | undefined;
  /** What the learning rate is multiplied with; above 0 and below 1. 0.1 if left out. */
  readonly factor?: number | undefined;
  /** After how many epochs in a row that were no better; from 1, and 10 if left out. */
  readonly patience?: number | undefined;
  /** By how much an epoch must be better than the best before it to count; from 0, and 0.0001 if left out. */
  readonly minDelta?: number | undefined;
  /** For how many epochs after it nothing is counted; from 0, and 0 if left out. */
  readonly cooldown?: number | undefined;
  /** The rate it does not go below; from 0, and 0 if left out. */
  readonly minLearningRate?: number | undefined;
}

/**
 * Decides after every epoch what the optimizer's learning rate, or its schedule's, is multiplied with in the next one: 1 leaves it as
 * it is. Any function from the records so far, of which there is at least one, will do. It must depend on them alone.
 */
export interface ReduceOnPlateau {
  (history: History): number;
  /** What it watches, to be checked before training starts. */
  readonly monitor?: Monitor | undefined;
  /** The rate it does not go below; where the optimizer's own is lower, that one counts. */
  readonly minLearningRate?: number | undefined;
  /**
   * What it was made with, by which a checkpoint tells two of a kind apart. For the library's own use.
   *
   * @internal
   */
  readonly settings?: Readonly<Record<string, unknown>> | undefined;
  /**
   * Decides the same for one training, told its records one by one. For the library's own use: so that long trainings stay cheap.
   *
   * @internal
   */
  readonly follow?: ((state?: readonly number[]) => Follower<number>) | undefined;
}

/**
 * Makes smaller steps when training no longer gets better. It is a value without state, as {@link earlyStopping}.
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
export function reduceOnPlateau(options: ReduceOnPlateauOptions = {}): ReduceOnPlateau {
  const known = ['monitor', 'factor', 'patience', 'minDelta', 'cooldown', 'minLearningRate'] as const;
  const given = readOptions('reduceOnPlateau', options, known, WATCHES_ELSEWHERE);
  const { monitor, factor = 0.1, patience = 10, minDelta = 1e-4, cooldown = 0, minLearningRate = 0 } = given;
  numberWhere('reduceOnPlateau: factor', factor, 'a number above 0 and below 1', (value) => value > 0 && value < 1);
  wholeNumber('reduceOnPlateau: patience', patience, 1);
  wholeNumber('reduceOnPlateau: cooldown', cooldown, 0);
  checkRateOrZero('reduceOnPlateau: minLearningRate', minLearningRate);
  const watch = readWatch('reduceOnPlateau', monitor, minDelta);
  const settings = [...settingsOf(watch), factor, patience, cooldown, minLearningRate];
  const follow = (state?: readonly number[]) => {
    let [share = 1, waited = 0, resting = 0, least] = rememberedBy('reduceOnPlateau', settings, state);
    const isBetter = improving('reduceOnPlateau', watch, least);
    const tell = (record: EpochRecord) => {
      const better = isBetter(record);
      if (resting > 0) resting -= 1;
      if (better || resting > 0) waited = 0;
      else waited += 1;
      if (waited >= patience) {
        share *= factor;
        resting = cooldown;
        waited = 0;
      }
      return share;
    };
    return Object.assign(tell, { state: () => [...settings, share, waited, resting, ...isBetter.state()] });
  };
  const factorOf = (history: History) => lastOf(history, follow()) ?? 1;
  return withFields(factorOf, {
    name: 'reduceOnPlateau',
    monitor,
    minLearningRate,
    settings: { monitor, factor, patience, minDelta, cooldown, minLearningRate },
    follow,
  });
}
