// ROC and precision-recall curves as drawings.
import type { PrecisionRecallCurve, RocCurve } from '../../measures/curves.js';
import { numberValue } from '../../support/checks.js';
import { ArgumentError } from '../../support/errors.js';
import { readOptions } from '../../support/options.js';
import { isList, ownField, readable } from '../../support/views.js';
import { describe, wording } from '../../support/wording.js';
import { shortNumber } from '../shortNumber.js';
import type { Drawing, Place } from './Drawing.js';
import { mark, shareDrawing, thinned } from './shareChart.js';

/** Options of {@link rocDrawing} and {@link precisionRecallDrawing}. */
export interface ClassCurveOptions {
  /** A threshold to mark, as `chooseThreshold` gives it. */
  readonly threshold?: number | undefined;
}

/**
 * A ROC curve: how many of a class are found, by how many of the others are taken for it. The dashed line is chance.
 *
 * @param curve - What `rocCurve` returned.
 * @param options - `threshold`.
 * @returns A drawing.
 * @throws {@link ArgumentError} for anything but a curve.
 *
 * @example
 * ```ts
 * import { rocCurve } from 'glassbox-nn';
 * import { rocDrawing } from 'glassbox-nn/pictures';
 *
 * const curve = rocCurve([0, 0, 1, 1], [0.1, 0.4, 0.35, 0.8]);
 * rocDrawing(curve, { threshold: 0.5 }).description; // => 'The area is 0.75. At 0.5 it finds 0.5 of the class and takes 0 of the others for it.'
 * ```
 */
export function rocDrawing(curve: RocCurve, options?: ClassCurveOptions): Drawing {
  const { points, thresholds } = readPoints('rocDrawing', curve, 'rocCurve', ['falsePositiveRate', 'truePositiveRate']);
  const area = numberValue('rocDrawing: curve.area', curve.area);
  const marked = markedPoint('rocDrawing', thresholds, points, options);
  const [wrong, found] = (marked?.place ?? []).map(shortNumber);
  const words = marked ? ` At ${marked.text} it finds ${found} of the class and takes ${wrong} of the others for it.` : '';
  return shareDrawing(
    {
      title: 'ROC curve',
      description: `The area is ${shortNumber(area)}.${words}`,
      heading: 'True positive rate',
      label: 'false positive rate',
      note: `area ${shortNumber(area)}`,
    },
    (drawn) => [
      { kind: 'line', from: drawn.at(0, 0), to: drawn.at(1, 1), paint: 'soft', dashed: true },
      ...drawn.line(thinned(drawn, points), 'positive'),
      ...(marked ? mark(drawn, marked.place, marked.text, marked.place[0] > 0.8) : []),
    ],
  );
}

/**
 * A precision-recall curve, in steps: how many of those taken for a class are of it, by how many of the class are found. The dashed line is
 * chance.
 *
 * @param curve - What `precisionRecallCurve` returned.
 * @param options - `threshold`.
 * @returns A drawing.
 * @throws {@link ArgumentError} for anything but a curve.
 *
 * @example
 * ```ts
 * import { precisionRecallCurve } from 'glassbox-nn';
 * import { precisionRecallDrawing } from 'glassbox-nn/pictures';
 *
 * const curve = precisionRecallCurve([0, 0, 1, 1], [0.1, 0.4, 0.35, 0.8]);
 * precisionRecallDrawing(curve).description; // => 'The average precision is 0.833, and chance gives 0.5.'
 * ```
 */
export function precisionRecallDrawing(curve: PrecisionRecallCurve, options?: ClassCurveOptions): Drawing {
  const { points, thresholds } = readPoints('precisionRecallDrawing', curve, 'precisionRecallCurve', ['recall', 'precision']);
  const area = numberValue('precisionRecallDrawing: curve.averagePrecision', curve.averagePrecision);
  const share = numberValue('precisionRecallDrawing: curve.share', curve.share);
  const marked = markedPoint('precisionRecallDrawing', thresholds, points, options);
  const [recall, precision] = (marked?.place ?? []).map(shortNumber);
  const words = marked ? ` At ${marked.text} the precision is ${precision} and the recall ${recall}.` : '';
  const steps = points.slice(1).flatMap(([x, y], index): Place[] => [
    [points[index][0], y],
    [x, y],
  ]);
  return shareDrawing(
    {
      title: 'Precision-recall curve',
      description: `The average precision is ${shortNumber(area)}, and chance gives ${shortNumber(share)}.${words}`,
      heading: 'Precision',
      label: 'recall',
      note: `average precision ${shortNumber(area)}`,
    },
    (drawn) => [
      { kind: 'line', from: drawn.at(0, share), to: drawn.at(1, share), paint: 'soft', dashed: true },
      ...drawn.line(thinned(drawn, steps), 'positive'),
      ...(marked ? mark(drawn, marked.place, marked.text, marked.place[0] > 0.2) : []),
    ],
  );
}

/** The points of a curve as places, by the names of both shares, and their thresholds. */
function readPoints<Point extends object>(
  what: string,
  curve: { readonly points: readonly Point[] },
  maker: string,
  [across, up]: readonly [keyof Point & string, keyof Point & string],
): { readonly points: Place[]; readonly thresholds: number[] } {
  const points: unknown = ownField(curve, 'points');
  if (!isList(points) || points.length === 0) {
    throw new ArgumentError(wording(`${what}: curve`, `what ${maker} returns`, describe(curve)));
  }
  const read = (point: unknown, name: string, index: number) =>
    numberValue(`${what}: curve.points[${index}].${name}`, readable<Record<string, unknown>>(point)[name]);
  return {
    points: Array.from(points, (point, index): Place => [read(point, across, index), read(point, up, index)]),
    thresholds: Array.from(points, (point, index) => read(point, 'threshold', index)),
  };
}

/** The place on the curve of the threshold that is to be marked: the last point that is not below it. */
function markedPoint(
  what: string,
  thresholds: readonly number[],
  places: readonly Place[],
  options: ClassCurveOptions | undefined,
): { readonly place: Place; readonly text: string } | undefined {
  const { threshold } = readOptions(`${what} options`, options, ['threshold']);
  if (threshold === undefined) return undefined;
  numberValue(`${what}: threshold`, threshold);
  const below = thresholds.findIndex((one) => one < threshold);
  const index = below === -1 ? places.length - 1 : Math.max(below - 1, 0);
  return { place: places[index], text: shortNumber(threshold) };
}
