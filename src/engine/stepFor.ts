// Chooses what does the work: the core where there is one, or else the reference in JavaScript. Their bits are the same.
import { isPlain } from '../data/checkDataset.js';
import type { Dataset } from '../data/Dataset.js';
import { type Evaluator, PlainEvaluator } from '../learning/Evaluator.js';
import type { Loss } from '../learning/losses/loss.js';
import type { Step, StepPlan } from '../learning/Step.js';
import { TrainingStep } from '../learning/TrainingStep.js';
import type { Network } from '../model/Network.js';
import { backend, worksAtOnce } from './backend.js';
import { CoreEvaluator } from './CoreEvaluator.js';
import { CoreStep, type OpenPlans } from './CoreStep.js';
import type { Threads } from './threads/Threads.js';

/** How a step is made. */
export interface StepOptions {
  /** Threads that may share the work. */
  readonly threads?: Threads | undefined;
  /** Whether the network must be current after every step; true if left out. */
  readonly watched?: boolean | undefined;
  /** Opens plans for several data sets, where `useData` is called. */
  readonly open?: OpenPlans | undefined;
}

/**
 * The steps of a plan.
 *
 * @param batch - Most examples of a batch.
 * @throws {@link NumericError} if a weight, bias or input is not finite, {@link LimitError} if there is no room for the work.
 */
export function stepFor(plan: StepPlan, batch: number, { threads, watched = true, open }: StepOptions = {}): Step {
  if (!coreTakes(plan.data) || !canAugment(plan)) return new TrainingStep(plan);
  return threads?.stepFor(plan, batch, watched, open) ?? new CoreStep(plan, batch, undefined, open);
}

/** The evaluator of a network on a data set. Throws as {@link stepFor}. */
export function evaluatorFor(network: Network, data: Dataset, loss: Loss, threads?: Threads): Evaluator {
  if (!coreTakes(data)) return new PlainEvaluator(network, data, loss);
  return threads?.evaluatorFor(network, data, loss) ?? new CoreEvaluator(network, data, loss);
}

/** Whether there is a core that can read the data: it calls no custom reader. */
function coreTakes(data: Dataset): boolean {
  return backend().name === 'webassembly' && isPlain(data);
}

/** Whether the core can augment: the module that does it opens the plan's memory, and so cannot be waited for. */
function canAugment({ augmentation }: StepPlan): boolean {
  return augmentation === undefined || worksAtOnce();
}
