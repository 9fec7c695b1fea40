// The step that a training takes: the core's where there is one, or else the one in JavaScript. Their bits are the same.
import type { Step, StepPlan } from '../learning/Step.js';
import { TrainingStep } from '../learning/TrainingStep.js';
import { backend } from './backend.js';
import { CoreStep } from './CoreStep.js';

/**
 * The steps of a plan.
 *
 * @param batch - Most examples of a batch.
 * @throws {@link NumericError} if a weight, bias or input is not finite, {@link LimitError} if there is no room for the work.
 */
export function stepFor(plan: StepPlan, batch: number): Step {
  return backend().name === 'webassembly' ? new CoreStep(plan, batch) : new TrainingStep(plan);
}
