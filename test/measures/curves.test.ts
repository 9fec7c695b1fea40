// Curves, thresholds and calibration by hand.
import { calibration, chooseThreshold, precisionRecallCurve, rocAuc, rocCurve } from 'glassbox-nn';
import { describe, expect, it } from 'vitest';
import { expectRefusal } from '../support/refusals.js';

// From the highest output down: 1 0 1 1 0 0.
const LABELS = [0, 0, 1, 1, 0, 1];
const OUTPUTS = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6];

describe('rocCurve and precisionRecallCurve', () => {
  it('have a point for each threshold, and one that takes none', () => {
    const { points } = rocCurve(LABELS, OUTPUTS);
    expect(points.map(({ threshold }) => threshold)).toEqual([Number.POSITIVE_INFINITY, 0.6, 0.5, 0.4, 0.3, 0.2, 0.1]);
    expect(points.map(({ truePositiveRate }) => truePositiveRate * 3)).toEqual([0, 1, 1, 2, 3, 3, 3]);
    expect(points.map(({ falsePositiveRate }) => falsePositiveRate * 3)).toEqual([0, 0, 1, 1, 1, 2, 3]);
    const curve = precisionRecallCurve(LABELS, OUTPUTS);
    expect(curve.points.map(({ precision }) => precision)).toEqual([1, 1, 1 / 2, 2 / 3, 3 / 4, 3 / 5, 1 / 2]);
    expect(curve.share).toBe(0.5);
  });

  it('are about class 1, or the class that is asked for', () => {
    const rows = OUTPUTS.map((output) => [output, 1 - output]);
    const flipped = LABELS.map((label) => 1 - label);
    const wanted = rocCurve(LABELS, OUTPUTS).area;
    expect(rocCurve(flipped, rows, { positive: 0 }).area).toBe(wanted);
    expect(rocAuc.ofClass(0).of(flipped, rows)).toBe(wanted);
    // A single output is that of class 1, and class 0 has the rest to 1.
    expect(rocCurve(LABELS, OUTPUTS, { positive: 0 }).area).toBeCloseTo(wanted, 15);
  });

  it('of more than two classes refuse to guess which one is meant', async () => {
    const rows = [[0.5, 0.25, 0.25], [0.25, 0.5, 0.25], [0.125, 0.375, 0.5]]; // biome-ignore format: rows
    const labels = [0, 1, 2];
    for (const measure of [rocCurve, precisionRecallCurve, chooseThreshold]) {
      const call = () => measure(labels, rows);
      await expectRefusal(call, 'ArgumentError', `${measure.name}: positive`, 'one of 3 classes', 'classNames.indexOf');
    }
    expect(rocCurve(labels, rows, { positive: 1 }).area).toBe(1);
    expect(precisionRecallCurve(labels, rows, { positive: 2 }).averagePrecision).toBe(1);
    expect(chooseThreshold(labels, rows, { positive: 0 }).threshold).toBe(0.375);
  });

  it('refuse labels of one class, and a class that there is not', async () => {
    await expectRefusal(() => rocCurve([1, 1], [0.1, 0.2]), 'ArgumentError', 'rocCurve: labels', 'only examples of the class');
    await expectRefusal(() => precisionRecallCurve([0, 0], [0.1, 0.2]), 'ArgumentError', 'none of the class');
    await expectRefusal(() => rocCurve(LABELS, OUTPUTS, { positive: 2 }), 'OutOfRangeError', 'rocCurve: positive', '2');
    await expectRefusal(() => rocCurve(LABELS, OUTPUTS, { weight: [] } as never), 'ArgumentError', 'weights');
  });
});

