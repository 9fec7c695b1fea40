// The changes that a plan's augmentation makes in an epoch.
import type { EpochAugmentation } from '../data/augmentation/EpochAugmentation.js';
import type { StepPlan } from './Step.js';

/** The changes of an epoch, or undefined where images are learnt from as they are. */
export function changesOf(
  { augmentation, data, seed }: StepPlan,
  epoch: number,
  progress: number,
): EpochAugmentation | undefined {
  if (augmentation === undefined) return undefined;
  const images = augmentation.imagesOf('data.width', data.width);
  return augmentation.begin(images, { seed, epoch, strength: augmentation.strengthAt(progress) });
}
