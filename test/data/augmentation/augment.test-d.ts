// What an augmentation takes and gives, in types.
import type { FitOptions, TrainingOptions } from 'glassbox-nn';
import {
  type Augmentation,
  type AugmentationPart,
  augment,
  type Dataset,
  elastic,
  fallingStrength,
  shift,
} from 'glassbox-nn/data';
import { describe, expectTypeOf, it } from 'vitest';

describe('augment', () => {
  it('makes an option of every training', () => {
    const augmentation = augment([shift(1), elastic({ sigma: 3, amplitude: 1 })], { width: 28, strength: fallingStrength() });
    expectTypeOf(augmentation).toEqualTypeOf<Augmentation>();
    expectTypeOf<TrainingOptions['augmentation']>().toEqualTypeOf<Augmentation | undefined>();
    expectTypeOf<FitOptions['augmentation']>().toEqualTypeOf<Augmentation | undefined>();
    expectTypeOf(shift(1)).toEqualTypeOf<AugmentationPart>();
  });

  it('needs the width, and takes parts alone', () => {
    // @ts-expect-error: no width
    augment([], {});
    // @ts-expect-error: not a part
    augment([1], { width: 28 });
    // @ts-expect-error: elastic needs both
    elastic({ sigma: 3 });
  });

  it('gives a data set for a data set, and numbers for numbers', () => {
    const augmentation = {} as Augmentation;
    const ofData = (data: Dataset) => augmentation.apply(data, { seed: 1 });
    const ofInput = (input: number[]) => augmentation.apply(input, { example: 1 });
    expectTypeOf(ofData).returns.toEqualTypeOf<Dataset>();
    expectTypeOf(ofInput).returns.toEqualTypeOf<Float32Array>();
    // @ts-expect-error: each example of a data set has its own index
    const wrong = (data: Dataset) => augmentation.apply(data, { example: 1 });
    expectTypeOf(wrong).toBeFunction();
  });
});
