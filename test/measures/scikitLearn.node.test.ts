// Every measure beside scikit-learn's, on data that its program made: fixtures/saveScikitLearn.py.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  accuracy,
  averagePrecision,
  balancedAccuracy,
  brierScore,
  type ClassMeasure,
  calibration,
  f1,
  logLoss,
  type Measure,
  mae,
  precision,
  precisionRecallCurve,
  r2,
  recall,
  rmse,
  rocAuc,
  rocCurve,
  type TargetMeasure,
  topK,
} from 'glassbox-nn';
import { describe, expect, it } from 'vitest';

type Values = readonly (number | null)[];

interface ClassSet {
  readonly name: string;
  readonly labels: readonly number[];
  readonly outputs: readonly number[] | readonly (readonly number[])[];
  readonly weights: readonly number[] | null;
  readonly float32: boolean;
  readonly values: Readonly<Record<string, number | null>>;
  readonly ofClass: Readonly<Record<string, Values>>;
  readonly curves?: Readonly<Record<string, Values>> | null;
  readonly calibration: { readonly shares: Values; readonly probabilities: Values; readonly error: number };
}

interface TargetSet {
  readonly name: string;
  readonly targets: readonly number[] | readonly (readonly number[])[];
  readonly outputs: readonly number[] | readonly (readonly number[])[];
  readonly weights: readonly number[] | null;
  readonly mae: { readonly mean: number; readonly each: Values };
  readonly rmse: { readonly mean: number; readonly each: Values };
  readonly r2: { readonly mean: number | null; readonly each: Values };
}

const text = readFileSync(join(import.meta.dirname, 'fixtures/scikitLearn.json'), 'utf8');
const { classes, targets }: { classes: readonly ClassSet[]; targets: readonly TargetSet[] } = JSON.parse(text);

const MEASURES: Readonly<Record<string, Measure>> = {
  accuracy,
  averagePrecision,
  balancedAccuracy,
  brierScore,
  f1,
  logLoss,
  precision,
  recall,
  rocAuc,
  top2: topK(2),
  top3: topK(3),
};
const OF_CLASS: Readonly<Record<string, ClassMeasure>> = { averagePrecision, f1, precision, recall, rocAuc };
const OF_TARGETS: readonly TargetMeasure[] = [mae, rmse, r2];

/** Both are the same number, to 14 digits, or both are none. */
function agree(ours: number, theirs: number | null | undefined, what: string): void {
  if (theirs === null) {
    expect(ours, what).toBeNaN();
    return;
  }
  expect(theirs, what).toBeTypeOf('number');
  const difference = Math.abs(ours - Number(theirs)) / Math.max(1, Math.abs(Number(theirs)));
  expect(difference, `${what}: ${ours} beside ${theirs}`).toBeLessThan(1e-14);
}

function agreeAll(ours: readonly number[], theirs: Values | undefined, what: string): void {
  expect(ours.length, what).toBe(theirs?.length);
  ours.forEach((number, index) => {
    agree(number, theirs?.[index], `${what}[${index}]`);
  });
}

/** The outputs as a network gives them where they are float32. */
function outputsOf({ outputs, float32 }: ClassSet): ArrayLike<number> | readonly ArrayLike<number>[] {
  if (!float32) return outputs;
  return typeof outputs[0] === 'number'
    ? Float32Array.from(outputs as readonly number[])
    : (outputs as readonly number[][]).map((row) => Float32Array.from(row));
}

describe('measures of classes are those of scikit-learn', () => {
  it('on 24 sets or more', () => expect(classes.length).toBeGreaterThanOrEqual(24));

  it.each(classes)('$name', (set) => {
    const { labels, values, ofClass, curves, weights } = set;
    const outputs = outputsOf(set);
    for (const [name, value] of Object.entries(values)) {
      agree(MEASURES[name].of(labels, outputs, weights ?? undefined), value, name);
    }
    for (const [name, list] of Object.entries(ofClass)) {
      const ours = list.map((_, label) => OF_CLASS[name].ofClass(label).of(labels, outputs, weights ?? undefined));
      agreeAll(ours, list, `${name}.ofClass`);
    }
    if (curves) {
      const options = { weights: weights ?? undefined };
      const roc = rocCurve(labels, outputs, options);
      const points = roc.points.slice(1);
      agreeAll(
        points.map(({ falsePositiveRate }) => falsePositiveRate),
        curves.falsePositiveRate,
        'falsePositiveRate',
      );
      agreeAll(
        points.map(({ truePositiveRate }) => truePositiveRate),
        curves.truePositiveRate,
        'truePositiveRate',
      );
      agreeAll(
        points.map(({ threshold }) => threshold),
        curves.threshold,
        'threshold',
      );
      agree(roc.area, values.rocAuc, 'area');
      const curve = precisionRecallCurve(labels, outputs, options);
      const rest = curve.points.slice(1);
      agreeAll(
        rest.map(({ precision }) => precision),
        curves.precision,
        'precision',
      );
      agreeAll(
        rest.map(({ recall }) => recall),
        curves.recall,
        'recall',
      );
      agreeAll(
        rest.map(({ threshold }) => threshold),
        curves.cut,
        'cut',
      );
      agree(curve.averagePrecision, values.averagePrecision, 'averagePrecision');
    }
    const bins = typeof outputs[0] === 'number' || outputs[0].length === 2 ? 10 : 5;
    const plain = calibration(labels, outputs, { bins });
    agreeAll(
      plain.bins.map(({ share }) => share),
      set.calibration.shares,
      'shares',
    );
    agreeAll(
      plain.bins.map(({ probability }) => probability),
      set.calibration.probabilities,
      'probabilities',
    );
    const weighted = calibration(labels, outputs, { bins, weights: weights ?? undefined });
    agree(weighted.expectedCalibrationError, set.calibration.error, 'error');
  });
});

describe('measures of targets are those of scikit-learn', () => {
  it('on 12 sets or more', () => expect(targets.length).toBeGreaterThanOrEqual(12));

  it.each(targets)('$name', (set) => {
    for (const measure of OF_TARGETS) {
      const expected = set[measure.name as 'mae' | 'rmse' | 'r2'];
      const { targets, outputs, weights } = set;
      agree(measure.of(targets, outputs, weights ?? undefined), expected.mean, measure.name);
      agreeAll(measure.perTarget(targets, outputs, weights ?? undefined), expected.each, measure.name);
    }
  });
});
