// What dropout drew in a training step.
import type { DropoutMask, DropoutPart } from '../../src/learning/parts/dropout.js';
import type { TrainingStep } from '../../src/learning/TrainingStep.js';

/** The masks of the last example, one for each layer; none where the step drops nothing. */
export function masksOf({ parts }: TrainingStep): readonly (DropoutMask | undefined)[] {
  return parts.find((part): part is DropoutPart => 'masks' in part)?.masks ?? [];
}