describe('chooseThreshold', () => {
  it('makes F1 as large as possible, half way between two outputs', () => {
    const { threshold, precision, recall, f1, truePositives, falsePositives } = chooseThreshold(LABELS, OUTPUTS);
    expect([threshold, precision, recall]).toEqual([0.25, 3 / 4, 1]);
    expect(f1).toBe(6 / 7);
    expect([truePositives, falsePositives]).toEqual([3, 1]);
  });

  it('keeps a least precision or recall', () => {
    expect(chooseThreshold(LABELS, OUTPUTS, { minPrecision: 0.9 }).threshold).toBeCloseTo(0.55, 15);
    const maximize = ({ falsePositives }: { readonly falsePositives: number }) => -falsePositives;
    expect(chooseThreshold(LABELS, OUTPUTS, { minRecall: 0.6, maximize }).threshold).toBeCloseTo(0.35, 15);
  });

  it('weighs the costs of both mistakes, and takes none where that is cheapest', () => {
    const cost = (missed: number, wrong: number) => (counts: { falseNegatives: number; falsePositives: number }) =>
      -(missed * counts.falseNegatives + wrong * counts.falsePositives);
    expect(chooseThreshold(LABELS, OUTPUTS, { maximize: cost(10, 1) }).recall).toBe(1);
    expect(chooseThreshold(LABELS, OUTPUTS, { maximize: cost(1, 10) }).falsePositives).toBe(0);
    const last = [1, 1, 0, 0];
    const never = chooseThreshold(last, [0.1, 0.2, 0.8, 0.9], { maximize: cost(1, 10) });
    expect([never.threshold, never.precision, never.recall, never.f1]).toEqual([Number.POSITIVE_INFINITY, 0, 0, 0]);
  });

  it('takes everything with the lowest output as the threshold', () => {
    expect(chooseThreshold(LABELS, OUTPUTS, { maximize: ({ trueNegatives }) => -trueNegatives }).threshold).toBe(0.1);
  });

  it('is of 1 - output for class 0 of a single output', () => {
    const { threshold, truePositives, falsePositives } = chooseThreshold([0, 0, 1, 1], [0.125, 0.25, 0.5, 0.875], {
      positive: 0,
    });
    expect(threshold).toBe(0.625);
    expect([truePositives, falsePositives]).toEqual([2, 0]);
  });

  it('counts by weights', () => {
    // The wrong one above weighs next to nothing.
    const weights = [1, 1, 1, 1, 1e-9, 1];
    expect(chooseThreshold(LABELS, OUTPUTS, { weights }).precision).toBeGreaterThan(0.999);
  });

  it('refuses what no threshold has, and functions that give no number', async () => {
    const half = [1, 0, 1, 0];
    await expectRefusal(
      () => chooseThreshold(half, [0.1, 0.2, 0.3, 0.4], { minPrecision: 0.9, minRecall: 0.1 }),
      'ArgumentError',
      'precision 0.9 or more',
    );
    await expectRefusal(() => chooseThreshold(half, half, { minRecall: 2 }), 'OutOfRangeError', 'minRecall');
    await expectRefusal(
      () => chooseThreshold(half, half, { maximize: () => Number.NaN }),
      'OutOfRangeError',
      'maximize(counts)',
    );
    await expectRefusal(() => chooseThreshold(half, half, { maximize: 'f1' as never }), 'ArgumentError', 'maximize');
  });
});

describe('calibration', () => {
  it('compares the probability of class 1 with how often it is right', () => {
    const { bins, expectedCalibrationError } = calibration([0, 1, 1, 1], [0, 0.5, 0.75, 1], { bins: 2 });
    expect(bins).toEqual([
      { from: 0, to: 0.5, count: 2, probability: 0.25, share: 0.5 },
      { from: 0.5, to: 1, count: 2, probability: 0.875, share: 1 },
    ]);
    expect(expectedCalibrationError).toBe((0.25 + 0.125) / 2);
  });

  it('of more classes compares the probability of the answer, or of the class that is asked for', () => {
    const outputs = [[0.5, 0.25, 0.25], [0.25, 0.5, 0.25]]; // biome-ignore format: rows
    expect(calibration([0, 2], outputs, { bins: 1 }).bins).toMatchObject([{ count: 2, probability: 0.5, share: 0.5 }]);
    expect(calibration([0, 2], outputs, { bins: 1, positive: 2 }).bins).toMatchObject([{ probability: 0.25, share: 0.5 }]);
  });

  it('puts every probability into a bin whose ends hold it', () => {
    const outputs = Float64Array.from({ length: 2001 }, (_, index) => index / 2000);
    for (const bins of [1, 3, 7, 10, 49, 1000]) {
      const made = calibration(new Int32Array(2001), outputs, { bins });
      expect(made.bins.reduce((sum, { count }) => sum + count, 0)).toBe(2001);
      for (const { from, to, probability } of made.bins) {
        expect(probability).toBeLessThanOrEqual(to + 1e-12);
        expect(probability).toBeGreaterThanOrEqual(from - 1e-12);
      }
    }
  });

  it('refuses outputs that are no probabilities', async () => {
    await expectRefusal(() => calibration([0, 1], [0.5, 1.5]), 'OutOfRangeError', 'calibration: outputs of example 1', '1.5');
    await expectRefusal(() => calibration([0, 1], [0.5, 1], { bins: 0 }), 'OutOfRangeError', 'calibration: bins');
  });
});
