// What the types of writers and readers know of classifiers and regressors of tables.
import { classifier, Network, type Reading, type Regressor, regressor } from 'glassbox-nn';
import { type Preparation, prepare, type Table } from 'glassbox-nn/data';
import {
  fromOnnx,
  fromSafetensors,
  type LoadedClassifier,
  toModule,
  toOnnx,
  toSafetensors,
  toTensorFlow,
} from 'glassbox-nn/formats';
import { describe, expectTypeOf, it } from 'vitest';

declare const houses: Table;
declare const people: Preparation;
declare const bytes: Uint8Array;

const reader = classifier(new Network([4, 8, 3]), { preparation: people });
const priced = regressor(new Network([4, 8, 1]), { preparation: prepare(houses, { target: 'price' }) });

describe('files of tables', () => {
  it('are written of readers with any sizes and targets', () => {
    expectTypeOf(toSafetensors(reader)).toEqualTypeOf<Uint8Array<ArrayBuffer>>();
    expectTypeOf(toSafetensors(priced)).toEqualTypeOf<Uint8Array<ArrayBuffer>>();
    expectTypeOf(toOnnx(reader, { outputName: 'answer' })).toEqualTypeOf<Uint8Array<ArrayBuffer>>();
    expectTypeOf(toOnnx(priced)).toEqualTypeOf<Uint8Array<ArrayBuffer>>();
    expectTypeOf(toModule(reader)).toBeString();
    expectTypeOf(toModule(priced, { language: 'javascript' })).toBeString();
  });

  it('are of the kind that is asked for', () => {
    expectTypeOf(fromSafetensors(bytes, { kind: 'classifier' })).toEqualTypeOf<LoadedClassifier>();
    expectTypeOf(fromSafetensors(bytes, { kind: 'classifier' }).read({ age: 31 })).toEqualTypeOf<Reading<number>>();
    expectTypeOf(fromSafetensors(bytes, { kind: 'regressor' })).toEqualTypeOf<Regressor>();
    // @ts-expect-error: files of ONNX with a preparation are for other programs
    expectTypeOf(() => fromOnnx(bytes, { kind: 'regressor' })).toBeFunction();
  });

  it('are not written where a format cannot hold a preparation', () => {
    // @ts-expect-error: a layers model has no words for it
    expectTypeOf(() => toTensorFlow(priced)).toBeFunction();
  });
});
