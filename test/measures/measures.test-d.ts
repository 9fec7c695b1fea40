// The types of measures: values for evaluate, train and early stopping, and custom ones of plain functions.
import {
  type ClassMeasure,
  chooseThreshold,
  type EpochRecord,
  earlyStopping,
  evaluate,
  f1,
  type Measure,
  mae,
  type Network,
  r2,
  rocAuc,
  rocCurve,
  topK,
  train,
} from 'glassbox-nn';
import type { Dataset } from 'glassbox-nn/data';
import { describe, expectTypeOf, it } from 'vitest';

declare const network: Network<readonly [4, 8, 3]>;
declare const data: Dataset;

describe('a measure', () => {
  it('takes labels and outputs as lists, typed arrays and rows', () => {
    expectTypeOf(f1.of([0, 1], [0.1, 0.9])).toEqualTypeOf<number>();
    expectTypeOf(f1.of(Int32Array.of(0, 1), [Float32Array.of(0.1, 0.9), [0.2, 0.8]], [1, 2])).toEqualTypeOf<number>();
    expectTypeOf(mae.perTarget([[1, 2]], new Float32Array(2))).toEqualTypeOf<number[]>();
    expectTypeOf(f1).toExtend<ClassMeasure>();
    expectTypeOf(f1.ofClass(1)).toExtend<Measure>();
    expectTypeOf(topK(5)).toExtend<Measure>();
    // @ts-expect-error: names are no labels
    f1.of(['cat'], [0.1]);
  });

  it('may be an object of the program, with the forms that it is given', () => {
    const custom: Measure = {
      name: 'profit',
      better: 'higher',
      of: (labels: ArrayLike<number>, outputs: readonly ArrayLike<number>[]) => outputs.length - labels.length,
    };
    expectTypeOf(evaluate(network, data, { measures: [custom, rocAuc] }).measures).toExtend<Readonly<Record<string, number>>>();
    // @ts-expect-error: it says nothing of the direction
    evaluate(network, data, { measures: [{ name: 'profit', of: () => 1 }] });
    // @ts-expect-error: strings would pull all measures in
    evaluate(network, data, { measures: ['f1'] });
  });

  it('is shown by a training and monitored by value or by name', () => {
    train(network, data, { measures: [f1, r2], earlyStopping: earlyStopping({ monitor: f1 }) });
    earlyStopping({ monitor: 'validationLoss' });
    earlyStopping({ monitor: 'f1' });
    // @ts-expect-error: neither a measure nor a name
    earlyStopping({ monitor: 1 });
    expectTypeOf<EpochRecord['measures']>().toEqualTypeOf<Readonly<Record<string, number>> | undefined>();
  });
});

describe('curves', () => {
  it('take the labels and the outputs of an evaluation', () => {
    const { outputs } = evaluate(network, data);
    expectTypeOf(rocCurve(data.labels ?? [], outputs, { positive: 2 }).area).toEqualTypeOf<number>();
    expectTypeOf(chooseThreshold([0, 1], outputs, { weights: [1, 2], minRecall: 0.9 }).threshold).toEqualTypeOf<number>();
    chooseThreshold([0, 1], [0, 1], { maximize: ({ falsePositives }) => -falsePositives });
  });
});
