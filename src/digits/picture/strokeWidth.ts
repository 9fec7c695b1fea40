// How thick the strokes of a small picture are.
import type { Ink } from './ink.js';

/**
 * The usual width of the strokes in pixels: twice the area of the ink by the length of its outline, since a stroke of width w and
 * length l has the area w l and the outline 2 l. The outline is the sum of the steepnesses, by which a soft edge counts as a hard one.
 */
export function strokeWidth({ ink, width, height }: Ink): number {
  const at = (row: number, column: number) =>
    row < 0 || column < 0 || row >= height || column >= width ? 0 : ink[row * width + column];
  let area = 0;
  let outline = 0;
  for (let row = -1; row < height; row++) {
    for (let column = -1; column < width; column++) {
      // The four pixels round a corner: the steepness in the middle of them.
      const [a, b, c, d] = [at(row, column), at(row, column + 1), at(row + 1, column), at(row + 1, column + 1)];
      const across = (b + d - a - c) / 2;
      const down = (c + d - a - b) / 2;
      area += d;
      outline += Math.sqrt(across * across + down * down);
    }
  }
  return outline === 0 ? 0 : (2 * area) / outline;
}
