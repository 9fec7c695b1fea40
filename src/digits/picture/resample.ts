// Scales a part of a picture to another size.
import type { Ink } from './ink.js';
import type { Box } from './inkBox.js';

/**
 * A part of a picture at another size. Each new pixel is the mean over the area that it covers, so that nothing is lost where the
 * picture shrinks; where it grows, over one old pixel's area, which is to draw straight lines between their centres.
 */
export function resample({ ink, width }: Ink, box: Box, newWidth: number, newHeight: number): Ink {
  const columns = shares(box.left, box.right, newWidth);
  const rows = shares(box.top, box.bottom, newHeight);
  const boxHeight = box.bottom - box.top;
  const narrow = new Float32Array(boxHeight * newWidth);
  for (let row = 0; row < boxHeight; row++) {
    for (let column = 0; column < newWidth; column++) {
      narrow[row * newWidth + column] = meanOf(ink, columns[column], (box.top + row) * width, 1);
    }
  }
  const scaled = new Float32Array(newHeight * newWidth);
  for (let row = 0; row < newHeight; row++) {
    for (let column = 0; column < newWidth; column++) {
      scaled[row * newWidth + column] = meanOf(narrow, rows[row], column - box.top * newWidth, newWidth);
    }
  }
  return { ink: scaled, width: newWidth, height: newHeight };
}

/** Old pixels, from `first` on, and the share of the new one that each makes up. */
interface Shares {
  readonly first: number;
  readonly weights: readonly number[];
}

/** What each of `count` new pixels between two edges is made of. */
function shares(from: number, to: number, count: number): Shares[] {
  const step = (to - from) / count;
  const reach = Math.max(step, 1) / 2;
  return Array.from({ length: count }, (_, index) => {
    const middle = from + (index + 0.5) * step;
    const start = Math.max(from, middle - reach);
    const end = Math.min(to, middle + reach);
    const first = Math.floor(start);
    const weights: number[] = [];
    for (let pixel = first; pixel < end; pixel++) {
      weights.push((Math.min(end, pixel + 1) - Math.max(start, pixel)) / (end - start));
    }
    return { first, weights };
  });
}

function meanOf(values: Float32Array, { first, weights }: Shares, start: number, step: number): number {
  let total = 0;
  for (let index = 0; index < weights.length; index++) total += weights[index] * values[start + (first + index) * step];
  return total;
}
