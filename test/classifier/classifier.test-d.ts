// Sizes in the types of classifiers, and the kinds of files.
import { type Classifier, classifier, Network, type Reading, type Regressor } from 'glassbox-nn';
import { type MinMaxScaling, minMax, type Scaling, type StandardScaling, standardize, xor } from 'glassbox-nn/data';
import { fromJson, type LoadedClassifier, toJson } from 'glassbox-nn/formats';
import { describe, expectTypeOf, it } from 'vitest';

declare const pixels: Float32Array;

describe('a classifier', () => {
  const made = classifier(new Network([2, 3]));

  it('has the sizes of its network in its type', () => {
    expectTypeOf(made).toEqualTypeOf<Classifier<[2, 3]>>();
    expectTypeOf(made.read(pixels)).toEqualTypeOf<Reading<0 | 1 | 2>>();
    expectTypeOf(classifier(new Network([2, 1])).read([0, 1]).index).toEqualTypeOf<0 | 1>();
    const any: Classifier = made;
    expectTypeOf(any.read(pixels).index).toEqualTypeOf<number>();
  });

  it('refuses bytes, and inputs of another length', () => {
    const wrong = () => {
      // @ts-expect-error: expected 2 numbers, got 3
      made.read([1, 2, 3]);
      // @ts-expect-error: bytes
      made.read(new Uint8Array(2));
    };
    expectTypeOf(wrong).toBeFunction();
  });
});

describe('scalings and files', () => {
  it('are of the kind that was asked for', () => {
    expectTypeOf(standardize(xor())).toEqualTypeOf<StandardScaling>();
    expectTypeOf(minMax(xor())).toEqualTypeOf<MinMaxScaling>();
    expectTypeOf(fromJson('')).toEqualTypeOf<Network>();
    expectTypeOf(fromJson('', { activations: [] })).toEqualTypeOf<Network>();
    expectTypeOf(fromJson('', { kind: 'classifier' })).toEqualTypeOf<LoadedClassifier>();
    const loaded: Classifier = fromJson('', { kind: 'classifier' });
    expectTypeOf(loaded.read(pixels)).toEqualTypeOf<Reading<number>>();
    expectTypeOf(fromJson('', { kind: 'classifier' }).read({ age: 3 })).toEqualTypeOf<Reading<number>>();
    expectTypeOf(fromJson('', { kind: 'regressor' })).toEqualTypeOf<Regressor>();
    expectTypeOf(fromJson('', { kind: 'scaling' })).toEqualTypeOf<Scaling>();
    expectTypeOf(fromJson('', { sizes: [4, 8, 3] })).toEqualTypeOf<Network<[4, 8, 3]>>();
    expectTypeOf(fromJson('', { kind: 'classifier', sizes: [4, 3] })).toEqualTypeOf<LoadedClassifier<[4, 3]>>();
    expectTypeOf(fromJson('', { kind: 'regressor', sizes: [4, 1] })).toEqualTypeOf<Regressor<[4, 1]>>();
    const sizes: readonly number[] = [2, 3];
    expectTypeOf(fromJson('', { sizes })).toEqualTypeOf<Network<readonly number[]>>();
    expectTypeOf(toJson(classifier(new Network([2, 3])))).toEqualTypeOf<string>();
  });
});
