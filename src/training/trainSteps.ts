import type { Dataset } from '../data/Dataset.js';
import type { Sizes } from '../model/sizes.js';
import type { Network } from '../model/typedBySizes.js';
import { ArgumentError } from '../support/errors.js';
import { optionHome, readOptions } from '../support/options.js';
import { describe, wording } from '../support/wording.js';
import { planTraining, TRAINING_OPTIONS } from './planTraining.js';
import type { EpochRecord, History, StepRecord } from './records.js';
import type { TrainingOptions } from './TrainingOptions.js';
import { trainingLoop } from './trainingLoop.js';

/** Options of {@link trainSteps}: those of every training, and `every`. */
export interface TrainStepsOptions extends TrainingOptions {
  /** Pause after every `'step'` or after every `'epoch'`; `'step'` if left out. */
  readonly every?: 'step' | 'epoch' | undefined;
}

/**
 * Trains one step at a time, or one epoch, as the caller asks for the next: for teaching, and for pages that draw in between.
 *
 * At every pause the network's arrays are current, and what you change in them is trained on. The
 * network counts as being trained until the last step, or until the loop is left or `return()` is called.
 *
 * Called again, it begins with the weights there are, and all else starts anew: the optimizer's state, the count of steps and of epochs,
 * and so schedules, the order of the examples, and early stopping.
 *
 * @param network - Its weights and biases are changed in place.
 * @param data - What to learn from; it owns its arrays and is not changed.
 * @param options - As for {@link train}, and `every`.
 * @returns A generator of records; its return value is the history. Arguments are checked at the call, not at the first `next()`.
 * @throws As {@link train}.
 *
 * @example
 * ```ts
 * import { Network, trainSteps } from 'glassbox-nn';
 * import { xor } from 'glassbox-nn/data';
 *
 * const network = new Network([2, 4, 1]);
 * const steps = [];
 * for (const { step, batch, batches } of trainSteps(network, xor(), { batchSize: 2, epochs: 2 })) {
 *   steps.push(`step ${step}: batch ${batch} of ${batches}`);
 * }
 * steps.at(-1); // => 'step 4: batch 2 of 2'
 * ```
 */
export function trainSteps<S extends Sizes>(
  network: Network<S>,
  data: Dataset,
  options: TrainStepsOptions & { readonly every: 'epoch' },
): Generator<EpochRecord, History, void>;
export function trainSteps<S extends Sizes>(
  network: Network<S>,
  data: Dataset,
  options?: TrainStepsOptions & { readonly every?: 'step' | undefined },
): Generator<StepRecord, History, void>;
export function trainSteps<S extends Sizes>(
  network: Network<S>,
  data: Dataset,
  options: TrainStepsOptions,
): Generator<StepRecord | EpochRecord, History, void>;
export function trainSteps(
  network: Network,
  data: Dataset,
  options: TrainStepsOptions = {},
): Generator<StepRecord | EpochRecord, History, void> {
  const { every = 'step', ...rest } = readOptions('trainSteps options', options, [...TRAINING_OPTIONS, 'every'], optionHome);
  if (every !== 'step' && every !== 'epoch') throw new ArgumentError(wording('every', "'step' or 'epoch'", describe(every)));
  return trainingLoop(planTraining(network, data, rest), { every }) as Generator<StepRecord | EpochRecord, History, void>;
}
