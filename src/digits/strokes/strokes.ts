// A drawing as the pen made it: strokes, each a row of points.
import { float32Number } from '../../support/checks.js';
import { ArgumentError, LimitError } from '../../support/errors.js';
import { isList, readable } from '../../support/views.js';
import { describe, wording } from '../../support/wording.js';

/** Where the pen was, in any unit. */
export interface Point {
  /** To the right. */
  readonly x: number;
  /** Down, as in a page. */
  readonly y: number;
}

/** The strokes of a drawing: the points of the pen from where it touched down to where it was lifted. */
export type Strokes = readonly (readonly Point[])[];

/** More than a hand draws in a digit, even a fast pen in many seconds; a cap on the time that drawing them takes. */
const MOST_POINTS = 5000;

/** The strokes, checked and copied. `what` begins the error if they are none. */
export function readStrokes(what: string, strokes: Strokes): Point[][] {
  // Each stroke counts as a point more, since empty ones take time as well.
  let points = strokes.length;
  checkPoints(what, points);
  return Array.from(strokes, (stroke: unknown, index) => {
    if (!isList(stroke)) {
      const remedy = 'A single stroke comes in an array of its own: [stroke].';
      throw new ArgumentError(wording(`${what}[${index}]`, 'a stroke, which is an array of points', describe(stroke), remedy));
    }
    points += stroke.length;
    checkPoints(what, points);
    return Array.from(stroke, (point: unknown, place) => readPoint(`${what}[${index}][${place}]`, point));
  });
}

function checkPoints(what: string, points: number): void {
  if (points <= MOST_POINTS) return;
  const expected = `at most ${MOST_POINTS} points and strokes`;
  throw new LimitError(wording(what, expected, `${points} or more`, 'Leave out every other point.'));
}

function readPoint(what: string, point: unknown): Point {
  if (typeof point !== 'object' || point === null) {
    throw new ArgumentError(wording(what, 'a point, as { x: 3, y: 4 }', describe(point)));
  }
  const { x, y } = readable<Point>(point);
  return { x: float32Number(`${what}.x`, x), y: float32Number(`${what}.y`, y) };
}
