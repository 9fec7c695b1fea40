import type { Dataset } from '../data/Dataset.js';
import { readyCore } from '../engine/readyCore.js';
import { checkThreads } from '../engine/threads/checkThreads.js';
import type { Threads } from '../engine/threads/Threads.js';
import type { Sizes } from '../model/sizes.js';
import type { Network } from '../model/typedBySizes.js';
import { giveWay } from '../support/giveWay.js';
import { optionHome, readOptions } from '../support/options.js';
import { now } from '../support/platform.js';
import { type Checkpoint, checkCheckpoint } from './checkpoint.js';
import { runFit } from './lock.js';
import { type Plan, planTraining, TRAINING_OPTIONS } from './planTraining.js';
import type { LoopOptions } from './Run.js';
import type { History } from './records.js';
import type { TrainingOptions } from './TrainingOptions.js';
import { trainingLoop } from './trainingLoop.js';

/** Milliseconds of work between two turns of the event loop: a fifth of the 16 that a page has for a frame. */
const TURN = 3;

/** Options of {@link fit}: those of every training, `threads` and `checkpoint`. */
export interface FitOptions extends TrainingOptions {
  /**
   * Threads that share the work: `nodeThreads(2)` of `glassbox-nn/node`, or `webThreads(2)` of `glassbox-nn/browser`. The bits are the
   * same with any number of threads, and without.
   *
   * Batches too small to gain, and custom functions, are worked on without threads.
   */
  readonly threads?: Threads | undefined;
  /**
   * Where the training is saved, so that it can go on after a power cut: `fileCheckpoint(path)` of `glassbox-nn/node`, or `checkpointIn`
   * of `glassbox-nn/formats` for any other place. If something was saved there, the training goes on from it, to the same bits as
   * if it had never stopped; and it is saved there after epochs, and when its signal stops it.
   */
  readonly checkpoint?: Checkpoint | undefined;
}

/**
 * Trains a network as {@link train}, to the same bits, but gives way to the event loop every few milliseconds, so that a page stays
 * responsive, a server answers, and a signal can stop it.
 *
 * A single example, or the update of a very large network, is not divided: it gives way between them.
 *
 * Called again, it begins with the weights there are, and all else starts anew: the optimizer's state, the count of steps and of epochs,
 * and so schedules, the order of the examples, and early stopping; unless a `checkpoint` was saved. While another training of the
 * network goes on it rejects; but for a `fit` whose signal is aborted it waits, so that you may abort one and begin the next at once.
 *
 * Its signal also ends the waiting: for another `fit`, for a callback's promise, for the `load` of a checkpoint. A `save` that has begun
 * is given ten seconds.
 *
 * @param network - Its weights and biases are changed in place. Whenever your code runs, they are as a whole step left them: in
 * callbacks the last one, and otherwise one of the last tenth of a second or so. What you change in them is trained on after
 * callbacks alone; at other moments, as in a timer or in the `save` of a checkpoint, it is overwritten, on every engine.
 * @param data - What to learn from; it owns its arrays and is not changed.
 * @param options - Optimizer, loss, epochs, batchSize and the rest.
 * @returns A promise of a record of every epoch. A training that is stopped has none to return: collect them in `onEpoch`.
 * @throws As {@link train}: the promise is rejected. With a checkpoint also {@link ArgumentError} if what was saved is of another
 * network, data or options, {@link FormatError} if it is damaged, and what its `load` and `save` throw.
 *
 * @example
 * ```ts
 * import { adam, fit, Network, tanh } from 'glassbox-nn';
 * import { xor } from 'glassbox-nn/data';
 *
 * const network = new Network([2, 4, 1], { hidden: tanh });
 * const controller = new AbortController();
 * await fit(network, xor(), {
 *   optimizer: adam({ learningRate: 0.1 }),
 *   epochs: 100,
 *   signal: controller.signal,
 *   onEpoch: ({ loss }) => {
 *     if (loss < 0.01) controller.abort('good enough');
 *   },
 * }).catch((reason) => reason); // => 'good enough'
 * ```
 */
export async function fit<S extends Sizes>(network: Network<S>, data: Dataset, options: FitOptions = {}): Promise<History> {
  const known = [...TRAINING_OPTIONS, 'threads', 'checkpoint'] as const;
  const { threads, checkpoint, ...rest } = readOptions('training options', options, known, optionHome);
  const plan = planTraining(network, data, rest);
  const [team, keeping] = [checkThreads(threads), checkCheckpoint(checkpoint)];
  const ready = readyCore(team);
  if (ready !== undefined) await ready;
  return runFit(network, plan.signal, () => runLoop(plan, { threads: team, checkpoint: keeping }));
}

/** Runs the loop to its end, waits where it says so, and gives way. */
async function runLoop(plan: Plan, options: LoopOptions): Promise<History> {
  const loop = trainingLoop(plan, { ...options, waits: true });
  let turnBegan = now();
  let next = loop.next();
  while (!next.done) {
    try {
      const due = next.value !== undefined || now() - turnBegan >= TURN;
      if (due) await (next.value ?? giveWay());
      if (due) turnBegan = now();
    } catch (error) {
      next = loop.throw(error);
      continue;
    }
    next = loop.next();
  }
  return next.value;
}
