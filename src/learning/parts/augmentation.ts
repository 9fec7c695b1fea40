// Augmentation in a training step: the input of an example is changed before the step sees it.
import type { EpochAugmentation } from '../../data/augmentation/EpochAugmentation.js';
import type { StepPlan } from '../Step.js';
import type { JoinedStep, StepPart } from '../StepPart.js';

/** Changes the images of a plan; undefined where it changes none. */
export function augmentationPart({ plan, pass }: JoinedStep): StepPart | undefined {
  if (plan.augmentation === undefined) return undefined;
  let changes: EpochAugmentation | undefined;
  return {
    beginEpoch(epoch, progress) {
      changes = changesOf(plan, epoch, progress);
    },
    changeInputs(index, example) {
      if (index === 0) changes?.change(pass.layers[0].inputs, example);
    },
  };
}

/** The changes of an epoch; undefined where a plan changes no images. */
export function changesOf(
  { augmentation, data, seed }: StepPlan,
  epoch: number,
  progress: number,
): EpochAugmentation | undefined {
  if (augmentation === undefined) return undefined;
  const images = augmentation.imagesOf('data.width', data.width);
  return augmentation.begin(images, { seed, epoch, strength: augmentation.strengthAt(progress) });
}
