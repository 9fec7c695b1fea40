// Measures by hand, and what they refuse.
import {
  accuracy,
  averagePrecision,
  balancedAccuracy,
  brierScore,
  f1,
  logLoss,
  mae,
  precision,
  r2,
  recall,
  rmse,
  rocAuc,
  topK,
} from 'glassbox-nn';
import { describe, expect, it } from 'vitest';
import { expectRefusal } from '../support/refusals.js';

const LABELS = [0, 1, 1, 0];
const OUTPUTS = [0.2, 0.9, 0.4, 0.1];
const OF_CLASSES = [accuracy, balancedAccuracy, precision, recall, f1, topK(2), logLoss, brierScore, rocAuc, averagePrecision];
const OF_TARGETS = [mae, rmse, r2];

describe('a measure', () => {
  it('has a name of its own and says which direction is better', () => {
    const all = [...OF_CLASSES, ...OF_TARGETS];
    expect(new Set(all.map(({ name }) => name)).size).toBe(all.length);
    const lower = all.filter(({ better }) => better === 'lower').map(({ name }) => name);
    expect(lower).toEqual(['logLoss', 'brierScore', 'mae', 'rmse']);
    expect(f1.ofClass(1).name).toBe('f1 of class 1');
    expect(topK(5).name).toBe('top5');
  });

  it('reads lists, typed arrays, rows, and rows that stand one after another', () => {
    const rows = OUTPUTS.map((output) => [1 - output, output]);
    const forms = [OUTPUTS, Float64Array.from(OUTPUTS), rows, rows.map((row) => Float64Array.from(row)), rows.flat()];
    for (const measure of OF_CLASSES) {
      // Of a single output the Brier score and the log loss are of 1 - p too.
      const values = forms.map((form) => measure.of(Int32Array.from(LABELS), form));
      for (const value of values) expect(value, measure.name).toBeCloseTo(values[0], 15);
    }
  });

  it('counts an example of weight 2 as two of weight 1, and one of weight 0 as none', () => {
    const labels = [0, 1, 2, 1, 0, 2];
    const outputs = [
      [0.5, 0.25, 0.25],
      [0.25, 0.5, 0.25],
      [0.25, 0.5, 0.25],
      [0.5, 0.25, 0.25],
      [0.125, 0.375, 0.5],
      [0.125, 0.125, 0.75],
    ];
    const weights = [2, 1, 1, 2, 0, 1];
    const places = [0, 0, 1, 2, 3, 3, 5];
    for (const measure of OF_CLASSES) {
      const weighted = measure.of(labels, outputs, weights);
      const repeated = measure.of(
        places.map((place) => labels[place]),
        places.map((place) => outputs[place]),
      );
      expect(weighted, measure.name).toBeCloseTo(repeated, 14);
    }
    for (const measure of OF_TARGETS) {
      const targets = [1, 2, 4, 8, 16, 32];
      const answers = [2, 2, 3, 9, 1, 30];
      const repeated = measure.of(
        places.map((place) => targets[place]),
        places.map((place) => answers[place]),
      );
      expect(measure.of(targets, answers, weights), measure.name).toBeCloseTo(repeated, 13);
    }
  });

  it('gives the first of equal outputs, so that top 1 is the accuracy', () => {
    const labels = [0, 1, 2];
    const equal = labels.map(() => [0.25, 0.25, 0.25]);
    expect(accuracy.of(labels, equal)).toBe(1 / 3);
    expect([1, 2, 3, 4].map((k) => topK(k).of(labels, equal))).toEqual([1 / 3, 2 / 3, 1, 1]);
    expect([1, 2].map((k) => topK(k).of(LABELS, OUTPUTS))).toEqual([0.75, 1]);
  });

  it('is NaN where there is nothing to measure', () => {
    expect(rocAuc.of([1, 1], [0.2, 0.9])).toBeNaN();
    expect(r2.of([3], [3])).toBeNaN();
    expect(averagePrecision.of([0, 0], [0.2, 0.9])).toBe(0);
  });

  it('of equal targets is not fooled by the rounding of their mean', () => {
    expect(r2.of([0.1, 0.1, 0.1], [0.1, 0.1, 0.2])).toBe(0);
    expect(r2.of([0.1, 0.1, 0.1], [0.1, 0.1, 0.1])).toBe(1);
  });

  it('of each target keeps their order', () => {
    const targets = [[1, 10], [2, 20], [3, 30]]; // biome-ignore format: rows
    const outputs = [[1, 12], [2, 22], [4, 32]]; // biome-ignore format: rows
    expect(mae.perTarget(targets, outputs)).toEqual([1 / 3, 2]);
    expect(rmse.perTarget(targets, outputs)).toEqual([Math.sqrt(1 / 3), 2]);
    expect(r2.perTarget(targets, outputs)).toEqual([0.5, 1 - 12 / 200]);
    expect(r2.of(targets, outputs)).toBe((0.5 + (1 - 12 / 200)) / 2);
  });
});

