// A square chart of two shares, from 0 to 1 each: ROC and precision-recall curves, calibration.
import { shortNumber } from '../shortNumber.js';
import { type Chart, chart } from './chart.js';
import type { Drawing, Place, Shape } from './Drawing.js';

/** Lengths of the drawing. */
const FRAME = { left: 54, top: 46, width: 300, height: 300 };

/** Points that are nearer than this to the one before are left out. */
const NEAR = 0.4;

/** The words of a drawing. */
export interface ShareWords {
  readonly title: string;
  readonly description: string;
  /** What is read at the left, and below. */
  readonly heading: string;
  readonly label: string;
  /** What stands above at the right. */
  readonly note: string;
}

/** The drawing of a square chart, and the shapes in it. */
export function shareDrawing(
  { title, description, heading, label, note }: ShareWords,
  draw: (drawn: Chart) => Shape[],
): Drawing {
  const drawn = chart({ ...FRAME, across: [0, 1], up: [0, 1], heading, label, write: shortNumber, whole: false });
  const right = FRAME.left + FRAME.width;
  const said: Shape = { kind: 'text', at: [right, FRAME.top - 12], text: note, anchor: 'end', size: 12 };
  return Object.freeze({
    width: right + 24,
    height: FRAME.top + FRAME.height + 50,
    title,
    description,
    shapes: [...drawn.shapes, said, ...draw(drawn)],
  });
}

/** A line without the points that are too near to each other to be seen. The first and the last one stay. */
export function thinned(drawn: Chart, points: readonly Place[]): Place[] {
  let [x, y] = [Number.NaN, Number.NaN];
  return points.filter((point, index) => {
    const [right, down] = drawn.at(...point);
    const isNear = Math.abs(right - x) < NEAR && Math.abs(down - y) < NEAR;
    if (isNear && index < points.length - 1) return false;
    [x, y] = [right, down];
    return true;
  });
}

/** A marked point of a curve, with words below it, where there is room: at its right or its left. */
export function mark(drawn: Chart, [x, y]: Place, text: string, isLeft: boolean): Shape[] {
  const [right, down] = drawn.at(x, y);
  return [
    { kind: 'circle', at: [right, down], radius: 5, paint: 'paper', edge: 'ink' },
    {
      kind: 'text',
      at: [right + (isLeft ? -9 : 9), down + 16],
      text,
      anchor: isLeft ? 'end' : 'start',
      size: 11,
    },
  ];
}
