// Sizes in the types of predictors: as those of networks.
import { Network, type Predictor, predictor } from 'glassbox-nn';
import { describe, expectTypeOf, it } from 'vitest';

declare const pixels: Float32Array;
declare const numbers: number[];
declare const bytes: Uint8Array;

describe('a predictor', () => {
  const made = predictor(new Network([2, 3]));
  const free: Predictor = predictor(new Network(numbers));

  it('has the sizes of its network in its type', () => {
    expectTypeOf(made).toEqualTypeOf<Predictor<[2, 3]>>();
    expectTypeOf(made.sizes).toEqualTypeOf<[2, 3]>();
    const any: Predictor = made;
    expectTypeOf(any.predict(numbers)).toEqualTypeOf<number>();
  });

  it('answers with a number below its outputs', () => {
    expectTypeOf(made.predict(pixels)).toEqualTypeOf<0 | 1 | 2>();
    expectTypeOf(made.predictBatch(pixels, 3)).toEqualTypeOf<Int32Array>();
    expectTypeOf(made.forward([1, 2])).toEqualTypeOf<Float32Array>();
    expectTypeOf(made.forwardBatch([1, 2, 3, 4], 2)).toEqualTypeOf<Float32Array>();
  });

  it('refuses bytes, and inputs of another length', () => {
    const wrong = () => {
      // @ts-expect-error: expected 2 numbers, got 3
      made.forward([1, 2, 3]);
      // @ts-expect-error: expected 2 numbers, got 1
      made.predict([1]);
      // @ts-expect-error: bytes are 0-255
      free.forward(bytes);
      // @ts-expect-error: bytes are 0-255
      free.forwardBatch(bytes, 1);
      // @ts-expect-error: bytes are 0-255
      made.predictBatch(bytes, 1);
      // @ts-expect-error: outputs are floats
      made.forwardBatch(pixels, 1, new Float64Array(3));
      // @ts-expect-error: answers are whole numbers
      made.predictBatch(pixels, 1, new Float32Array(1));
    };
    expectTypeOf(wrong).toBeFunction();
  });
});
