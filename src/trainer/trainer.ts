// Makes trainers.
import { checkThreads } from '../engine/threads/checkThreads.js';
import { checkNetwork } from '../model/checkNetwork.js';
import type { Sizes } from '../model/sizes.js';
import type { Network } from '../model/typedBySizes.js';
import { ArgumentError } from '../support/errors.js';
import { fixed } from '../support/fields.js';
import { readOptions } from '../support/options.js';
import { wording } from '../support/wording.js';
import { lock, unlock } from '../training/lock.js';
import { readStepOptions } from '../training/stepOptions.js';
import { NetworkTrainer } from './NetworkTrainer.js';
import { readTrainer } from './savedTrainer.js';
import { TRAINER_OPTIONS, type TrainerOptions, trainerOptionHome } from './TrainerOptions.js';
import type { Trainer } from './TrainerRecord.js';

/**
 * A training whose loop is yours: for streams, for data larger than memory, for learning from examples as they come. It stands on the
 * same step as {@link train}: the same batches in the same order give the same bits, and those of `data.batches(size, { seed, epoch })`
 * are those of `train`, with its dropout and its augmentation.
 *
 * It keeps the optimizer state, the count of steps and the place in a schedule. The network is locked during a step alone: between two
 * steps you may use it, and what you change in it is trained on. Any other batch than those of `data.batches` counts its examples on
 * from those before it, so that dropout and augmentation draw anew. It warns of nothing, as `train` warns of targets of 410,000: `diagnose` does.
 *
 * @param network - Its weights and biases are changed in place.
 * @param options - Optimizer, loss, penalties, clipping, dropout, augmentation, seed; `threads` and `from`.
 * @returns The trainer. It needs no end: its memory is freed with it.
 * @throws {@link ArgumentError} or {@link OutOfRangeError} for options that are wrong, those of a loop among them; {@link FormatError}
 * for bytes that `save` did not give, and {@link ArgumentError} for those of another network or of other options.
 *
 * @example
 * ```ts
 * import { adam, Network, tanh, trainer } from 'glassbox-nn';
 * import { xor } from 'glassbox-nn/data';
 *
 * const network = new Network([2, 4, 1], { hidden: tanh });
 * const training = trainer(network, { optimizer: adam({ learningRate: 0.1 }) });
 * for (let epoch = 1; epoch <= 100; epoch++) {
 *   for (const batch of xor().batches(4, { epoch })) training.step(batch);
 * }
 * training.steps; // => 100
 * network.forward([1, 0])[0]! > 0.5; // => true
 * ```
 */
export function trainer<S extends Sizes>(network: Network<S>, options: TrainerOptions = {}): Trainer {
  checkNetwork(network);
  const { threads: given, from, ...rest } = readOptions('trainer options', options, TRAINER_OPTIONS, trainerOptionHome);
  const plan = readStepOptions(network, rest);
  if (plan.classWeights === 'balanced') {
    const remedy =
      "A trainer sees one batch at a time. Weigh the data set, and take its batches: data.withClassWeights('balanced').";
    throw new ArgumentError(wording('classWeights', 'numbers, for a trainer', "'balanced'", remedy));
  }
  const threads = checkThreads(given);
  if (from === undefined) return closed(new NetworkTrainer(plan, threads, { steps: 0, seen: 0, optimizerState: undefined }));
  const { network: arrays, ...state } = readTrainer('trainer: from', from, plan);
  lock(network);
  for (const [index, { weights, biases }] of plan.network.layers.entries()) {
    weights.set(arrays[2 * index]);
    biases.set(arrays[2 * index + 1]);
  }
  unlock(network);
  return closed(new NetworkTrainer(plan, threads, state));
}

/** The trainer as its caller sees it. Its fields refuse assignments, and so does the rate, which is the optimizer's or a step's. */
function closed(inner: NetworkTrainer): Trainer {
  const made: Trainer = {
    get steps() {
      return inner.steps;
    },
    step: (batch, options) => inner.step(batch, options),
    stepAsync: (batch, options) => inner.stepAsync(batch, options),
    save: () => inner.save(),
  };
  const text = () => `trainer of ${inner.plan.network}, after step ${inner.steps}`;
  const hidden = { learningRate: { configurable: true }, toString: { value: text, configurable: true } };
  const remedy = 'Give a rate to a step: step(batch, { learningRate: 0.01 }). Other options take another trainer.';
  return fixed('trainer', remedy, Object.defineProperties(made, hidden));
}