describe('a measure refuses', () => {
  it('labels that are no classes of the outputs', async () => {
    await expectRefusal(() => f1.of([0, 2], [0.1, 0.9]), 'OutOfRangeError', 'f1: labels[1]', '2', 'not its answers');
    await expectRefusal(() => f1.of([0, -1], [0.1, 0.9]), 'OutOfRangeError', 'f1: labels[1]', '-1');
    await expectRefusal(() => f1.of([0, 0.5], [0.1, 0.9]), 'OutOfRangeError', '0.5');
    await expectRefusal(() => f1.of([[1, 0], [0, 1]], [[1, 0], [0, 1]]), 'ShapeError', 'f1: labels', 'rows of 2'); // biome-ignore format: rows
    await expectRefusal(() => f1.ofClass(3).of(LABELS, OUTPUTS), 'OutOfRangeError', 'f1.ofClass: label', '3');
    await expectRefusal(() => f1.ofClass(-1), 'OutOfRangeError', 'f1.ofClass: label');
    await expectRefusal(() => topK(0), 'OutOfRangeError', 'topK: k');
  });

  it('numbers that do not fit each other', async () => {
    await expectRefusal(() => accuracy.of(LABELS, [0.1, 0.2, 0.3]), 'ShapeError', 'accuracy: outputs', '4 numbers or rows');
    await expectRefusal(() => accuracy.of(LABELS, [[1], [2]]), 'ShapeError', 'accuracy: outputs', '4 rows');
    await expectRefusal(() => mae.of([[1, 2], [3]], [[1, 2], [3, 4]]), 'ShapeError', 'mae: targets[1]', '2 numbers'); // biome-ignore format: rows
    await expectRefusal(() => mae.of([1, 2], [[1, 2], [3, 4]]), 'ShapeError', 'mae: outputs', '1 numbers an example', '2'); // biome-ignore format: rows
    await expectRefusal(() => r2.of([], []), 'ArgumentError', 'r2: targets');
    await expectRefusal(() => r2.of(undefined as never, [1]), 'ArgumentError', 'r2: targets', 'undefined');
  });

  it('what is no number', async () => {
    await expectRefusal(() => mae.of([1, 'two'] as never, [1, 2]), 'ArgumentError', 'mae: targets[1]', "'two'");
    await expectRefusal(() => mae.of([1, 2], [1, Number.NaN]), 'NumericError', 'mae: outputs[1]', 'NaN');
    await expectRefusal(() => mae.of([[1, 2]], [[1, Number.NaN]]), 'NumericError', 'mae: outputs[0][1]', 'NaN');
    await expectRefusal(() => mae.of(BigInt64Array.of(1n) as never, [1]), 'ArgumentError', 'mae: targets[0]', '1n');
  });

  it('weights that weigh nothing, or less', async () => {
    await expectRefusal(() => f1.of(LABELS, OUTPUTS, [1, 1, -1, 1]), 'OutOfRangeError', 'f1: weights[2]', '-1');
    await expectRefusal(() => f1.of(LABELS, OUTPUTS, [0, 0, 0, 0]), 'OutOfRangeError', 'f1: weights', 'above 0');
    await expectRefusal(() => f1.of(LABELS, OUTPUTS, [1, 1]), 'ShapeError', 'f1: weights', '4');
    await expectRefusal(() => mae.of([1], [1], [Number.POSITIVE_INFINITY]), 'OutOfRangeError', 'mae: weights[0]', 'Infinity');
  });

  it('outputs that are no probabilities, where it needs them', async () => {
    await expectRefusal(() => logLoss.of([0, 1], [-0.1, 2]), 'OutOfRangeError', 'logLoss: outputs of example 0', 'softmax');
    await expectRefusal(() => brierScore.of([0, 1], [0.1, 2]), 'OutOfRangeError', 'brierScore: outputs of example 1');
    expect(rocAuc.of([0, 1], [-0.1, 2])).toBe(1);
  });
});
