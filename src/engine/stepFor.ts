// Who does the work: the core where there is one, or else the reference in JavaScript. Their bits are the same.
import type { Dataset } from '../data/Dataset.js';
import { isPlain } from '../data/plainInputs.js';
import { type Evaluator, PlainEvaluator } from '../learning/Evaluator.js';
import type { Loss } from '../learning/losses/loss.js';
import type { Step, StepPlan } from '../learning/Step.js';
import { TrainingStep } from '../learning/TrainingStep.js';
import type { Network } from '../model/Network.js';
import { backend, worksAtOnce } from './backend.js';
import { CoreEvaluator } from './CoreEvaluator.js';
import { CoreStep } from './CoreStep.js';
import type { Threads } from './threads/Threads.js';

/**
 * The steps of a plan.
 *
 * @param batch - Examples of a batch.
 * @param threads - Who may share the work, if anybody may; and whether the network must be current after every step.
 * @throws {@link NumericError} if a weight, bias or input is not finite, {@link LimitError} if there is no room for the work.
 */
export function stepFor(plan: StepPlan, batch: number, threads?: Threads, watched = true): Step {
  if (!coreTakes(plan.data) || !canAugment(plan)) return new TrainingStep(plan);
  return threads?.stepFor(plan, batch, watched) ?? new CoreStep(plan, batch);
}

/** The examination of a network on a data set. Throws as {@link stepFor}. */
export function evaluatorFor(network: Network, data: Dataset, loss: Loss, threads?: Threads): Evaluator {
  if (!coreTakes(data)) return new PlainEvaluator(network, data, loss);
  return threads?.evaluatorFor(network, data, loss) ?? new CoreEvaluator(network, data, loss);
}

/** Whether there is a core, and it can read the data, which it does by itself. */
function coreTakes(data: Dataset): boolean {
  return backend().name === 'webassembly' && isPlain(data);
}

/** Whether images can be changed, if they are: by a module that is made over the memory of the plan, and so at once. */
function canAugment({ augmentation }: StepPlan): boolean {
  return augmentation === undefined || worksAtOnce();
}
