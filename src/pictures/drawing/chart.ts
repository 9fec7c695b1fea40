// The frame of a chart: axes, round numbers along them, and the places of points.
import { shortNumber } from '../shortNumber.js';
import type { Paint, Place, Shape } from './Drawing.js';
import { ticksBetween } from './ticks.js';

/** The place of a chart, and its ranges of numbers. */
export interface ChartPlan {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  /** The numbers at the left edge and at the right one. */
  readonly across: readonly [low: number, high: number];
  /** The numbers at the bottom and at the top. */
  readonly up: readonly [low: number, high: number];
  /** The words above it. */
  readonly heading: string;
  /** The words below it. */
  readonly label: string;
  /** Writes the numbers at the left. */
  readonly write: (value: number) => string;
  /** Writes the numbers below; short if left out. */
  readonly writeAcross?: ((value: number) => string) | undefined;
  /** Whether the numbers below are whole. */
  readonly whole: boolean;
}

/** A chart. */
export interface Chart {
  /** Its frame. */
  readonly shapes: readonly Shape[];
  /** The place of a point. */
  at(x: number, y: number): Place;
  /** A line through points, with gaps where they are not numbers. A single point is a dot. */
  line(points: readonly Place[], paint: Paint, dashed?: boolean): Shape[];
}

/** The frame of a chart. */
export function chart(plan: ChartPlan): Chart {
  const { left, top, width, height, across, up, heading, label, write, writeAcross = shortNumber, whole } = plan;
  const bottom = top + height;
  const at = (x: number, y: number): Place => [
    left + ((x - across[0]) / (across[1] - across[0])) * width,
    bottom - ((y - up[0]) / (up[1] - up[0])) * height,
  ];
  const shapes: Shape[] = [{ kind: 'text', at: [left, top - 12], text: heading, size: 14 }];
  for (const y of ticksBetween(...up)) {
    const [, place] = at(across[0], y);
    shapes.push(
      { kind: 'line', from: [left, place], to: [left + width, place], paint: 'faint', width: 0.5 },
      { kind: 'text', at: [left - 6, place + 4], text: write(y), anchor: 'end', size: 11 },
    );
  }
  for (const x of ticksBetween(...across).filter((tick) => !whole || Number.isInteger(tick))) {
    const [place] = at(x, up[0]);
    shapes.push(
      { kind: 'line', from: [place, bottom], to: [place, bottom + 4], paint: 'ink' },
      { kind: 'text', at: [place, bottom + 17], text: writeAcross(x), anchor: 'middle', size: 11 },
    );
  }
  shapes.push(
    { kind: 'line', from: [left, bottom], to: [left + width, bottom], paint: 'ink' },
    { kind: 'text', at: [left + width / 2, bottom + 34], text: label, anchor: 'middle', size: 12 },
  );
  return {
    shapes,
    at,
    line: (points, paint, dashed) => linesOf(points, paint, dashed, at),
  };
}

function linesOf(points: readonly Place[], paint: Paint, dashed: boolean | undefined, at: Chart['at']): Shape[] {
  const pieces: Place[][] = [[]];
  for (const [x, y] of points) {
    if (y - y === 0) pieces[pieces.length - 1].push(at(x, y));
    else pieces.push([]);
  }
  return pieces
    .filter((piece) => piece.length > 0)
    .map((piece): Shape => {
      if (piece.length === 1) return { kind: 'circle', at: piece[0], radius: 3, paint };
      return { kind: 'curve', points: piece, paint, width: 2, ...(dashed === undefined ? {} : { dashed }) };
    });
}

/** The part of a straight line that a chart shows: through a point with a slope. */
export function tangent(plan: Pick<ChartPlan, 'across' | 'up'>, [x, y]: Place, slope: number): [Place, Place] {
  // A third of the chart long, at any angle.
  const [width, height] = [plan.across[1] - plan.across[0], plan.up[1] - plan.up[0]];
  const lean = (slope * width) / height;
  const reach = (0.2 / Math.sqrt(1 + lean * lean)) * width;
  return [
    [x - reach, y - reach * slope],
    [x + reach, y + reach * slope],
  ];
}
