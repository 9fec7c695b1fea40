// Draws strokes with a round pen, as large as MNIST's forms need it and four times as fine.
import type { Ink } from '../picture/ink.js';
import type { Point, Strokes } from './strokes.js';

/** Pixels for one of MNIST's. */
const FINENESS = 4;
/** Of the longer side of the drawing, pen included. */
const SIDE = 20 * FINENESS;
/** The usual width of MNIST's strokes is two and a half to three of its pixels. */
const RADIUS = 1.35 * FINENESS;
/** Room for the soft edge of the pen. */
const MARGIN = 1;
/** Drawings smaller than this, in their own unit, are points. */
const LEAST = 1e-20;

/** The drawing as ink, scaled to the same size whatever its own; undefined if it is not as long as `least` on its longer side, or a point. */
export function inkStrokes(strokes: Strokes, least: number): Ink | undefined {
  const points = strokes.flat();
  const left = points.reduce((leftmost, { x }) => Math.min(leftmost, x), Number.POSITIVE_INFINITY);
  const top = points.reduce((topmost, { y }) => Math.min(topmost, y), Number.POSITIVE_INFINITY);
  const across = points.reduce((most, { x }) => Math.max(most, x - left), 0);
  const down = points.reduce((most, { y }) => Math.max(most, y - top), 0);
  const longer = Math.max(across, down);
  if (longer < Math.max(least, LEAST)) return undefined;
  const scale = (SIDE - 2 * RADIUS) / longer;
  const border = RADIUS + MARGIN;
  const size = (side: number) => Math.ceil(side * scale + 2 * border);
  const picture = { ink: new Float32Array(size(across) * size(down)), width: size(across), height: size(down) };
  for (const stroke of strokes) {
    const places = stroke.map(({ x, y }) => ({ x: (x - left) * scale + border, y: (y - top) * scale + border }));
    for (const [index, place] of places.entries()) drawLine(picture, places[Math.max(0, index - 1)] ?? place, place);
  }
  return picture;
}

/** A line with round ends; each pixel keeps the most ink it got. */
function drawLine({ ink, width, height }: Ink, from: Point, to: Point): void {
  const reach = RADIUS + 1;
  const firstColumn = Math.max(0, Math.floor(Math.min(from.x, to.x) - reach));
  const lastColumn = Math.min(width - 1, Math.ceil(Math.max(from.x, to.x) + reach));
  const firstRow = Math.max(0, Math.floor(Math.min(from.y, to.y) - reach));
  const lastRow = Math.min(height - 1, Math.ceil(Math.max(from.y, to.y) + reach));
  for (let row = firstRow; row <= lastRow; row++) {
    for (let column = firstColumn; column <= lastColumn; column++) {
      const distance = distanceToLine({ x: column + 0.5, y: row + 0.5 }, from, to);
      const amount = Math.min(1, Math.max(0, RADIUS + 0.5 - distance));
      const place = row * width + column;
      ink[place] = Math.max(ink[place] ?? 0, amount);
    }
  }
}

/** How far a point is from the nearest of a line between two others. */
function distanceToLine(point: Point, from: Point, to: Point): number {
  const across = to.x - from.x;
  const down = to.y - from.y;
  const square = across * across + down * down;
  const along = square === 0 ? 0 : ((point.x - from.x) * across + (point.y - from.y) * down) / square;
  const share = Math.min(1, Math.max(0, along));
  const x = point.x - from.x - share * across;
  const y = point.y - from.y - share * down;
  return Math.sqrt(x * x + y * y);
}
