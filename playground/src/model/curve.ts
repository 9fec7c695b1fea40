// The learning curve of a training as points, never more of them than a picture has room for.

/** Cost and share right at a step. */
export interface CurvePoint {
  readonly step: number;
  readonly loss: number;
  readonly accuracy: number;
}

/** Points that a curve has at most. */
const MOST = 400;

/** The curve with another point; where it went on from an earlier step, what came after that step is gone. */
export function appended<Point extends { readonly step: number }>(
  points: readonly Point[],
  point: Point,
  merge: (first: Point, second: Point) => Point,
  most = MOST,
): readonly Point[] {
  const last = points.at(-1);
  const before = last !== undefined && last.step >= point.step ? points.filter(({ step }) => step < point.step) : points;
  if (before.length < most) return [...before, point];
  const halved: Point[] = [];
  for (let index = 0; index + 1 < before.length; index += 2) {
    halved.push(merge(before[index] as Point, before[index + 1] as Point));
  }
  return [...halved, point];
}

/** Two points as one: at the later step, with the means of both. */
export function meanPoint(first: CurvePoint, second: CurvePoint): CurvePoint {
  return { step: second.step, loss: (first.loss + second.loss) / 2, accuracy: (first.accuracy + second.accuracy) / 2 };
}
