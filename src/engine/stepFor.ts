// Who does the work: the core where there is one, or else the reference in JavaScript. Their bits are the same.
import type { Dataset } from '../data/Dataset.js';
import { type Examination, PlainExamination } from '../learning/Examination.js';
import type { Loss } from '../learning/losses/loss.js';
import type { Step, StepPlan } from '../learning/Step.js';
import { TrainingStep } from '../learning/TrainingStep.js';
import type { Network } from '../model/Network.js';
import { backend } from './backend.js';
import { CoreExamination } from './CoreExamination.js';
import { CoreStep } from './CoreStep.js';

/**
 * The steps of a plan.
 *
 * @param batch - Most examples of a batch.
 * @throws {@link NumericError} if a weight, bias or input is not finite, {@link LimitError} if there is no room for the work.
 */
export function stepFor(plan: StepPlan, batch: number): Step {
  return coreTakes(plan.data) ? new CoreStep(plan, batch) : new TrainingStep(plan);
}

/** The examination of a network on a data set. Throws as {@link stepFor}. */
export function examinationFor(network: Network, data: Dataset, loss: Loss): Examination {
  return coreTakes(data) ? new CoreExamination(network, data, loss) : new PlainExamination(network, data, loss);
}

/** Whether there is a core, and it can read the data, which it does by itself: a data set with a reader of its own it cannot. */
function coreTakes(data: Dataset): boolean {
  return backend().name === 'webassembly' && !Object.hasOwn(data, 'readInput') && !Object.hasOwn(data, 'readTarget');
}
