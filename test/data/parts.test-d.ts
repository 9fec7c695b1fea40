// Types of the parts of a data set, and of the weights of its classes.
import { adam, Network, train } from 'glassbox-nn';
import { type ClassWeights, type Dataset, stratifiedSplit, xor } from 'glassbox-nn/data';
import { describe, expectTypeOf, it } from 'vitest';

const data = xor();

describe('a split', () => {
  it('into shares is a tuple of as many data sets', () => {
    expectTypeOf(data.split(0.5)).toEqualTypeOf<[Dataset, Dataset]>();
    expectTypeOf(data.split([0.5, 0.25, 0.25])).toEqualTypeOf<[Dataset, Dataset, Dataset]>();
    expectTypeOf(data.split([1, 1, 1, 1], { seed: 1 })).toEqualTypeOf<[Dataset, Dataset, Dataset, Dataset]>();
    expectTypeOf(stratifiedSplit(data, 0.5)).toEqualTypeOf<[Dataset, Dataset]>();
    expectTypeOf(stratifiedSplit(data, [0.5, 0.25, 0.25])).toEqualTypeOf<[Dataset, Dataset, Dataset]>();
  });

  it('into shares that are known only when it runs is a list', () => {
    const shares: readonly number[] = [0.5, 0.5];
    expectTypeOf(data.split(shares)).toEqualTypeOf<Dataset[]>();
    expectTypeOf(stratifiedSplit(data, shares)).toEqualTypeOf<Dataset[]>();
    const wrong = () => {
      const parts = data.split([0.5, 0.5]);
      // @ts-expect-error: two shares have no third part
      parts[2];
      // @ts-expect-error: shares are numbers
      data.split(['half', 'half']);
    };
    expectTypeOf(wrong).toBeFunction();
  });
});

describe('class weights', () => {
  it("are 'balanced', numbers in the order of the labels, or numbers by names", () => {
    expectTypeOf<'balanced'>().toExtend<ClassWeights>();
    expectTypeOf<number[]>().toExtend<ClassWeights>();
    expectTypeOf<Float32Array>().toExtend<ClassWeights>();
    expectTypeOf<{ yes: number; no: number }>().toExtend<ClassWeights>();
    expectTypeOf(data.withClassWeights({ yes: 3 })).toEqualTypeOf<Dataset>();
    expectTypeOf(data.withClassWeights([1, 3], ['no', 'yes'])).toEqualTypeOf<Dataset>();
    const right = () => train(new Network([2, 2]), data, { optimizer: adam(), classWeights: { yes: 3, no: 1 } });
    expectTypeOf(right).toBeFunction();
  });

  it('are no other word, and no words by names', () => {
    const wrong = () => {
      // @ts-expect-error: the only word is 'balanced'
      data.withClassWeights('even');
      // @ts-expect-error: numbers by names
      data.withClassWeights({ yes: '3' });
      // @ts-expect-error: numbers by names
      train(new Network([2, 2]), data, { classWeights: { yes: true } });
    };
    expectTypeOf(wrong).toBeFunction();
  });
});
