import type { Dataset } from '../data/Dataset.js';
import { adam } from '../learning/optimizers/adam.js';
import { checkOptimizer, type Optimizer } from '../learning/optimizers/optimizer.js';
import { checkRate } from '../learning/schedules/schedule.js';
import { exp, log } from '../linalg/expLog.js';
import { copyOf } from '../model/copyOf.js';
import type { Sizes } from '../model/sizes.js';
import type { Network } from '../model/typedBySizes.js';
import { wholeNumber } from '../support/checks.js';
import { OutOfRangeError } from '../support/errors.js';
import { readOptions } from '../support/options.js';
import { ownField } from '../support/views.js';
import { wording } from '../support/wording.js';
import { STEP_OPTIONS, type StepOptions } from './stepOptions.js';
import type { TrainingOptions } from './TrainingOptions.js';
import { trainSteps } from './trainSteps.js';

/** Options of {@link learningRateSweep}: those of an update, the batch size, and the rates. */
export interface LearningRateSweepOptions extends StepOptions {
  /** The number of examples of a batch, as in the training to come; 32 if left out. */
  readonly batchSize?: number | undefined;
  /** The first learning rate, above 0; 0.00001 if left out. */
  readonly from?: number | undefined;
  /** The last one, above the first; 10 if left out. */
  readonly to?: number | undefined;
  /** How many steps there are, each at a higher rate; from 10 to 100,000, and 100 if left out. */
  readonly steps?: number | undefined;
}

/** A step of a sweep. */
export interface SweepStep {
  /** The learning rate of the step. */
  readonly learningRate: number;
  /** Mean cost of the batch's examples, before the step. */
  readonly loss: number;
  /** The running mean of the losses so far, of which each batch is 1/10. */
  readonly smoothedLoss: number;
}

/** The result of {@link learningRateSweep}. */
export interface LearningRateSweep {
  /** The steps, up to the one after which the loss ran away. */
  readonly steps: readonly SweepStep[];
  /**
   * A rate to begin with: a tenth of that at which the smoothed loss is lowest; undefined where it never fell by a twentieth of what it was
   * at first, as where the steps are too few.
   */
  readonly suggested: number | undefined;
}

/** The share of each batch in the running mean. */
const SHARE = 0.1;

/** The sweep ends where the smoothed loss is this many times the lowest. */
const TOO_HIGH = 4;

/** The lowest smoothed loss is at most so much of the first, or nothing was learnt. */
const LEARNT = 0.95;

/**
 * A learning rate range test: a copy of the network is trained for a few steps while the learning rate rises from very low to far too
 * high, and what the loss does is written down. Where the rate is too low it stays, then it falls, and then it runs away. A good rate is
 * below the lowest point: the sweep suggests a tenth of the rate there. It is a place to begin, and validation decides.
 *
 * The rates rise by the same factor at each step. The losses are those of single batches, so look at the smoothed ones, and at the picture
 * `learningRateCurve` of `glassbox-nn/pictures`.
 *
 * Source: L. N. Smith, "Cyclical learning rates for training neural networks" (2017), section 3.3; a tenth of the lowest point as in fastai.
 *
 * @param network - The network; it is left as it was.
 * @param data - What to learn from, as in the training to come.
 * @param options - The options of the training to come, as its optimizer, and the rates.
 * @returns The steps, and a rate to begin with.
 * @throws As {@link train}, and {@link OutOfRangeError} if the first rate is not below the last.
 *
 * @example
 * ```ts
 * import { adam, learningRateSweep, Network, softmax, tanh } from 'glassbox-nn';
 * import { spirals } from 'glassbox-nn/data';
 *
 * const network = new Network([2, 32, 2], { hidden: tanh, output: softmax });
 * const { steps, suggested } = learningRateSweep(network, spirals(), { optimizer: adam() });
 * steps[0]!.learningRate; // => 0.00001
 * suggested!.toPrecision(2); // => '0.0066'
 * ```
 */
export function learningRateSweep<S extends Sizes>(
  network: Network<S>,
  data: Dataset,
  options: LearningRateSweepOptions = {},
): LearningRateSweep {
  const known = [...STEP_OPTIONS, 'batchSize', 'from', 'to', 'steps'] as const;
  const given = readOptions<TrainingOptions & LearningRateSweepOptions>('learningRateSweep options', options, known);
  const { from = 1e-5, to = 10, steps: count = 100, optimizer = adam(), batchSize = 32, ...update } = given;
  checkRate('learningRateSweep: from', from);
  checkRate('learningRateSweep: to', to);
  if (!(from < to)) throw new OutOfRangeError(wording('learningRateSweep: to', `a rate above from, ${from}`, `${to}`));
  wholeNumber('learningRateSweep: steps', count, 10, 100_000);
  checkOptimizer(optimizer);
  const span = log(to / from);
  const learningRate = (step: number) => (step === 0 ? from : from * exp((span * Math.min(step, count - 1)) / (count - 1)));
  // The optimizer itself, but for its rates; and more epochs than are needed, since the loop is left after the last step.
  const swept: Optimizer = Object.create(optimizer, { learningRate: { value: learningRate } });
  const training = { ...update, batchSize, optimizer: swept, epochs: count, onWarning: () => {} };
  const steps: SweepStep[] = [];
  let mean = 0;
  let lowest = Number.POSITIVE_INFINITY;
  try {
    for (const { step, loss, learningRate: rate } of trainSteps(copyOf(network), data, training)) {
      mean += SHARE * (loss - mean);
      // A mean that starts at 0 is too low at first: the shares so far add up to 1 - 0.9^step.
      const smoothedLoss = mean / (1 - exp(step * log(1 - SHARE)));
      steps.push({ learningRate: rate, loss, smoothedLoss });
      lowest = Math.min(lowest, smoothedLoss);
      if (step >= count || smoothedLoss > TOO_HIGH * lowest) break;
    }
  } catch (error) {
    // Numbers that run away end the sweep, as a loss that does.
    if (ownField(error, 'code') !== 'NUMERIC' || steps.length === 0) throw error;
  }
  const best = steps.reduce((one, other) => (other.smoothedLoss < one.smoothedLoss ? other : one));
  const hasLearnt = best.smoothedLoss <= LEARNT * steps[0].smoothedLoss;
  return { steps, suggested: hasLearnt ? best.learningRate / 10 : undefined };
}
